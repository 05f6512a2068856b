import { and, asc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type Upload = Tables['uploads']['$inferSelect']

export async function insertUpload(db: Database, row: Upload): Promise<void> {
  await db.insert(db.tables.uploads).values(row)
}

export async function findUpload(db: Database, id: string): Promise<Upload | undefined> {
  const { uploads: t } = db.tables
  return first(await db.select().from(t).where(eq(t.id, id)).limit(1))
}

/** The file has come; false when another one of the same promise was before, or the promise is gone. */
export async function keepFile(
  db: Database,
  id: string,
  file: Pick<Upload, 'object' | 'width' | 'height' | 'dueMs'>,
): Promise<boolean> {
  const { uploads: t } = db.tables
  const rows = await db
    .update(t)
    .set(file)
    .where(and(eq(t.id, id), isNull(t.object)))
    .returning({ id: t.id })
  return rows.length > 0
}

/**
 * Somebody's own file that has come, for one use; again for the same use, which changes nothing, and for
 * no other. What is due already is about to be deleted, and nobody's any more.
 */
export async function claimFile(
  db: Database,
  { id, userId }: Pick<Upload, 'id' | 'userId'>,
  use: { usedFor: string; usedAs: string; dueMs: number },
  nowMs: number,
): Promise<Upload | undefined> {
  const { uploads: t } = db.tables
  const same = and(eq(t.usedFor, use.usedFor), eq(t.usedAs, use.usedAs))
  const rows = await db
    .update(t)
    .set({
      ...use,
      dueMs: sql`case when ${t.usedFor} is null then cast(${use.dueMs} as bigint) else ${t.dueMs} end`,
    })
    .where(
      and(
        ...[eq(t.id, id), eq(t.userId, userId), isNotNull(t.object), gt(t.dueMs, nowMs)],
        or(isNull(t.usedFor), same),
      ),
    )
    .returning()
  return first(rows)
}

/** Nobody uses a file after all. */
export async function releaseFile(db: Database, id: string, dueMs: number): Promise<void> {
  const { uploads: t } = db.tables
  await db.update(t).set({ usedFor: null, usedAs: null, dueMs }).where(eq(t.id, id))
}

/** Sets when a file is due; one that is gone stays so. */
export async function setDue(db: Database, id: string, dueMs: number): Promise<void> {
  const { uploads: t } = db.tables
  await db.update(t).set({ dueMs }).where(eq(t.id, id))
}

/** Somebody's files: of one use, or those that nobody used yet. */
export async function filesOf(
  db: Database,
  userId: string,
  usedFor: string | null,
  openUntilMs: number,
): Promise<Upload[]> {
  const { uploads: t } = db.tables
  const use = usedFor === null ? isNull(t.usedFor) : eq(t.usedFor, usedFor)
  return await db
    .select()
    .from(t)
    .where(and(eq(t.userId, userId), use, lte(t.openUntilMs, openUntilMs)))
}

/** What is due, the oldest first. */
export async function dueFiles(db: Database, nowMs: number, limit: number): Promise<Upload[]> {
  const { uploads: t } = db.tables
  return await db.select().from(t).where(lte(t.dueMs, nowMs)).orderBy(asc(t.dueMs)).limit(limit)
}

export async function deleteUpload(db: Database, id: string): Promise<void> {
  const { uploads: t } = db.tables
  await db.delete(t).where(eq(t.id, id))
}
