import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first, whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { ProviderName } from '../payment/provider.ts'

export type Refund = Tables['refunds']['$inferSelect']

/**
 * Money on its way back, due at once; put-aside money and an order's share each once for a reason. Of
 * nothing there is nothing to send.
 */
export function startRefund(
  q: Query,
  { refunds }: Tables,
  refund: {
    id: string
    groupId: string | null
    attemptId: string | null
    orderId: string | null
    provider: ProviderName
    chargeRef: string
    amountSatang: number
    currency: string
    reason: Refund['reason']
    grantedBy?: string
    note?: string
    at: Date
  },
): Statement {
  const { at, ...rest } = refund
  const sends = rest.amountSatang > 0
  return q.insert(refunds).values({
    ...rest,
    status: sends ? 'pending' : 'succeeded',
    providerKey: rest.id,
    providerRef: null,
    attempts: 0,
    nextAtMs: sends ? at.getTime() : null,
    createdAt: at,
  })
}

/** Takes an amount off what of an order's share may still go back; the CHECKs refuse more (P9). */
export function grantShare(
  q: Query,
  { payments, paymentSplits }: Tables,
  { groupId, orderId, amountSatang }: { groupId: string; orderId: string; amountSatang: number },
): Statement[] {
  return [
    one(
      q
        .update(paymentSplits)
        .set({ refundedSatang: sql`${paymentSplits.refundedSatang} + ${whole(amountSatang)}` })
        .where(and(eq(paymentSplits.groupId, groupId), eq(paymentSplits.orderId, orderId))),
    ),
    one(
      q
        .update(payments)
        .set({ refundedSatang: sql`${payments.refundedSatang} + ${whole(amountSatang)}` })
        .where(eq(payments.groupId, groupId)),
    ),
  ]
}

/** Refunds that the provider has still to be asked for. */
export async function refundsDue(db: Database, nowMs: number, limit: number): Promise<Refund[]> {
  const { refunds } = db.tables
  return await db
    .select()
    .from(refunds)
    .where(lte(refunds.nextAtMs, nowMs))
    .orderBy(asc(refunds.nextAtMs))
    .limit(limit)
}

/** The refund that a provider knows by this id of its own. */
export async function refundByRef(
  db: Database,
  provider: ProviderName,
  providerRef: string,
): Promise<Refund | undefined> {
  const { refunds } = db.tables
  return first(
    await db
      .select()
      .from(refunds)
      .where(and(eq(refunds.provider, provider), eq(refunds.providerRef, providerRef)))
      .limit(1),
  )
}

/** Whether a provider's refund was one of ours, though it failed and was tried again since. */
export async function wasTried(
  db: Database,
  provider: ProviderName,
  providerRef: string,
): Promise<boolean> {
  const { transactionEvents: t } = db.tables
  const rows = await db
    .select({ id: t.id })
    .from(t)
    .where(
      and(
        eq(t.provider, provider),
        eq(t.providerRef, providerRef),
        inArray(t.kind, ['refund_started', 'refunded']),
      ),
    )
    .limit(1)
  return rows.length === 1
}

/**
 * Whether a bank has taken more of a refund's charge than its orders bear: then it has given the payer
 * what was on its way back already. One query.
 */
export async function isTakenByBank(
  db: Database,
  { groupId, chargeRef }: Pick<Refund, 'groupId' | 'chargeRef'>,
): Promise<boolean> {
  if (groupId === null) return false
  const { chargebacks: t } = db.tables
  const rows = await db
    .select({ id: t.id })
    .from(t)
    .where(and(eq(t.groupId, groupId), eq(t.chargeRef, chargeRef), gt(t.unborneSatang, 0)))
    .limit(1)
  return rows.length === 1
}

/** What became of asking for a refund; a stale write when another run was faster. */
export function moveRefund(
  q: Query,
  { refunds }: Tables,
  refund: Refund,
  set: Partial<Pick<Refund, 'status' | 'providerKey' | 'providerRef' | 'nextAtMs'>>,
): Statement {
  return one(
    q
      .update(refunds)
      .set({ ...set, attempts: refund.attempts + 1 })
      .where(and(eq(refunds.id, refund.id), eq(refunds.attempts, refund.attempts))),
  )
}
