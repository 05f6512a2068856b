import { and, eq, inArray } from 'drizzle-orm'
import { type Database, one } from '#src/database/database.ts'
import { chunked, first, isConflict, isStale } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type Preferences = Tables['notificationPreferences']['$inferSelect']

/** What somebody chose; nothing when they never did. */
export async function findPreferences(db: Database, id: string): Promise<Preferences | undefined> {
  const { notificationPreferences } = db.tables
  return first(
    await db.select().from(notificationPreferences).where(eq(notificationPreferences.id, id)),
  )
}

/** The same of several at once. */
export async function preferencesOf(db: Database, ids: readonly string[]): Promise<Preferences[]> {
  const { notificationPreferences } = db.tables
  const pages = await Promise.all(
    chunked([...new Set(ids)], 1).map(
      async (page) =>
        await db
          .select()
          .from(notificationPreferences)
          .where(inArray(notificationPreferences.id, page)),
    ),
  )
  return pages.flat()
}

/** Keeps what somebody chose, from the version that was read (0 of none). False when it has moved. */
export async function savePreferences(
  db: Database,
  seen: number,
  row: Omit<Preferences, 'version'>,
): Promise<boolean> {
  const { notificationPreferences: t } = db.tables
  const { id, ...values } = { ...row, version: seen + 1 }
  try {
    await db.atomically((q) => [
      seen === 0
        ? q.insert(t).values({ id, ...values })
        : one(
            q
              .update(t)
              .set(values)
              .where(and(eq(t.id, id), eq(t.version, seen))),
          ),
    ])
    return true
  } catch (error) {
    if (isStale(error) || isConflict(error, 'notification_preferences')) return false
    throw error
  }
}
