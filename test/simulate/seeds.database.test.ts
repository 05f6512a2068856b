import { describe, expect, it } from 'vitest'
import { inside } from './home.ts'
import { type Scenario, simulate } from './simulate.ts'
import { consumeMessages } from './steps/consume-messages.ts'
import { dispute } from './steps/dispute.ts'
import { receiveOrder } from './steps/give-up-or-receive.ts'
import { grantRefund } from './steps/grant-refund.ts'
import { STEPS } from './steps/index.ts'
import { passTime } from './steps/pass-time.ts'
import { pay } from './steps/pay.ts'
import { placeOrder } from './steps/place-order.ts'
import { putInCart } from './steps/put-in-cart.ts'
import { jobs } from './steps/run-jobs.ts'
import { sendParcel } from './steps/send-parcel.ts'
import { settleRefund } from './steps/settle-refund.ts'
import { takeWebhook } from './steps/take-webhook.ts'
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

/** Few buyers with full baskets, of which much is sent and given back by the piece. */
const BY_THE_PIECE: Scenario = {
  length: 120,
  size: { accounts: 2, guests: 1, stock: [40, 60], quota: [1, 3] },
  steps: [
    ...[putInCart, putInCart, putInCart, placeOrder, pay, takeWebhook],
    ...[sendParcel, sendParcel, sendParcel, grantRefund, grantRefund],
    ...[receiveOrder, dispute, jobs, passTime, settleRefund, consumeMessages],
  ],
}

describe('A simulated market', () => {
  const violationsIn = async (seeds: number, tally: Tally, scenario?: Scenario) =>
    await inside('sqlite', async (home) => {
      const found: string[] = []
      for (let seed = 1; seed <= seeds; seed += 1) {
        const { violation, trace } = await simulate(home, seed, scenario)
        if (violation !== undefined) found.push(`seed ${seed}: ${violation}`)
        count(tally, trace)
      }
      return found
    })
  const played: Tally = new Map()

  it(`breaks no promise in ${SEEDS} seeds of faults, crashes and races (S1–S8, P1–P10, L1–L7, I1, Q1, Q2, A2)`, async () => {
    expect(await violationsIn(SEEDS, played)).toEqual([])
  }, 300_000)

  it('breaks none either where shops send and give back by the piece (OR4)', async () => {
    expect(await violationsIn(24, new Map(), BY_THE_PIECE)).toEqual([])
  }, 300_000)

  it('plays every step, and comes to every end that is rare', () => {
    const wanted = [...STEPS.map(({ name }) => name), ...ENDS]
    expect(wanted.filter((what) => !played.has(what))).toEqual([])
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
