import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** The message that tells of an order, of which there is one an order and no more. */
export const soonMessage = (orderId: string): string => `completes-soon:${orderId}`

/** Paid orders that have arrived, complete by themselves by `until`, and whose buyers were not told. */
export async function completingSoon(
  db: Database,
  { now, until, consumer, limit }: { now: Date; until: Date; consumer: string; limit: number },
) {
  const { orders, orderGroups, processedMessages } = db.tables
  return await db
    .select({ id: orders.id, groupId: orders.groupId })
    .from(orders)
    .innerJoin(orderGroups, eq(orderGroups.id, orders.groupId))
    .leftJoin(
      processedMessages,
      and(
        eq(processedMessages.consumer, consumer),
        eq(processedMessages.messageId, sql`${soonMessage('')} || ${orders.id}`),
      ),
    )
    .where(
      and(
        gt(orders.dueAt, now),
        lte(orders.dueAt, until),
        // Said so that neither database takes another index than that of what is due, and sorts.
        sql`coalesce(${orders.status}, '') = 'delivered'`,
        sql`coalesce(${orderGroups.paymentStatus}, '') = 'paid'`,
        isNull(processedMessages.messageId),
      ),
    )
    .orderBy(asc(orders.dueAt))
    .limit(limit)
}
