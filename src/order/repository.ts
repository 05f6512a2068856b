import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Cursor } from '#src/common/cursor.ts'
import type { Database } from '#src/database/database.ts'
import { beyond, chunked, first } from '#src/database/portable.ts'
import type { OrderStatus } from './rules.ts'

/** An account's orders, newest first, `limit + 1` rows, with how each group stands. */
export async function listOrders(
  db: Database,
  userId: string,
  statuses: readonly OrderStatus[] | null,
  limit: number,
  after: Cursor | null,
) {
  const { orders, orderGroups, paymentSplits } = db.tables
  return await db
    .select({
      order: orders,
      paymentStatus: orderGroups.paymentStatus,
      expiresAt: orderGroups.expiresAt,
      refundedSatang: paymentSplits.refundedSatang,
    })
    .from(orders)
    .innerJoin(orderGroups, eq(orderGroups.id, orders.groupId))
    .innerJoin(
      paymentSplits,
      and(eq(paymentSplits.groupId, orders.groupId), eq(paymentSplits.orderId, orders.id)),
    )
    .where(
      and(
        eq(orders.userId, userId),
        statuses === null ? undefined : inArray(orders.status, [...statuses]),
        after === null ? undefined : beyond(orders.placedMs, orders.id, after),
      ),
    )
    .orderBy(desc(orders.placedMs), desc(orders.id))
    .limit(limit + 1)
}

/** The lines of some orders. */
export async function linesOf(db: Database, orderIds: readonly string[]) {
  const { orderLines } = db.tables
  if (orderIds.length === 0) return []
  const chunks = chunked(orderIds, 1)
  const pages = await Promise.all(
    chunks.map((ids) => db.select().from(orderLines).where(inArray(orderLines.orderId, ids))),
  )
  return pages.flat().sort((a, b) => a.position - b.position)
}

/** A line of one of an account's orders, with how its order stands. */
export async function boughtLine(db: Database, userId: string, lineId: string) {
  const { orderLines, orders } = db.tables
  return first(
    await db
      .select({ productId: orderLines.productId, status: orders.status })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .where(and(eq(orderLines.id, lineId), eq(orders.userId, userId)))
      .limit(1),
  )
}

/** What happened to a group's orders: a question to be asked, with others or alone. */
export function readHistory(db: Database, orderIds: readonly string[]) {
  const { orderHistory } = db.tables
  return db
    .select()
    .from(orderHistory)
    .where(inArray(orderHistory.aggregateId, [...orderIds]))
}
