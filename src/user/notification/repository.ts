import { and, desc, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { forgetOldest } from '#src/database/forget.ts'
import { chunked, first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type NotificationRow = Tables['notifications']['$inferSelect']

/** How many somebody has not read, counted up to `most`. */
const countUnread = (db: Database, userId: string, most: number) => {
  const { notifications: t } = db.tables
  const few = db
    .select({ one: sql<number>`1`.as('one') })
    .from(t)
    .where(and(eq(t.userId, userId), isNull(t.readAt)))
    .limit(most)
    .as('few')
  return db.select({ unread: sql<number>`count(*)`.mapWith(Number).as('unread') }).from(few)
}

/** A page of somebody's notifications, newest first, and how many are unread. One round trip. */
export async function listNotifications(
  db: Database,
  userId: string,
  { after, limit, most }: { after: string | null; limit: number; most: number },
): Promise<{ rows: NotificationRow[]; unread: number }> {
  const { notifications: t } = db.tables
  const [rows, counted] = await db.together(
    db
      .select()
      .from(t)
      .where(and(eq(t.userId, userId), after === null ? undefined : lt(t.id, after)))
      .orderBy(desc(t.id))
      .limit(limit + 1),
    countUnread(db, userId, most),
  )
  return { rows, unread: first(counted)?.unread ?? 0 }
}

/** Marks somebody's own as read, those of some ids or those until a moment. */
export async function markRead(
  db: Database,
  userId: string,
  which: { ids: readonly string[] } | { before: Date },
  at: Date,
): Promise<void> {
  const { notifications: t } = db.tables
  const mine = and(eq(t.userId, userId), isNull(t.readAt))
  const conditions =
    'ids' in which
      ? // Three more are bound beside the ids.
        chunked(which.ids, 2).map((ids) => and(mine, inArray(t.id, ids)))
      : [and(mine, lte(t.createdAt, which.before))]
  for (const condition of conditions) {
    await db.update(t).set({ readAt: at }).where(condition)
  }
}

/** How many somebody has not read, up to `most`. */
export async function unreadOf(db: Database, userId: string, most: number): Promise<number> {
  return first(await countUnread(db, userId, most))?.unread ?? 0
}

/** The statements that keep notifications; one that is there already stays as it is. */
export function addNotifications(
  q: Query,
  { notifications }: Tables,
  rows: readonly NotificationRow[],
): Statement[] {
  return chunked(rows, 9).map((some) => q.insert(notifications).values(some).onConflictDoNothing())
}

/** Forgets notifications from before `before`; some a run. */
export async function forgetNotifications(db: Database, before: Date): Promise<void> {
  const { notifications } = db.tables
  await forgetOldest(db, { table: notifications, at: notifications.createdAt }, before)
}
