import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { newId } from '#src/common/id.ts'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { chunked, first, whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { FrozenLine, RefundPart } from './rules.ts'

/** What of an order went back, part by part. One query. */
export async function partsOf(db: Database, orderId: string) {
  const { refundLines } = db.tables
  return await db.select().from(refundLines).where(eq(refundLines.orderId, orderId))
}

/** What vouchers took off an order's delivery. One query. */
export async function deliveryDiscounts(
  db: Database,
  { id, groupId }: { id: string; groupId: string },
) {
  const { discounts } = db.tables
  return await db
    .select()
    .from(discounts)
    .where(and(eq(discounts.groupId, groupId), eq(discounts.orderId, id), isNull(discounts.lineId)))
}

/** A refund with its parts. Two queries. */
export async function refundWithParts(db: Database, id: string) {
  const { refunds, refundLines } = db.tables
  const [rows, parts] = await Promise.all([
    db.select().from(refunds).where(eq(refunds.id, id)).limit(1),
    db.select().from(refundLines).where(eq(refundLines.refundId, id)),
  ])
  const refund = first(rows)
  return refund === undefined ? undefined : { refund, parts }
}

/** The refunds of an order, the oldest first. One query. */
export async function refundsOf(db: Database, orderId: string) {
  const { refunds } = db.tables
  return await db
    .select()
    .from(refunds)
    .where(eq(refunds.orderId, orderId))
    .orderBy(asc(refunds.id))
}

/**
 * Keeps what a refund gives back. A line gives back no more pieces than it has: its CHECK refuses, and
 * the write is stale when another refund of the line came first.
 */
export function insertParts(
  q: Query,
  { refundLines, orderLines }: Tables,
  { refundId, orderId }: { refundId: string; orderId: string },
  parts: readonly RefundPart[],
  lines: readonly FrozenLine[],
): Statement[] {
  const rows = parts.map((part) => ({ id: newId('rfl'), refundId, orderId, ...part }))
  const seen = new Map(lines.map((line) => [line.id, line.refundedQuantity]))
  return [
    ...parts.flatMap(({ lineId, quantity }) =>
      lineId === null
        ? []
        : [
            one(
              q
                .update(orderLines)
                .set({ refundedQuantity: sql`${orderLines.refundedQuantity} + ${whole(quantity)}` })
                .where(
                  and(
                    eq(orderLines.id, lineId),
                    eq(orderLines.refundedQuantity, seen.get(lineId) ?? 0),
                  ),
                ),
            ),
          ],
    ),
    ...chunked(rows, 10).map((chunk) => q.insert(refundLines).values(chunk)),
  ]
}
