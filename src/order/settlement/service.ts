import type { Clock } from '#src/common/clock.ts'
import { decodeCursor, page } from '#src/common/cursor.ts'
import type { Log } from '#src/common/log.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { announce } from '#src/database/outbox.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import { news } from '../group/rules.ts'
import type { GroupService } from '../group/service.ts'
import { inBaht, paidJournal, putAsideJournal } from '../ledger/rules.ts'
import type { LedgerService } from '../ledger/service.ts'
import type { Charge, PaymentProvider } from '../payment/provider.ts'
import { isOpen } from '../payment/rules.ts'
import type { Attempt, PaymentService } from '../payment/service.ts'
import type { RefundService } from '../refund/service.ts'
import { capture, isPutAside, listPutAside } from './repository.ts'
import { decide, type Effect } from './rules.ts'
import type { ListPutAside, PutAsidePage } from './schema.ts'

export type SettlementDeps = {
  database: Database
  clock: Clock
  log: Log
  groups: GroupService
  payments: PaymentService
  ledger: LedgerService
  refunds: RefundService
}

type Case = NonNullable<Awaited<ReturnType<GroupService['load']>>>

/** What became of a charge: `unknown` when no attempt of ours is behind it (yet). */
export type Settled = Effect['kind'] | 'unknown'

const TRIES = 6
const PUT_ASIDE = 'put-aside'

