import type { Clock } from '#src/common/clock.ts'
import { decodeCursor, pageById } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import type { Log } from '#src/common/log.ts'
import { sumSatang } from '#src/common/money.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import type { GroupCase, GroupService } from '../group/service.ts'
import { chargedBackJournals, inBaht } from '../ledger/rules.ts'
import type { LedgerService } from '../ledger/service.ts'
import type { DisputeNow, PaymentProvider } from '../payment/provider.ts'
import type { Attempt, PaidBy, PaymentService } from '../payment/service.ts'
import type { RefundService } from '../refund/service.ts'
import type { SettlementService } from '../settlement/service.ts'
import {
  bear,
  bookedOf,
  type Chargeback,
  chargebackByRef,
  keepChargeback,
  listChargebacks,
  markDisputed,
  otherOpen,
} from './repository.ts'
import { type Bearer, restored, type Spread, taken } from './rules.ts'
import type { ChargebackPage, ListChargebacks } from './schema.ts'

export type ChargebackDeps = {
  database: Database
  clock: Clock
  log: Log
  groups: GroupService
  payments: PaymentService
  ledger: LedgerService
  refunds: RefundService
  settlement: SettlementService
}

type Movement = DisputeNow['movements'][number]
type Booking = Movement & { spread: Spread }

const TRIES = 6

/**
 * What payers' banks take back. An event is a hint: the dispute is fetched, and each of its movements
 * is booked once, whatever came before it or twice (P1).
 */
export function createChargebackService(deps: ChargebackDeps) {
  const { database, clock, log, groups, payments, ledger, refunds, settlement } = deps
  const { tables } = database

  /** Brings a dispute as it is now into the market. False when no attempt of ours is behind it (yet). */
  async function settle(provider: PaymentProvider, dispute: DisputeNow): Promise<boolean> {
    for (let round = 1; ; round += 1) {
      const attempt = await payments.byRef(provider.name, dispute.chargeRef)
      const found = attempt === undefined ? undefined : await groups.load(attempt.groupId)
      if (attempt === undefined || found === undefined) return false
      const before = await chargebackByRef(database, provider.name, dispute.providerRef)
      const refs = dispute.movements.map(({ providerRef }) => providerRef)
      const booked = await bookedOf(database, provider.name, refs)
      const fresh = dispute.movements.filter(({ providerRef }) => !booked.has(providerRef))
      const same = before !== undefined && before.known.status === statusOf(dispute, before.known)
      if (same && fresh.length === 0) return true
      const { now, bookings } = plan(dispute, attempt, found, before, fresh, clock.now())
      const paidBy = { ...attempt, providerRef: dispute.chargeRef }
      const disputed = now.status === 'open' || (await otherOpen(database, now))
      // Money that was put aside holds up no order.
      const pays = attempt.status === 'succeeded'
      try {
        await database.atomically((q) => [
          keepChargeback(q, tables, now, before?.known.version ?? null),
          ...facts(q, now, before?.known.status, fresh),
          ...bookings.flatMap((booking) => book(q, now, found, paidBy, booking)),
          ...(pays ? [markDisputed(q, tables, found.group.id, disputed)] : []),
          ...(pays ? groups.note(q, found, 'charged_back', 'provider', clock.now()) : []),
        ])
        const { id: chargebackId, groupId, status, withdrawnSatang } = now
        log.error('chargeback.moved', { chargebackId, groupId, status, withdrawnSatang })
        refunds.runSoon()
        return true
      } catch (error) {
        if (round === TRIES || !(isStale(error) || isConflict(error))) throw error
      }
    }
  }

  function facts(
    q: Query,
    now: Chargeback,
    was: Chargeback['status'] | undefined,
    fresh: readonly Movement[],
  ): Statement[] {
    const { groupId, attemptId, provider, currency, reason } = now
    const common = { groupId, attemptId, provider, currency, reason, at: clock.now() }
    const dispute = { ...common, providerRef: now.providerRef, amountSatang: now.amountSatang }
    return [
      ...(was === undefined ? [payments.record(q, { ...dispute, kind: 'dispute_opened' })] : []),
      ...(now.status !== 'open' && was !== now.status
        ? [payments.record(q, { ...dispute, kind: `dispute_${now.status}` })]
        : []),
      ...fresh.map(({ providerRef, amountSatang }) =>
        payments.record(q, {
          ...common,
          providerRef,
          amountSatang: Math.abs(amountSatang),
          kind: amountSatang < 0 ? 'charged_back' : 'charge_restored',
        }),
      ),
    ]
  }

  function book(
    q: Query,
    now: Chargeback,
    found: GroupCase,
    paidBy: PaidBy,
    booking: Booking,
  ): Statement[] {
    const { providerRef, amountSatang, feeSatang, spread } = booking
    const sign = amountSatang < 0 ? 1 : -1
    const { groupId, id: chargebackId } = now
    const at = clock.now()
    return inBaht(now.currency, () => [
      ...spread.byOrder.flatMap(({ orderId, amountSatang: part }) =>
        bear(q, tables, { chargebackId, groupId, orderId, amountSatang: sign * part }),
      ),
      ...chargedBackJournals(providerRef, groupId, {
        orders: spread.byOrder.flatMap(({ orderId, amountSatang: part }) => {
          const order = found.orders.find(({ id }) => id === orderId)
          return order === undefined ? [] : [{ order, amountSatang: sign * part }]
        }),
        ownSatang: sign * spread.unborneSatang + feeSatang,
      }).flatMap((journal) => ledger.post(q, journal, at)),
      // Nobody earns what comes back of a cancelled order: it goes on to its buyer.
      ...spread.byOrder
        .filter(({ orderId }) => sign < 0 && isCancelled(found, orderId))
        .flatMap((part) => refunds.grantRestored(q, { ...part, groupId, at }, paidBy)),
    ])
  }

  return {
    settle,

    /**
     * Looks at a dispute that the provider spoke of. False when it is about no charge of ours, or not
     * yet: who bears it is known once the charge itself is settled. @throws ProviderUnavailable
     */
    async look(provider: PaymentProvider, providerRef: string): Promise<boolean> {
      const dispute = await provider.fetchDispute(providerRef)
      if (dispute === undefined) return false
      const settled = await settlement.settleFirst(provider, dispute.chargeRef)
      return settled && (await settle(provider, dispute))
    },

    /** The disputes, newest first. @throws Problem `cursor_invalid` */
    async list({ status, limit, cursor }: ListChargebacks): Promise<ChargebackPage> {
      const sort = `chargebacks:${status}`
      const after = cursor === undefined ? null : decodeCursor(sort, cursor)
      const rows = await listChargebacks(database, status, limit, after)
      const { items, nextCursor } = pageById(rows, limit, sort)
      return {
        items: items.map(({ attemptId: _, version: __, openedAt, closedAt, ...row }) => ({
          ...row,
          openedAt: openedAt.toISOString(),
          ...(closedAt === null ? {} : { closedAt: closedAt.toISOString() }),
        })),
        nextCursor,
      }
    },
  }
}

