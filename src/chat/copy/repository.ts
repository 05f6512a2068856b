import { and, desc, eq, lt } from 'drizzle-orm'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { chunked, first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

type Conversation = Tables['conversations']['$inferSelect']
type MessageRow = Tables['chatMessages']['$inferSelect']

/** A talk as the copy has it. */
export type Standing = Conversation

/** The newest number that the copy has of a talk, 0 for none, and how it stands. One round trip. */
export async function copiedTo(
  db: Database,
  conversationId: string,
): Promise<{ seq: number; talk: Standing | undefined }> {
  const { chatMessages: t, conversations } = db.tables
  const [newest, talks] = await db.together(
    db
      .select({ seq: t.seq })
      .from(t)
      .where(eq(t.conversationId, conversationId))
      .orderBy(desc(t.seq))
      .limit(1),
    db.select().from(conversations).where(eq(conversations.id, conversationId)).limit(1),
  )
  return { seq: first(newest)?.seq ?? 0, talk: first(talks) }
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
