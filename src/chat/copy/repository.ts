import { and, desc, eq, lt } from 'drizzle-orm'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { chunked, first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

type Conversation = Tables['conversations']['$inferSelect']
type MessageRow = Tables['chatMessages']['$inferSelect']

/** The newest number that the copy has of a talk; 0 for none. */
export async function copiedTo(db: Database, conversationId: string): Promise<number> {
  const { chatMessages: t } = db.tables
  const row = first(
    await db
      .select({ seq: t.seq })
      .from(t)
      .where(eq(t.conversationId, conversationId))
      .orderBy(desc(t.seq))
      .limit(1),
  )
  return row?.seq ?? 0
}

/** A message takes eight parameters. */
const COLUMNS = 8

/** The statements that copy messages; those that are there stay as they are. */
export const copyMessages = (
  q: Query,
  { chatMessages }: Tables,
  messages: readonly MessageRow[],
): Statement[] =>
  chunked(messages, COLUMNS).map((rows) =>
    q.insert(chatMessages).values(rows).onConflictDoNothing(),
  )

/** The statement that copies how a talk stands, if it is newer than what is there. */
export const copyHead = (
  q: Query,
  { conversations }: Tables,
  id: string,
  head: Partial<Conversation> & { changes: number },
): Statement =>
  q
    .update(conversations)
    .set(head)
    .where(and(eq(conversations.id, id), lt(conversations.changes, head.changes)))
