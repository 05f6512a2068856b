import { and, desc, eq, inArray, ne, notInArray } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type DeviceRow = Tables['devices']['$inferSelect']

/** The devices of some accounts, the newest first. */
export async function devicesOf(db: Database, userIds: readonly string[]): Promise<DeviceRow[]> {
  const { devices: t } = db.tables
  const pages = await Promise.all(
    chunked([...new Set(userIds)], 1).map(
      async (page) => await db.select().from(t).where(inArray(t.userId, page)),
    ),
  )
  // Here, where they are few: of several accounts no index has this order.
  return pages.flat().sort((one, other) => (one.id < other.id ? 1 : -1))
}

/**
 * Keeps a device, and of an account's the newest `max`: one write, so that no number of calls at once
 * keeps more. `moves` takes it from whoever had it before: a phone that somebody else signed in on.
 */
export async function saveDevice(
  db: Database,
  row: DeviceRow,
  { max, moves }: { max: number; moves: boolean },
): Promise<void> {
  const { devices: t, users } = db.tables
  const { id, userId, tokenHash, createdAt, ...reached } = row
  await db.atomically((q) => {
    const newest = q
      .select({ id: t.id })
      .from(t)
      .where(eq(t.userId, userId))
      .orderBy(desc(t.id))
      .limit(max)
    return [
      // Where two calls at once wait for each other, so that the second counts what the first kept.
      q.update(users).set({ id: userId }).where(eq(users.id, userId)),
      ...(moves ? [q.delete(t).where(and(eq(t.tokenHash, tokenHash), ne(t.userId, userId)))] : []),
      q
        .insert(t)
        .values({ id, userId, tokenHash, createdAt, ...reached })
        .onConflictDoUpdate({ target: [t.userId, t.tokenHash], set: reached }),
      q.delete(t).where(and(eq(t.userId, userId), notInArray(t.id, newest))),
    ]
  })
}

/** Takes a device away. False when the account has no such one. */
export async function deleteDevice(db: Database, userId: string, id: string): Promise<boolean> {
  const { devices: t } = db.tables
  const gone = await db
    .delete(t)
    .where(and(eq(t.id, id), eq(t.userId, userId)))
    .returning({ id: t.id })
  return gone.length > 0
}
