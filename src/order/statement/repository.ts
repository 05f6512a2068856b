import { eq } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** What the statement of an order needs beside its group. Three queries. */
export async function statementRows(db: Database, orderId: string, groupId: string) {
  const { discounts, refunds, refundLines } = db.tables
  const [off, back, parts] = await Promise.all([
    db.select().from(discounts).where(eq(discounts.groupId, groupId)),
    db.select().from(refunds).where(eq(refunds.orderId, orderId)),
    db.select().from(refundLines).where(eq(refundLines.orderId, orderId)),
  ])
  return { discounts: off.filter((row) => row.orderId === orderId), refunds: back, parts }
}
