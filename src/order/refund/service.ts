import { type Clock, doubling, HOUR_MS, SECOND_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { describeError, type Log } from '#src/common/log.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { announce } from '#src/database/outbox.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import { news } from '../group/rules.ts'
import { inBaht, refundedJournal, returnedJournal } from '../ledger/rules.ts'
import type { LedgerService } from '../ledger/service.ts'
import { type ProviderName, ProviderRefused, type RefundNow } from '../payment/provider.ts'
import type { PaidBy, PaymentService } from '../payment/service.ts'
import {
  grantShare,
  isTakenByBank,
  moveRefund,
  type Refund,
  refundByRef,
  refundsDue,
  startRefund,
  wasTried,
} from './repository.ts'

export type RefundDeps = {
  database: Database
  clock: Clock
  log: Log
  payments: PaymentService
  ledger: LedgerService
  defer(task: Promise<unknown>): void
}

type Cancelled = {
  id: string
  groupId: string
  totalSatang: number
  refundedSatang?: number
  chargedBackSatang?: number
}
/** A share of an order's money that goes back, and who granted it. */
type Part = {
  id: string
  groupId: string
  orderId: string
  amountSatang: number
  reason: 'cancelled' | 'restored' | 'granted'
  grantedBy?: string
  note?: string
  at: Date
}

const PAGE = 50

/** Money on its way back: decided in the write that found the reason, sent afterwards, once. */
export function createRefundService(deps: RefundDeps) {
  const { database, clock, log, payments, ledger, defer } = deps
  const { tables } = database

  /**
   * Asks the provider for one refund, or how it stands. It has a key of its own there, so a repeat
   * after a lost answer moves no more money (P7). It is done when the payer has the money: a PromptPay refund
   * waits for an account number. Only a definite refusal ends it, for an operator to see.
   */
  async function run(refund: Refund): Promise<void> {
    try {
      const now = await ask(refund)
      if (now === undefined) await later(refund)
      else if (now.status === 'succeeded') await succeed(refund, now)
      else if (now.status !== 'failed') await later(refund, now.providerRef)
      else {
        log.error('refund.failed', { refundId: refund.id, providerRef: now.providerRef })
        await fail(refund, now)
      }
    } catch (error) {
      // Another run was faster: its record stands.
      if (isStale(error) || isConflict(error)) return
      log.error('refund.failed', { refundId: refund.id, ...describeError(error) })
      await (error instanceof ProviderRefused ? fail(refund, refund) : later(refund))
    }
  }

  // The provider speaks of it for a while yet, also when it is tried again under another id.
  async function fail(
    refund: Refund,
    { providerRef }: { providerRef: string | null },
  ): Promise<void> {
    const at = clock.now()
    try {
      await database.atomically((q) => [
        moveRefund(q, tables, refund, { status: 'failed', providerRef, nextAtMs: null }),
        ...accepted(q, refund, providerRef, at),
      ])
    } catch (error) {
      if (!isStale(error)) throw error
    }
  }

  /** The statement that keeps what the provider calls it, once it is known. */
  const accepted = (q: Query, refund: Refund, providerRef: string | null, at: Date): Statement[] =>
    refund.providerRef === null && providerRef !== null
      ? [payments.record(q, { ...fact(refund, providerRef), kind: 'refund_started', at })]
      : []

  async function ask(refund: Refund): Promise<RefundNow | undefined> {
    const provider = payments.provider(refund.provider)
    if (refund.providerRef === null) return await provider?.refund(asTry(refund))
    return await provider?.fetchRefund(refund.providerRef)
  }

  async function succeed(refund: Refund, { providerRef }: RefundNow): Promise<void> {
    const at = clock.now()
    await database.atomically((q) => [
      moveRefund(q, tables, refund, { status: 'succeeded', providerRef, nextAtMs: null }),
      payments.record(q, { ...fact(refund, providerRef), kind: 'refunded', at }),
      ...inBaht(refund.currency, () => ledger.post(q, refundedJournal(asTry(refund)), at)),
      ...told(q, refund, at),
    ])
    log.info('refund.sent', { refundId: refund.id, amountSatang: refund.amountSatang })
  }

  /** The statement by which the buyer hears of it; of money that is nobody's group's nobody does. */
  const told = (q: Query, { groupId, attempts, orderId, amountSatang }: Refund, at: Date) =>
    groupId === null
      ? []
      : [
          announce(
            q,
            tables,
            news(groupId, attempts, {
              ...{ event: 'refund_sent', amountSatang },
              ...(orderId === null ? {} : { orderId }),
            }),
            at,
          ),
        ]

  // A bank may send money back days after it took it: we owe it again, and an operator must see it.
  async function comeBack(refund: Refund): Promise<void> {
    const now = await payments.provider(refund.provider)?.fetchRefund(refund.providerRef ?? '')
    if (now?.status !== 'failed') return
    const at = clock.now()
    await database.atomically((q) => [
      moveRefund(q, tables, refund, { status: 'failed', nextAtMs: null }),
      ...inBaht(refund.currency, () => ledger.post(q, returnedJournal(asTry(refund)), at)),
    ])
    log.error('refund.returned', { refundId: refund.id, amountSatang: refund.amountSatang })
  }

  async function later(refund: Refund, providerRef = refund.providerRef): Promise<void> {
    const at = clock.now()
    const nextAtMs = at.getTime() + doubling(30 * SECOND_MS, refund.attempts, HOUR_MS)
    try {
      await database.atomically((q) => [
        moveRefund(q, tables, refund, { nextAtMs, providerRef }),
        ...accepted(q, refund, providerRef, at),
      ])
    } catch (error) {
      if (!isStale(error)) throw error
    }
  }

  async function runDue(): Promise<number> {
    const due = await refundsDue(database, clock.now().getTime(), PAGE)
    for (const refund of due) await run(refund)
    return due.length
  }

  function give(q: Query, part: Part, paidBy: PaidBy): Statement[] {
    const { id: attemptId, provider, providerRef: chargeRef, currency } = paidBy
    return [
      ...grantShare(q, tables, part),
      startRefund(q, tables, { ...part, attemptId, provider, chargeRef, currency }),
    ]
  }

  return {
    /** The statement that gives back a whole charge that was put aside, due at once; once for a reason. */
    start: (
      q: Query,
      refund: Omit<Parameters<typeof startRefund>[2], 'id' | 'orderId'>,
    ): Statement => startRefund(q, tables, { ...refund, id: newId('rfd'), orderId: null }),

    /**
     * The statements that give back what is left of a cancelled order's share of a paid charge, due at
     * once; nothing when nothing is left. The write fails rather than that more goes back than was
     * captured (P9).
     */
    grant(q: Query, order: Cancelled, paidBy: PaidBy, at: Date): Statement[] {
      const { id: orderId, groupId, totalSatang, refundedSatang = 0, chargedBackSatang = 0 } = order
      const amountSatang = totalSatang - refundedSatang - chargedBackSatang
      if (amountSatang === 0) return []
      const id = newId('rfd')
      return give(q, { id, groupId, orderId, amountSatang, reason: 'cancelled', at }, paidBy)
    },

    /** The statements that give back what a bank restored of a cancelled order's share, due at once. */
    grantRestored: (q: Query, part: Omit<Part, 'id' | 'reason'>, paidBy: PaidBy): Statement[] =>
      give(q, { ...part, id: newId('rfd'), reason: 'restored' }, paidBy),

    /** The statements that give a part of an order's share back, due at once (P9). */
    grantPart: (q: Query, part: Omit<Part, 'reason'>, paidBy: PaidBy): Statement[] =>
      give(q, { ...part, reason: 'granted' }, paidBy),

    /**
     * The statement that sends what failed once more, under a new key and due at once; what it takes
     * off its order is taken already. Stale when somebody was faster.
     */
    tryAgain: (q: Query, refund: Refund): Statement =>
      moveRefund(q, tables, refund, {
        ...{ status: 'pending', providerKey: newId('rfd'), providerRef: null },
        nextAtMs: clock.now().getTime(),
      }),

    /** Whether a refund's payer has its money from the bank already. One query. */
    isTakenByBank: async (refund: Refund): Promise<boolean> =>
      await isTakenByBank(database, refund),

    /** Sends what is due after the answer, so that a shopper's late money does not wait a minute. */
    runSoon: (): void =>
      defer(runDue().catch((error: unknown) => log.error('refund.failed', describeError(error)))),

    /** Sends what is due; part of the minute's jobs. Answers how many it tried. */
    runDue,

    /**
     * Looks at a refund that the provider spoke of. False when it is none of ours, or not yet.
     * @throws ProviderUnavailable
     */
    async look(provider: ProviderName, providerRef: string): Promise<boolean> {
      const refund = await refundByRef(database, provider, providerRef)
      if (refund?.status === 'pending') await run(refund)
      if (refund?.status === 'succeeded') await comeBack(refund)
      return refund !== undefined || (await wasTried(database, provider, providerRef))
    },
  }
}

// Each try is an event of its own, for the provider and in the books.
const asTry = (refund: Refund): Refund => ({ ...refund, id: refund.providerKey })

const fact = (refund: Refund, providerRef: string) => ({
  groupId: refund.groupId,
  attemptId: refund.attemptId,
  provider: refund.provider,
  providerRef,
  amountSatang: refund.amountSatang,
  currency: refund.currency,
  reason: refund.reason,
})

export type RefundService = ReturnType<typeof createRefundService>