export type ChargebackService = ReturnType<typeof createChargebackService>

const isCancelled = ({ orders }: GroupCase, orderId: string): boolean =>
  orders.find(({ id }) => id === orderId)?.status === 'cancelled'

// An answer that was long on its way does not open again what is over.
const statusOf = ({ status }: DisputeNow, known: Chargeback | undefined): Chargeback['status'] =>
  status === 'open' ? (known?.status ?? status) : status

/** The dispute after its new movements, and who bears each of them. */
function plan(
  dispute: DisputeNow,
  attempt: Attempt,
  found: GroupCase,
  before: Awaited<ReturnType<typeof chargebackByRef>>,
  fresh: readonly Movement[],
  at: Date,
): { now: Chargeback; bookings: Booking[] } {
  const { reason, amountSatang, currency, providerRef, chargeRef } = dispute
  const status = statusOf(dispute, before?.known)
  const over = status !== 'open'
  let withdrawnSatang = before?.known.withdrawnSatang ?? 0
  let unborneSatang = before?.known.unborneSatang ?? 0
  // Money that paid no order is no order's to lose.
  const orders = attempt.status === 'succeeded' ? found.orders : []
  let bearers: Bearer[] = orders.map((order) => ({
    orderId: order.id,
    leftSatang: order.totalSatang - (order.refundedSatang ?? 0) - (order.chargedBackSatang ?? 0),
    bornSatang: before?.shares.find(({ orderId }) => orderId === order.id)?.amountSatang ?? 0,
  }))
  const bookings = fresh.map((movement): Booking => {
    const amount = Math.abs(movement.amountSatang)
    const out = movement.amountSatang < 0
    const spread = out ? taken(amount, bearers) : restored(amount, bearers, unborneSatang)
    const sign = out ? 1 : -1
    withdrawnSatang += sign * amount
    unborneSatang += sign * spread.unborneSatang
    bearers = bearers.map((bearer) => {
      const part = spread.byOrder.find(({ orderId }) => orderId === bearer.orderId)
      const moved = sign * (part?.amountSatang ?? 0)
      // What comes back of a cancelled order goes on to its buyer: nothing of it is left to be taken.
      const goesOn = !out && isCancelled(found, bearer.orderId)
      return {
        ...bearer,
        leftSatang: bearer.leftSatang - (goesOn ? 0 : moved),
        bornSatang: bearer.bornSatang + moved,
      }
    })
    return { ...movement, spread }
  })
  const now: Chargeback = {
    id: before?.known.id ?? newId('cbk'),
    ...{ provider: attempt.provider, providerRef, chargeRef, attemptId: attempt.id },
    ...{ groupId: found.group.id, status, reason, amountSatang, currency },
    ...{ withdrawnSatang, unborneSatang },
    feeSatang: (before?.known.feeSatang ?? 0) + sumSatang(fresh.map(({ feeSatang }) => feeSatang)),
    version: 1,
    openedAt: before?.known.openedAt ?? at,
    closedAt: over ? (before?.known.closedAt ?? at) : null,
  }
  return { now, bookings }
}