/** Brings what a provider says of a charge into the market: the one function every path calls. */
export function createSettlementService(deps: SettlementDeps) {
  const { database, clock, log, groups, payments, ledger, refunds } = deps
  const { tables } = database

  /**
   * Settles a charge as the provider sees it now, in one atomic write. `alongside` joins that write,
   * such as marking the webhook that called. Racing callers have one effect; the loser looks again
   * and finds nothing left to do.
   */
  async function settle(
    provider: PaymentProvider,
    charge: Charge,
    alongside: (q: Query, effect: Effect) => Statement[] = () => [],
  ): Promise<Settled> {
    for (let attemptNumber = 1; ; attemptNumber += 1) {
      const attempt = await payments.ofCharge(provider.name, charge)
      const found = attempt === undefined ? undefined : await groups.load(attempt.groupId)
      if (attempt === undefined || found === undefined) return 'unknown'
      let effect = decide(charge, attempt, found.group, provider)
      if (effect.kind === 'put_aside' && (await isPutAside(database, charge, provider.name))) {
        effect = { kind: 'nothing' }
      }
      const rivals = effect.kind === 'pay' ? await openBeside(attempt) : []
      try {
        await database.atomically((q) => [
          ...alongside(q, effect),
          ...statements(q, effect, charge, attempt, found, clock.now()),
          ...rivals.flatMap((rival) => superseded(q, rival, clock.now())),
        ])
        report(effect, charge, attempt, found)
        return effect.kind
      } catch (error) {
        if (attemptNumber === TRIES || !(isStale(error) || isConflict(error))) throw error
      }
    }
  }

  // An older attempt may be the one that is paid: what was opened after it must not be paid as well.
  async function openBeside({ id, groupId }: Attempt): Promise<Attempt[]> {
    const attempts = await payments.attempts(groupId)
    return attempts.filter((other) => other.id !== id && isOpen(other.status))
  }

  const superseded = (q: Query, rival: Attempt, at: Date): Statement[] =>
    payments.move(q, rival, {
      event: 'superseded',
      actor: 'system',
      at,
      failureCode: 'superseded',
    })

  function statements(
    q: Query,
    effect: Effect,
    charge: Charge,
    attempt: Attempt,
    found: Case,
    at: Date,
  ): Statement[] {
    const known = attempt.providerRef !== null || effect.kind === 'quarantine'
    return [
      ...(known ? [] : [payments.remember(q, attempt, charge.providerRef)]),
      ...changes(q, effect, charge, attempt, found, at),
    ]
  }

  function changes(
    q: Query,
    effect: Effect,
    charge: Charge,
    attempt: Attempt,
    found: Case,
    at: Date,
  ): Statement[] {
    if (effect.kind === 'pay') return pay(q, charge, attempt, found, at)
    if (effect.kind === 'put_aside') return putAside(q, effect, charge, attempt, at)
    if (effect.kind !== 'move') return []
    const { event, failureCode } = effect
    const { groupId, version } = attempt
    return [
      ...payments.move(q, attempt, { event, actor: 'provider', at, failureCode }),
      ...(event === 'failed' || event === 'declined'
        ? [announce(q, tables, news(groupId, version + 1, { event: 'payment_failed' }), at)]
        : []),
    ]
  }

  function pay(q: Query, charge: Charge, attempt: Attempt, found: Case, at: Date): Statement[] {
    const shares = shareTotals(charge.receivedSatang, found)
    return [
      ...groups.move(q, found, 'paid', 'provider', at),
      ...payments.move(q, attempt, {
        event: 'captured',
        actor: 'provider',
        at,
        failureCode: null,
        providerRef: charge.providerRef,
      }),
      ...capture(q, tables, found.group.id),
      payments.record(q, { ...fact(charge, attempt), kind: 'captured', at }),
      ...shares.flatMap(({ orderId, amountSatang }) =>
        ledger.post(q, paidJournal(found.group.id, orderId, amountSatang), at),
      ),
    ]
  }

  function putAside(
    q: Query,
    { reason, amountSatang }: Extract<Effect, { kind: 'put_aside' }>,
    charge: Charge,
    attempt: Attempt,
    at: Date,
  ): Statement[] {
    const money = { ...fact(charge, attempt), amountSatang }
    const { providerRef: chargeRef, ...rest } = money
    return [
      payments.record(q, { ...money, kind: 'quarantined', reason, at }),
      refunds.start(q, { ...rest, chargeRef, reason, at }),
      ...inBaht(charge.currency, () =>
        ledger.post(q, putAsideJournal(attempt.groupId, chargeRef, amountSatang), at),
      ),
      ...(isOpen(attempt.status)
        ? payments.move(q, attempt, {
            event: 'put_aside',
            actor: 'provider',
            at,
            failureCode: reason,
          })
        : // It may have been settled since we read it: then this very money is what paid the group.
          [payments.unmoved(q, attempt)]),
    ]
  }

  function report(effect: Effect, charge: Charge, attempt: Attempt, found: Case): void {
    if (effect.kind === 'nothing') return
    if (effect.kind === 'pay') groups.announceMove(found, 'paid')
    else if (effect.kind === 'move') groups.announceAttempt(found, attempt, effect.to)
    const line = { effect, chargeRef: charge.providerRef, groupId: found.group.id }
    if (effect.kind === 'put_aside') {
      refunds.runSoon()
      if (isOpen(attempt.status)) groups.announceAttempt(found, attempt, 'failed')
    }
    if (effect.kind === 'put_aside' || effect.kind === 'quarantine') {
      log.error('settlement.put_aside', line)
    } else {
      log.info('settlement.applied', line)
    }
  }

  /**
   * Settles a charge that something else is told of before its own success was. False while its money
   * has neither paid nor been put aside. @throws ProviderUnavailable
   */
  async function settleFirst(provider: PaymentProvider, providerRef: string): Promise<boolean> {
    const before = await payments.byRef(provider.name, providerRef)
    if (before?.status === 'succeeded') return true
    const charge = before === undefined ? undefined : await provider.fetch(providerRef)
    if (charge?.status !== 'succeeded') return false
    await settle(provider, charge)
    const now = await payments.byRef(provider.name, providerRef)
    return now?.status === 'succeeded' || (await isPutAside(database, charge, provider.name))
  }

  /** Money that was put aside, newest first. @throws Problem `cursor_invalid` */
  async function putAsideList({ limit, cursor }: ListPutAside): Promise<PutAsidePage> {
    const after = cursor === undefined ? null : decodeCursor(PUT_ASIDE, cursor)
    const rows = await listPutAside(database, limit, after)
    const { items, nextCursor } = page(rows, limit, PUT_ASIDE, ({ event: { id } }) => ({
      value: 0,
      id,
    }))
    return {
      items: items.map(({ event, refund }) => ({
        id: event.id,
        groupId: event.groupId,
        provider: event.provider,
        chargeRef: event.providerRef,
        amountSatang: event.amountSatang,
        currency: event.currency,
        reason: event.reason ?? '',
        refund: refund === undefined ? null : { id: refund.id, status: refund.status },
        at: event.at.toISOString(),
      })),
      nextCursor,
    }
  }

  return { settle, settleFirst, putAside: putAsideList }
}

export type SettlementService = ReturnType<typeof createSettlementService>

const fact = (charge: Charge, attempt: Attempt) => ({
  groupId: attempt.groupId,
  attemptId: attempt.id,
  provider: attempt.provider,
  providerRef: charge.providerRef,
  amountSatang: charge.receivedSatang,
  currency: charge.currency,
})

// A paid charge equals the group's total, and orders sum to it: each order's share is its own total.
function shareTotals(receivedSatang: number, { orders, group }: Case) {
  if (receivedSatang !== group.totalSatang) throw new RangeError('a share of another amount')
  return orders.map(({ id, totalSatang }) => ({ orderId: id, amountSatang: totalSatang }))
}
