import { and, asc, eq, lte } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** Orders whose state has ended by itself, the longest overdue first. */
export async function ordersDue(db: Database, now: Date, limit: number) {
  const { orders } = db.tables
  return await db
    .select({ id: orders.id, groupId: orders.groupId, tries: orders.dueTries })
    .from(orders)
    .where(lte(orders.dueAt, now))
    .orderBy(asc(orders.dueAt))
    .limit(limit)
}

export type DueOrder = Awaited<ReturnType<typeof ordersDue>>[number]

/** An order that is still due is looked at again at `dueAt`, as one that was put off `dueTries` times. */
export async function putOff(
  db: Database,
  { id }: DueOrder,
  now: Date,
  again: { dueAt: Date; dueTries: number },
): Promise<void> {
  const { orders } = db.tables
  await db
    .update(orders)
    .set(again)
    .where(and(eq(orders.id, id), lte(orders.dueAt, now)))
}
