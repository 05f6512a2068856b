import { describeAttack } from './suite.ts'

describeAttack('postgres')
