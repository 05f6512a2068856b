import { describe, expect, it } from 'vitest'
import { inside } from './home.ts'
import { MUTANTS, type Mutant } from './mutants.ts'
import { simulate } from './simulate.ts'

/** A seed that kills is kept with its mutant; a new step moves all seeds, and then another one does. */
const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1)

type Home = Parameters<Parameters<typeof inside>[1]>[0]

async function kill(home: Home, { seed, breaks, scenario, mutate }: Mutant) {
  for (const tried of [seed, ...SEEDS]) {
    const { violation = '' } = await simulate(home, tried, { ...scenario, mutation: mutate() })
    if (breaks.test(violation)) return { seed: tried, violation }
  }
  return undefined
}

describe('The simulator kills', () => {
  it.each(MUTANTS)(
    '$name, by a seed that the market itself survives',
    async (mutant) => {
      await inside('sqlite', async (home) => {
        const killed = await kill(home, mutant)
        expect(killed?.violation).toMatch(mutant.breaks)
        const sane = await simulate(home, killed?.seed ?? 0, mutant.scenario)
        expect(sane.violation).toBeUndefined()
      })
    },
    120_000,
  )
})
