import { describe, expect, it } from 'vitest'
import { inside } from './home.ts'
import { simulate } from './simulate.ts'
import { STEPS } from './steps/index.ts'
import { count, type Tally } from './tally.ts'

const SEEDS = 200
/** Played on the D1 that is bound, too. */
const COMPARED = [1, 2, 3]
/** What is rare: steps that never come to these play nothing that is worth a promise. */
const ENDS = [
  ...['checkout: answer', 'checkout: refused flash_over', 'checkout: refused out_of_stock'],
  ...['flash-take: taken', 'flash-take: limit', 'flash-take: sold_out', 'flash-take: unfunded'],
  ...['flash-release: answer', 'plan: answer', 'pay-again: answer', 'cancel: answer'],
  ...['accepted: answer', 'shipped: answer', 'delivered: answer', 'cancel-request: answer'],
  ...['answer-cancel: answer', 'grant: answer', 'retry-refund: answer', 'refresh: answer'],
]

describe('A simulated market', () => {
  const tally: Tally = new Map()

  it(`breaks no promise in ${SEEDS} seeds of faults, crashes and races (S1–S8, P1–P10, L1–L7, I1, Q1, Q2, A2)`, async () => {
    const violations = await inside('sqlite', async (home) => {
      const found: string[] = []
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const { violation, trace } = await simulate(home, seed)
        if (violation !== undefined) found.push(`seed ${seed}: ${violation}`)
        count(tally, trace)
      }
      return found
    })
    expect(violations).toEqual([])
  }, 300_000)

  it('plays every step, and comes to every end that is rare', () => {
    const wanted = [...STEPS.map(({ name }) => name), ...ENDS]
    expect(wanted.filter((what) => !tally.has(what))).toEqual([])
  })

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
