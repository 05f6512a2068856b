import { and, eq, sql } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
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
