import { and, asc, eq, lte } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** Orders whose state has ended by itself, the longest overdue first. */
export async function ordersDue(db: Database, now: Date, limit: number) {
  const { orders } = db.tables
  return await db
    .select({ id: orders.id, groupId: orders.groupId })
    .from(orders)
    .where(lte(orders.dueAt, now))
    .orderBy(asc(orders.dueAt))
    .limit(limit)
}

/** An order that is still due is looked at again later. */
export async function putOff(db: Database, id: string, now: Date, until: Date): Promise<void> {
  const { orders } = db.tables
  await db
    .update(orders)
    .set({ dueAt: until })
    .where(and(eq(orders.id, id), lte(orders.dueAt, now)))
}
