import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'

export const CHAT_SIDES = ['shopper', 'shop'] as const
export const CHAT_SPEAKERS = [...CHAT_SIDES, 'market'] as const
export const REPORT_REASONS = ['rude', 'fraud', 'past_market', 'spam', 'other'] as const

/** Talks as lists and search read them: the rooms' own storage is the truth, this is its copy. */
export function chatTables(k: Kit) {
  const conversations = k.table(
    'conversations',
    {
      id: k.text().primaryKey(),
      shopId: k.text().notNull(),
      userId: k.text().notNull(),
      createdAt: k.timestamp().notNull(),
      /** When something was said last, ms since 1970; of an empty talk when it was opened. */
      lastAtMs: k.integer().notNull(),
      /** The newest message; 0 and nulls while there is none. */
      lastSeq: k.integer().notNull(),
      lastFrom: k.oneOf(CHAT_SPEAKERS),
      lastType: k.text(),
      lastText: k.text(),
      readByShopper: k.integer().notNull(),
      readByShop: k.integer().notNull(),
      /** Of the other side, 100 at most. */
      unreadByShopper: k.integer().notNull(),
      unreadByShop: k.integer().notNull(),
      blockedByShopper: k.boolean().notNull(),
      blockedByShop: k.boolean().notNull(),
      /** The room's count of changes that this row shows: an older one is nothing new. */
      changes: k.integer().notNull(),
    },
    (t) => [
      k.uniqueIndex('conversations_pair').on(t.userId, t.shopId),
      k.index('conversations_user').on(t.userId, t.lastAtMs, t.id),
      k.index('conversations_shop').on(t.shopId, t.lastAtMs, t.id),
      k
        .index('conversations_user_unread')
        .on(t.userId, t.lastAtMs, t.id)
        .where(sql`${t.unreadByShopper} > 0`),
      k
        .index('conversations_shop_unread')
        .on(t.shopId, t.lastAtMs, t.id)
        .where(sql`${t.unreadByShop} > 0`),
      k.check('conversations_unread', sql`${t.unreadByShopper} >= 0 and ${t.unreadByShop} >= 0`),
    ],
  )

  const chatMessages = k.table(
    'chat_messages',
    {
      conversationId: k.text().notNull(),
      seq: k.integer().notNull(),
      at: k.timestamp().notNull(),
      from: k.oneOf(CHAT_SPEAKERS).notNull(),
      /** Who of the shop wrote it. */
      byId: k.text(),
      byName: k.text(),
      body: k.json<Record<string, unknown>>().notNull(),
      /** What can be searched: its text in small letters. */
      words: k.text(),
      /** The room's change with which its words were taken back: an older row is nothing new. */
      edit: k.integer().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'chat_messages_pk', columns: [t.conversationId, t.seq] }),
      k.index('chat_messages_at').on(t.at),
      k.index('chat_messages_by').on(t.byId, t.conversationId),
    ],
  )

  /** What somebody found wrong in a talk. */
  const chatReports = k.table(
    'chat_reports',
    {
      id: k.text().primaryKey(),
      conversationId: k.text().notNull(),
      side: k.oneOf(CHAT_SIDES).notNull(),
      userId: k.text().notNull(),
      reason: k.oneOf(REPORT_REASONS).notNull(),
      seq: k.integer(),
      note: k.text(),
      /** What the message said when it was reported, until the report is closed. */
      said: k.json<Record<string, unknown>>(),
      status: k.oneOf(['open', 'closed']).notNull(),
      createdAt: k.timestamp().notNull(),
      closedBy: k.text(),
      closedAt: k.timestamp(),
    },
    (t) => [
      k.index('chat_reports_status').on(t.status, t.id),
      k.index('chat_reports_user').on(t.userId, t.createdAt),
    ],
  )

  /** Each time an operator read a talk: nobody reads one unseen. */
  const chatOversights = k.table(
    'chat_oversights',
    {
      id: k.text().primaryKey(),
      conversationId: k.text().notNull(),
      operatorId: k.text().notNull(),
      reason: k.text().notNull(),
      at: k.timestamp().notNull(),
    },
    (t) => [k.index('chat_oversights_conversation').on(t.conversationId, t.id)],
  )

  /** How a shop answers; a shop without a row is never closed and says nothing by itself. */
  const shopChats = k.table('shop_chats', {
    shopId: k.text().primaryKey(),
    hours: k.json<{ day: number; fromMinute: number; toMinute: number }[]>().notNull(),
    awayText: k.text(),
    quickReplies: k.json<string[]>().notNull(),
    version: k.integer().notNull(),
    setBy: k.text().notNull(),
    setAt: k.timestamp().notNull(),
  })

  /** Who asked that what they said be forgotten, and when all of it was. */
  const chatErasures = k.table(
    'chat_erasures',
    {
      id: k.text().primaryKey(),
      userId: k.text().notNull(),
      askedAt: k.timestamp().notNull(),
      doneAt: k.timestamp(),
    },
    (t) => [k.index('chat_erasures_user').on(t.userId, t.askedAt)],
  )

  /** Each time a shopper waited for a shop to answer, from their first words to its own. */
  const chatWaits = k.table(
    'chat_waits',
    {
      conversationId: k.text().notNull(),
      /** Of the shopper's message. */
      seq: k.integer().notNull(),
      shopId: k.text().notNull(),
      askedAt: k.timestamp().notNull(),
      answeredAt: k.timestamp(),
    },
    (t) => [
      k.primaryKey({ name: 'chat_waits_pk', columns: [t.conversationId, t.seq] }),
      k.index('chat_waits_shop').on(t.shopId, t.askedAt),
      k.index('chat_waits_asked').on(t.askedAt),
    ],
  )

  return {
    ...{ conversations, chatMessages, chatReports, chatOversights, shopChats },
    ...{ chatErasures, chatWaits },
  }
}
