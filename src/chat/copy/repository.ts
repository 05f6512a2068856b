import { and, desc, eq, gte, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { chunked, first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

type Conversation = Tables['conversations']['$inferSelect']
type MessageRow = Tables['chatMessages']['$inferSelect']
type Speaker = MessageRow['from']

/** A talk as the copy has it. */
export type Standing = Conversation

/** How far the copy of a talk has come: up to which number, how it stands, and who spoke there last. */
export type Copied = { talk: Standing; seq: number; speaker: Speaker | null }

/** Undefined for a talk that nobody opened. One round trip. */
export async function copiedTo(db: Database, conversationId: string): Promise<Copied | undefined> {
  const { chatMessages: t, conversations: c } = db.tables
  const newest = (people: boolean) =>
    db
      .select({ seq: t.seq, from: t.from })
      .from(t)
      .where(and(eq(t.conversationId, conversationId), people ? ne(t.from, 'market') : undefined))
      .orderBy(desc(t.seq))
      .limit(1)
  const [talks, last, spoken] = await db.together(
    db.select().from(c).where(eq(c.id, conversationId)).limit(1),
    newest(false),
    newest(true),
  )
  const talk = first(talks)
  if (talk === undefined) return undefined
  return { talk, seq: first(last)?.seq ?? 0, speaker: first(spoken)?.from ?? null }
}

/** A message takes nine parameters. */
const COLUMNS = 9

/** The statements that copy messages. Those that are there stay, unless an edit is newer. */
export const copyMessages = (
  q: Query,
  { chatMessages: t }: Tables,
  messages: readonly MessageRow[],
): Statement[] =>
  chunked(messages, COLUMNS).map((rows) =>
    q
      .insert(t)
      .values(rows)
      .onConflictDoUpdate({
        target: [t.conversationId, t.seq],
        set: {
          byId: sql`excluded.by_id`,
          byName: sql`excluded.by_name`,
          body: sql`excluded.body`,
          words: sql`excluded.words`,
          edit: sql`excluded.edit`,
        },
        setWhere: lt(t.edit, sql`excluded.edit`),
      }),
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

type WaitRow = Tables['chatWaits']['$inferSelect']

/** The statements that keep who waits from when, and that those before a number were answered. */
export const keepWaits = (
  q: Query,
  { chatWaits: t }: Tables,
  waits: readonly WaitRow[],
): Statement[] => chunked(waits, 5).map((rows) => q.insert(t).values(rows).onConflictDoNothing())

export const endWaits = (
  q: Query,
  { chatWaits: t }: Tables,
  conversationId: string,
  answer: { seq: number; at: Date },
): Statement =>
  q
    .update(t)
    .set({ answeredAt: answer.at })
    .where(and(eq(t.conversationId, conversationId), lt(t.seq, answer.seq), isNull(t.answeredAt)))

/** Until when each of these people asked to be forgotten. One query. */
export async function erasuresOf(
  db: Database,
  userIds: readonly string[],
  since: Date,
): Promise<{ userId: string; askedAt: Date }[]> {
  const { chatErasures: t } = db.tables
  const found = await Promise.all(
    // One more is bound beside the ids.
    chunked([...new Set(userIds)], 2).map((ids) =>
      db
        .select({ userId: t.userId, askedAt: t.askedAt })
        .from(t)
        .where(and(inArray(t.userId, ids), gte(t.askedAt, since))),
    ),
  )
  return found.flat()
}
