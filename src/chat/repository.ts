import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '#src/database/database.ts'
import { beyond, first, holds } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type Conversation = Tables['conversations']['$inferSelect']
export type MessageRow = Tables['chatMessages']['$inferSelect']

/** Whose talks: a shopper's, or a shop's. */
export type Owner = { side: 'shopper'; userId: string } | { side: 'shop'; shopId: string }

export async function findConversation(
  db: Database,
  id: string,
): Promise<Conversation | undefined> {
  const { conversations: t } = db.tables
  return first(await db.select().from(t).where(eq(t.id, id)).limit(1))
}

export async function findOfPair(
  db: Database,
  userId: string,
  shopId: string,
): Promise<Conversation | undefined> {
  const { conversations: t } = db.tables
  return first(
    await db
      .select()
      .from(t)
      .where(and(eq(t.userId, userId), eq(t.shopId, shopId)))
      .limit(1),
  )
}

/** Opens a talk, unless the two have one. */
export async function openConversation(
  db: Database,
  { id, userId, shopId, at }: { id: string; userId: string; shopId: string; at: Date },
): Promise<void> {
  await db
    .insert(db.tables.conversations)
    .values({
      ...{ id, userId, shopId, createdAt: at, lastAtMs: at.getTime(), lastSeq: 0, changes: 0 },
      ...{ readByShopper: 0, readByShop: 0, unreadByShopper: 0, unreadByShop: 0 },
      ...{ blockedByShopper: false, blockedByShop: false },
    })
    .onConflictDoNothing()
}

/** Talks by what was said last, newest first, `limit + 1` rows; with `unread` only those with news. */
export async function listConversations(
  db: Database,
  owner: Owner,
  unread: boolean | undefined,
  limit: number,
  after: { value: number; id: string } | null,
): Promise<Conversation[]> {
  const { conversations: t } = db.tables
  const news = owner.side === 'shopper' ? t.unreadByShopper : t.unreadByShop
  return await db
    .select()
    .from(t)
    .where(
      and(
        ofOwner(db, owner),
        unread === undefined ? undefined : unread ? hasNews(news) : eq(news, 0),
        after === null ? undefined : beyond(t.lastAtMs, t.id, after),
      ),
    )
    .orderBy(desc(t.lastAtMs), desc(t.id))
    .limit(limit + 1)
}

/** How many talks have news for their owner, `most` at most. */
export async function countUnread(db: Database, owner: Owner, most: number): Promise<number> {
  const { conversations: t } = db.tables
  const news = owner.side === 'shopper' ? t.unreadByShopper : t.unreadByShop
  const few = db
    .select({ id: t.id })
    .from(t)
    .where(and(ofOwner(db, owner), hasNews(news)))
    .limit(most)
    .as('few')
  const [row] = await db.select({ rooms: count() }).from(few)
  return Number(row?.rooms ?? 0)
}

// Written out, since an index of what is above nothing is found by nothing else.
const hasNews = (news: AnySQLiteColumn) => sql`${news} > 0`

const ofOwner = ({ tables: { conversations: t } }: Database, owner: Owner) =>
  owner.side === 'shopper' ? eq(t.userId, owner.userId) : eq(t.shopId, owner.shopId)

/** Of a shop with more talks than these only the latest are searched. */
const SEARCHED = 500

/** Messages with these words in an owner's latest talks, newest first. */
export async function searchMessages(
  db: Database,
  owner: Owner,
  words: string,
  limit: number,
): Promise<{ message: MessageRow; conversation: Conversation }[]> {
  const { conversations, chatMessages } = db.tables
  const latest = db
    .select({ id: conversations.id })
    .from(conversations)
    .where(ofOwner(db, owner))
    .orderBy(desc(conversations.lastAtMs), desc(conversations.id))
    .limit(SEARCHED)
  return await db
    .select({ message: chatMessages, conversation: conversations })
    .from(chatMessages)
    .innerJoin(conversations, eq(conversations.id, chatMessages.conversationId))
    .where(and(inArray(chatMessages.conversationId, latest), holds(chatMessages.words, words)))
    .orderBy(desc(chatMessages.at), desc(chatMessages.seq), asc(chatMessages.conversationId))
    .limit(limit)
}
