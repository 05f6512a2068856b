import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type ErasureRow = Tables['chatErasures']['$inferSelect']

export async function findErasure(db: Database, id: string): Promise<ErasureRow | undefined> {
  const { chatErasures: t } = db.tables
  return first(await db.select().from(t).where(eq(t.id, id)).limit(1))
}

/** The one that is under way. */
export async function openErasureOf(db: Database, userId: string): Promise<ErasureRow | undefined> {
  const { chatErasures: t } = db.tables
  const open = and(eq(t.userId, userId), isNull(t.doneAt))
  return first(await db.select().from(t).where(open).orderBy(asc(t.askedAt)).limit(1))
}

export const insertErasure = (q: Query, { chatErasures }: Tables, row: ErasureRow): Statement =>
  q.insert(chatErasures).values(row)

export const endErasure = (
  q: Query,
  { chatErasures: t }: Tables,
  id: string,
  doneAt: Date,
): Statement =>
  one(
    q
      .update(t)
      .set({ doneAt })
      .where(and(eq(t.id, id), isNull(t.doneAt))),
  )

/** The statement that leaves of somebody's reports only what was wrong and where. */
export const forgetNotes = (q: Query, { chatReports: t }: Tables, userId: string): Statement =>
  q.update(t).set({ note: null }).where(eq(t.userId, userId))

/** Talks in which somebody wrote, for themselves or for a shop, by id; after one, so many. */
export async function talksOf(
  db: Database,
  userId: string,
  after: string,
  limit: number,
): Promise<{ id: string; isOwn: boolean }[]> {
  const { conversations: c, chatMessages: m } = db.tables
  const [own, ofShops] = await db.together(
    db
      .select({ id: c.id })
      .from(c)
      .where(and(eq(c.userId, userId), gt(c.id, after)))
      .orderBy(asc(c.id))
      .limit(limit),
    db
      .select({ id: m.conversationId })
      .from(m)
      .where(and(eq(m.byId, userId), gt(m.conversationId, after)))
      .groupBy(m.conversationId)
      .orderBy(asc(m.conversationId))
      .limit(limit),
  )
  const all = [
    ...own.map(({ id }) => ({ id, isOwn: true })),
    ...ofShops.map(({ id }) => ({ id, isOwn: false })),
  ]
  return all.sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, limit)
}
