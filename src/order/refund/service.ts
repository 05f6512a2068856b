import type { Clock } from '../../common/clock.ts'
import { newId } from '../../common/id.ts'
import { describeError, type Log } from '../../common/log.ts'
import type { Database, Query, Statement } from '../../database/database.ts'
import { isConflict, isStale } from '../../database/portable.ts'
import { refundedJournal } from '../ledger/rules.ts'
import type { LedgerService } from '../ledger/service.ts'
import { ProviderRefused } from '../payment/provider.ts'
import type { PaymentService } from '../payment/service.ts'
import { moveRefund, type Refund, refundsDue, startRefund } from './repository.ts'

export type RefundDeps = {
  database: Database
  clock: Clock
  log: Log
  payments: PaymentService
  ledger: LedgerService
  defer(task: Promise<unknown>): void
}

const PAGE = 50
const MAX_PAUSE_MS = 3_600_000

/** Money on its way back: decided in the write that found the reason, sent afterwards, once. */
export function createRefundService(deps: RefundDeps) {
  const { database, clock, log, payments, ledger, defer } = deps
  const { tables } = database

  /**
   * Asks the provider for one refund. The refund's id is its key there, so a repeat after a lost
   * answer moves no more money (P7); only a definite refusal ends it, for an operator to see.
   */
  async function run(refund: Refund): Promise<void> {
    const provider = payments.provider(refund.provider)
    if (provider === undefined) return await later(refund)
    try {
      const result = await provider.refund(refund)
      if (result.status === 'failed') throw new ProviderRefused('refund_failed', result)
      const at = clock.now()
      await database.atomically((q) => [
        moveRefund(q, tables, refund, {
          status: 'succeeded',
          providerRef: result.providerRef,
          nextAtMs: null,
        }),
        payments.record(q, {
          groupId: refund.groupId,
          attemptId: refund.attemptId,
          provider: refund.provider,
          kind: 'refunded',
          providerRef: result.providerRef,
          amountSatang: refund.amountSatang,
          currency: refund.currency,
          reason: refund.reason,
          at,
        }),
        ...ledger.post(q, refundedJournal(refund.groupId, refund.id, refund.amountSatang), at),
      ])
      log.info('refund.sent', { refundId: refund.id, amountSatang: refund.amountSatang })
    } catch (error) {
      // Another run was faster: its record stands.
      if (isStale(error) || isConflict(error)) return
      log.error('refund.failed', { refundId: refund.id, ...describeError(error) })
      if (!(error instanceof ProviderRefused)) return await later(refund)
      await database.atomically((q) => [
        moveRefund(q, tables, refund, { status: 'failed', nextAtMs: null }),
      ])
    }
  }

  async function later(refund: Refund): Promise<void> {
    const pauseMs = Math.min(30_000 * 2 ** Math.min(refund.attempts, 10), MAX_PAUSE_MS)
    const nextAtMs = clock.now().getTime() + pauseMs
    try {
      await database.atomically((q) => [moveRefund(q, tables, refund, { nextAtMs })])
    } catch (error) {
      if (!isStale(error)) throw error
    }
  }

  async function runDue(): Promise<number> {
    const due = await refundsDue(database, clock.now().getTime(), PAGE)
    for (const refund of due) await run(refund)
    return due.length
  }

  return {
    /** The statement that starts a refund, due at once; a charge is given back once for a reason. */
    start: (q: Query, refund: Omit<Parameters<typeof startRefund>[2], 'id'>): Statement =>
      startRefund(q, tables, { ...refund, id: newId('rfd') }),

    /** Sends what is due after the answer, so that a shopper's late money does not wait a minute. */
    runSoon: (): void =>
      defer(runDue().catch((error: unknown) => log.error('refund.failed', describeError(error)))),

    /** Sends what is due; part of the minute's jobs. Answers how many it tried. */
    runDue,
  }
}

export type RefundService = ReturnType<typeof createRefundService>
