import { eq } from 'drizzle-orm'
import { HOUR_MS } from '#src/common/clock.ts'
import type { Problem } from '#src/common/problem.ts'
import type { Database } from '#src/database/database.ts'
import type { Scheduler } from './scheduler.ts'
import type { Shopper } from './town.ts'
import { Violation } from './violation.ts'

/** What came of a call, as its caller sees it. Of silence nobody knows what was done. */
export type Outcome<Answer> =
  | { kind: 'answer'; value: Answer }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'silence' }

/** A request with a key, which its buyer may send again. */
export type Keyed = {
  key: string
  shopper: Shopper
  send: () => Promise<Outcome<unknown>>
  /** The first answer, as text: every later one must be the same. */
  answer?: string
  /** When it was first sent: a key is kept for a day. */
  atMs?: number
}

export type PlacedOrder = { id: string; shopId: string; lines: { id: string; quantity: number }[] }
export type Placed = {
  groupId: string
  orders: PlacedOrder[]
  shopper: Shopper
  orderToken: string | null
}

/** A refund as whoever granted it was told. */
export type Given = {
  id: string
  orderId: string
  amountSatang: number
  parts: { lineId?: string; quantity: number }[]
}

/** What an operator was told that they put into a flash sale. */
export type Campaign = {
  id: string
  variantId: string
  priceSatang: number
  quota: number
  perBuyer: number
  endsAtMs: number
}

const KEPT_MS = 23 * HOUR_MS

/** What may be told instead of the stored answer: "still running" and "busy" promise nothing. */
const COME_BACK = ['request_in_progress', 'overloaded']

/**
 * The reference: what buyers, payers and the provider saw. It knows no table and no state machine, only
 * what was said to whom, and that it must stay true.
 */
export function createModel(db: Database, { look, clock }: Pick<Scheduler, 'look' | 'clock'>) {
  const requests = new Map<string, Keyed>()
  const groups = new Map<string, Placed>()
  /** How many of a thing a buyer may have put in, at most. */
  const putIn = new Map<string, number>()
  const given = new Map<string, Given>()
  const campaigns = new Map<string, Campaign>()
  const seen: { orderId: string; status: string }[] = []
  const acknowledged = new Set<string>()
  const firstUse = new Map<string, number>()

  const isKept = ({ atMs = 0 }: Keyed): boolean => clock.nowMs - atMs < KEPT_MS

  const standing = async (key: string) => {
    const { idempotencyKeys } = db.tables
    const rows = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key))
    return rows[0]
  }

  return {
    requests,
    groups,
    putIn,
    given,
    campaigns,
    seen,
    acknowledged,

    /** Sends a request with its key, and holds what comes back against what was said before (I1). */
    async send(request: Keyed): Promise<Outcome<unknown>> {
      const before = await look(async () => await standing(request.key))
      requests.set(request.key, request)
      request.atMs ??= clock.nowMs
      const outcome = await request.send()
      if (!isKept(request)) return outcome
      if (outcome.kind === 'answer') {
        const answer = JSON.stringify(outcome.value)
        if (answer !== (request.answer ?? answer)) {
          throw new Violation('I1', `${request.key} was answered in two ways`)
        }
        request.answer = answer
      }
      const refused = outcome.kind === 'refused' && !COME_BACK.includes(outcome.problem.code)
      if (refused && (before !== undefined || request.answer !== undefined)) {
        throw new Violation('I1', `${request.key} was done and is now ${outcome.problem.code}`)
      }
      return outcome
    },

    placed(group: Placed): void {
      groups.set(group.groupId, group)
    },

    wants(shopper: Shopper, variantId: string, quantity: number): void {
      const of = `${shopper.name} ${variantId}`
      putIn.set(of, (putIn.get(of) ?? 0) + quantity)
    },

    /** A shop or an operator was told that this goes back. */
    granted(refund: Given): void {
      given.set(refund.id, refund)
    },

    /** Somebody was told that an order is in this state. */
    told(orderId: string, status: string): void {
      seen.push({ orderId, status })
    },

    /**
     * A device sends its refresh token. Who is signed out although the token was first used less than
     * the grace ago has lost their session to a race (A2). Answers whether the device still holds one.
     */
    refreshing(token: string, nowMs: number): (outcome: Outcome<unknown>, thenMs: number) => void {
      const first = firstUse.get(token) ?? nowMs
      firstUse.set(token, first)
      return (outcome, thenMs) => {
        if (outcome.kind === 'refused' && thenMs - first <= 30_000) {
          throw new Violation('A2', `a device was signed out: ${outcome.problem.code}`)
        }
      }
    },

    standing,
    isKept,
  }
}

export type Model = ReturnType<typeof createModel>
