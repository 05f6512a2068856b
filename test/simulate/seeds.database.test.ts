import { describe, expect, it } from 'vitest'
import { inside } from './home.ts'
import { simulate } from './simulate.ts'

const SEEDS = 200
/** Played on the D1 that is bound, too. */
const COMPARED = [1, 2, 3]

describe('A simulated market', () => {
  it(`breaks no promise in ${SEEDS} seeds of faults, crashes and races (S1–S7, P1–P10, L1–L7, I1, Q1, Q2, A2)`, async () => {
    const violations = await inside('sqlite', async (home) => {
      const found: string[] = []
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const { violation } = await simulate(home, seed)
        if (violation !== undefined) found.push(`seed ${seed}: ${violation}`)
      }
      return found
    })
    expect(violations).toEqual([])
  }, 300_000)

  it('does the same to the letter when a seed is played again, on D1 as on the SQLite beneath it', async () => {
    const play = async (database: 'sqlite' | 'd1') =>
      await inside(database, async (home) => {
        const traces: string[] = []
        for (const seed of COMPARED) traces.push((await simulate(home, seed)).trace.join('\n'))
        return traces
      })
    const first = await play('sqlite')
    expect(await play('sqlite')).toEqual(first)
    expect(await play('d1')).toEqual(first)
    expect(new Set(first).size).toBe(COMPARED.length)
  }, 120_000)
})
