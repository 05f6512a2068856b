import { describeAttack } from './suite.ts'

describeAttack('d1')
