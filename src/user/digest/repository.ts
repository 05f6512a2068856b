import { and, asc, inArray, lte } from 'drizzle-orm'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type DigestEntry = Tables['digestEntries']['$inferSelect']

/** The statements that keep what waits for a letter; one that is there already stays as it is. */
export const addEntries = (
  q: Query,
  { digestEntries }: Tables,
  rows: readonly DigestEntry[],
): Statement[] =>
  chunked(rows, 9).map((some) => q.insert(digestEntries).values(some).onConflictDoNothing())

/** Of whom most have fewer entries in a letter; whoever has more leaves others to the next turn. */
const ENTRIES_EACH = 5

/** Some whose letter is to be written by `nowMs`, those who wait longest first. */
export async function duePeople(db: Database, nowMs: number, limit: number): Promise<string[]> {
  const { digestEntries: t } = db.tables
  const rows = await db
    .select({ userId: t.userId })
    .from(t)
    .where(lte(t.dueMs, nowMs))
    .orderBy(asc(t.dueMs), asc(t.userId))
    .limit(limit * ENTRIES_EACH)
  return [...new Set(rows.map(({ userId }) => userId))].slice(0, limit)
}

/** What is due of some people, fewer than a hundred. */
export async function dueEntries(
  db: Database,
  userIds: readonly string[],
  nowMs: number,
): Promise<DigestEntry[]> {
  const { digestEntries: t } = db.tables
  return await db
    .select()
    .from(t)
    .where(and(lte(t.dueMs, nowMs), inArray(t.userId, [...userIds])))
}

/** Entries that stand in a letter now, or will in none. */
export const dropEntries = (
  q: Query,
  { digestEntries: t }: Tables,
  ids: readonly string[],
): Statement[] => chunked(ids, 1).map((some) => q.delete(t).where(inArray(t.id, some)))

/** Entries wait for a later letter. */
export const postponeEntries = (
  q: Query,
  { digestEntries: t }: Tables,
  ids: readonly string[],
  dueMs: number,
): Statement[] =>
  chunked(ids, 2).map((some) => q.update(t).set({ dueMs }).where(inArray(t.id, some)))
