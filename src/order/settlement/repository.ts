import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { Charge, ProviderName } from '../payment/provider.ts'

/** Whether a charge's money was put aside before. */
export async function isPutAside(db: Database, charge: Charge, provider: ProviderName) {
  const { transactionEvents } = db.tables
  const rows = await db
    .select({ id: transactionEvents.id })
    .from(transactionEvents)
    .where(
      and(
        eq(transactionEvents.provider, provider),
        eq(transactionEvents.providerRef, charge.providerRef),
        eq(transactionEvents.kind, 'quarantined'),
      ),
    )
    .limit(1)
  return rows.length === 1
}

/** Money that was put aside with its way back, newest first, `limit + 1` rows. Two queries. */
export async function listPutAside(db: Database, limit: number, after: { id: string } | null) {
  const { transactionEvents: t, refunds: r } = db.tables
  const events = await db
    .select()
    .from(t)
    .where(and(eq(t.kind, 'quarantined'), after === null ? undefined : lt(t.id, after.id)))
    .orderBy(desc(t.id))
    .limit(limit + 1)
  const refs = chunked([...new Set(events.map(({ providerRef }) => providerRef))], 2)
  const found = await Promise.all(
    refs.map((some) =>
      db
        .select()
        .from(r)
        .where(and(inArray(r.chargeRef, some), isNull(r.orderId))),
    ),
  )
  const refunds = found.flat()
  return events.map((event) => ({
    event,
    refund: refunds.find(
      ({ chargeRef, provider }) => chargeRef === event.providerRef && provider === event.provider,
    ),
  }))
}

/** The whole group's money is captured, and each order's share with it. */
export function capture(
  q: Query,
  { payments, paymentSplits }: Tables,
  groupId: string,
): Statement[] {
  return [
    one(
      q
        .update(payments)
        .set({ capturedSatang: sql`${payments.amountSatang}` })
        .where(and(eq(payments.groupId, groupId), eq(payments.capturedSatang, 0))),
    ),
    q
      .update(paymentSplits)
      .set({ capturedSatang: sql`${paymentSplits.amountSatang}` })
      .where(eq(paymentSplits.groupId, groupId)),
  ]
}
