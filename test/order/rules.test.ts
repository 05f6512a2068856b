import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ATTEMPT_MOVES } from '#src/order/payment/rules.ts'
import {
  type Actor,
  canonicalJson,
  GROUP_MOVES,
  ORDER_MOVES,
  orderNumber,
  shareByOrder,
  TAB_STATUSES,
  TABS,
  transition,
} from '#src/order/rules.ts'
import { type Kept, replay } from '#test/support/replay.ts'

const ACTORS: readonly Actor[] = ['buyer', 'seller', 'system', 'provider', 'operator']
const GROUP_STATUSES = ['pending_payment', 'cod', 'paid', 'expired', 'cancelled'] as const
const ATTEMPT_STATUSES = [
  ...(['requires_action', 'processing', 'succeeded', 'failed', 'expired'] as const),
]
const ORDER_STATUSES = [
  'pending_payment',
  'paid',
  'processed',
  'shipped',
  'delivered',
  'completed',
  'cancel_requested',
  'cancelled',
] as const

type Moves<Status> = Parameters<typeof transition<Status & string>>[0]

/** Every status × event × actor, with where the table says it leads. */
function everyPair<Status extends string>(moves: Moves<Status>, statuses: readonly Status[]) {
  const events = [...new Set(moves.map(({ event }) => event)), 'no_such_event']
  return statuses.flatMap((from) =>
    events.flatMap((event) =>
      ACTORS.map((actor) => {
        const move = moves.find((row) => row.from === from && row.event === event)
        return { from, event, actor, to: move?.actors.includes(actor) ? move.to : undefined }
      }),
    ),
  )
}

describe.each([
  ['a group', GROUP_MOVES as Moves<string>, GROUP_STATUSES as readonly string[]],
  ['an order', ORDER_MOVES as Moves<string>, ORDER_STATUSES as readonly string[]],
  ['a try at paying', ATTEMPT_MOVES as Moves<string>, ATTEMPT_STATUSES as readonly string[]],
])('the states of %s (P10)', (_, moves, statuses) => {
  it('are left by the moves of the table, and by no other event or actor', () => {
    for (const { from, event, actor, to } of everyPair(moves, statuses)) {
      const go = () => transition(moves, from, event, actor)
      if (to === undefined) expect(go, `${from} ${event} ${actor}`).toThrow('transition_refused')
      else expect(go()).toBe(to)
    }
  })

  it('have one way for each event', () => {
    const keys = moves.map(({ from, event }) => `${from} ${event}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are all reached from the first', () => {
    const reached = new Set(statuses.slice(0, 1))
    for (const _round of statuses) {
      for (const { from, to } of moves) if (reached.has(from)) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...statuses].sort())
  })
})

it('what is over stays over (P10)', () => {
  const left = (moves: Moves<string>) =>
    new Set(moves.filter(({ from, to }) => from !== to).map(({ from }) => from))
  for (const status of ['paid', 'expired', 'cancelled']) {
    expect(left(GROUP_MOVES as Moves<string>).has(status)).toBe(false)
  }
  for (const status of ['completed', 'cancelled']) {
    expect(left(ORDER_MOVES as Moves<string>).has(status)).toBe(false)
  }
  expect(left(ATTEMPT_MOVES as Moves<string>).has('succeeded')).toBe(false)
})

describe('A history', () => {
  const tables = [GROUP_MOVES, ORDER_MOVES] as unknown as Moves<string>[]
  const walks = fc.record({ moves: fc.constantFrom(...tables), picks: fc.array(fc.nat()) })

  /** Goes along the table from the first state, wherever the picks lead. */
  function walk(moves: Moves<string>, picks: readonly number[]): Kept[] {
    const birth = { event: 'placed', fromStatus: null, toStatus: 'pending_payment', actor: 'buyer' }
    const history: Kept[] = [birth]
    for (const pick of picks) {
      const from = history.at(-1)?.toStatus ?? ''
      const ways = moves.filter((move) => move.from === from)
      const way = ways[pick % ways.length]
      if (way === undefined) break
      const { event, actors, to } = way
      const actor = actors[pick % actors.length] ?? ''
      history.push({ event, fromStatus: from, toStatus: to, actor })
    }
    return history
  }

  it('that is replayed leads to the state it ended in, for any walk along the tables (P10)', () => {
    fc.assert(
      fc.property(walks, ({ moves, picks }) => {
        const history = walk(moves, picks)
        expect(replay(moves, history)).toBe(history.at(-1)?.toStatus)
      }),
    )
  })

  it('of which a step is missing, or was somebody else’s, is refused (P10)', () => {
    fc.assert(
      fc.property(walks, fc.nat(), ({ moves, picks }, at) => {
        const history = walk(moves, picks)
        const step = 1 + (at % Math.max(1, history.length - 1))
        const [before, taken] = [history[step - 1], history[step]]
        if (taken === undefined) return
        const forged = history.with(step, { ...taken, actor: 'nobody' })
        expect(() => replay(moves, forged)).toThrow('transition_refused')
        // A step that leaves the state as it is may be missing: only the versions tell.
        if (before?.toStatus === taken.toStatus || step === history.length - 1) return
        expect(() => replay(moves, history.toSpliced(step, 1))).toThrow()
      }),
    )
  })
})

it('every order stands under exactly one of the buyer’s tabs', () => {
  for (const status of ORDER_STATUSES) {
    expect(
      TABS.filter((tab) => TAB_STATUSES[tab].includes(status)),
      status,
    ).toHaveLength(1)
  }
})

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

it('each order’s share of an amount sums to the amount (L4)', () => {
  const totals = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), totals, (amount, by) => {
      expect(sum(shareByOrder(amount, by))).toBe(amount)
    }),
  )
})

it('a number can be read out: ten letters and digits in two halves', () => {
  expect(orderNumber('grp_01m82ev6daffwszw0vfr5jvqv5')).toMatch(/^TL-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  expect(orderNumber('grp_01m82ev6daffwszw0vabcdefghij')).toBe('TL-ABCDE-FGHIJ')
})

it('two bodies with the same fields in another order are the same text, and no others', () => {
  expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: null })).toBe(
    canonicalJson({ a: null, b: [1, { c: 2, d: 1 }] }),
  )
  expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }))
  expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }))
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
    }),
  )
})
