import { and, desc, eq, lt } from 'drizzle-orm'
import type { OperatorEvent, OperatorTopic } from '#objects/messages.ts'
import { newId } from '#src/common/id.ts'
import type { Database, Query, Statement } from './database.ts'
import { forgetOldest } from './forget.ts'
import type { Tables } from './tables.ts'

export type OperatorEventRow = Tables['operatorEvents']['$inferSelect']

/** Something that operators are told of. `key` is the same for the same thing. */
export type OperatorNews = Omit<OperatorEvent, 'kind' | 'id' | 'at'> & { key: string }

/** A row of the feed, as it is written and as it is shown. */
export const newsRow = (news: OperatorNews, at: Date): OperatorEventRow => ({
  id: newId('ope'),
  ...news,
  at,
})

/** The statement that keeps a row of the feed; the same key twice is one row. */
export const keepNews = (q: Query, { operatorEvents }: Tables, row: OperatorEventRow): Statement =>
  q.insert(operatorEvents).values(row).onConflictDoNothing()

/** The feed, newest first, `limit + 1` rows: all topics or one. */
export async function listNews(
  db: Database,
  topic: OperatorTopic | undefined,
  limit: number,
  after: { id: string } | null,
): Promise<OperatorEventRow[]> {
  const { operatorEvents: t } = db.tables
  return await db
    .select()
    .from(t)
    .where(
      and(
        topic === undefined ? undefined : eq(t.topic, topic),
        after === null ? undefined : lt(t.id, after.id),
      ),
    )
    .orderBy(desc(t.id))
    .limit(limit + 1)
}

/** Forgets what was told before `before`; some a run. What it told of stays where it is. */
export async function forgetNews(db: Database, before: Date): Promise<void> {
  const { operatorEvents } = db.tables
  await forgetOldest(db, { table: operatorEvents, at: operatorEvents.at }, before)
}
