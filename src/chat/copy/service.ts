import type { LiveEvent } from '#objects/messages.ts'
import type { Database } from '#src/database/database.ts'
import type { Tables } from '#src/database/tables.ts'
import type { ChatHead, ChatRooms, Numbered } from '#src/services/chat-room/index.ts'
import { previewOf, wordsOf } from '../rules.ts'
import { copiedTo, copyHead, copyMessages, type Standing } from './repository.ts'

export type CopyDeps = {
  database: Database
  rooms: ChatRooms
  /** Tells open pages of somebody that a talk changed. */
  showTo(
    whom: { userIds: readonly string[]; shopIds: readonly string[] },
    key: string,
    event: LiveEvent,
  ): Promise<void>
}

/** Pages that one message of the queue copies at most: what is left comes with the room's next. */
const MOST_PAGES = 10
const PAGE = 200

/** The database's copy of what rooms hold. */
export function createCopyService({ database, rooms, showTo }: CopyDeps) {
  const { tables } = database

  /** Lists and badges of both sides, each where it has something new. */
  async function show(before: Standing, head: ChatHead): Promise<void> {
    const { id: roomId, userId, shopId, lastSeq } = before
    const isLonger = (head.last?.seq ?? 0) > lastSeq
    const sides = [
      { side: 'shopper', had: before.unreadByShopper, userIds: [userId], shopIds: [] },
      { side: 'shop', had: before.unreadByShop, userIds: [], shopIds: [shopId] },
    ] as const
    for (const { side, had, userIds, shopIds } of sides) {
      const unread = head.unread[side]
      if (!isLonger && unread === had) continue
      const event = { kind: 'talk', roomId, side, version: head.changes, unread } as const
      await showTo({ userIds, shopIds }, `${roomId}:${head.changes}`, event)
    }
  }

  return {
    /**
     * Copies what a room has and the database has not, and tells the room once all of it is here.
     * Safe at any time, twice and out of turn.
     */
    async follow(id: string): Promise<void> {
      const room = rooms(id)
      const head = await room.head()
      const newest = head.last?.seq ?? 0
      const { seq: copied, talk } = await copiedTo(database, id)
      let seq = copied
      for (let round = 0; seq < newest && round < MOST_PAGES; round += 1) {
        const messages = await room.page({ after: seq, limit: PAGE })
        const rows = messages.map((one) => rowOf(id, one))
        await database.atomically((q) => copyMessages(q, tables, rows))
        // A room that has less than it said has forgotten all of it.
        seq = messages.at(-1)?.seq ?? newest
      }
      if (seq < newest) return
      await database.atomically((q) => [copyHead(q, tables, id, headRow(head))])
      await room.told(head.changes)
      if (talk !== undefined && talk.changes < head.changes) await show(talk, head)
    },
  }
}

export type CopyService = ReturnType<typeof createCopyService>

function headRow({ changes, last, read, unread, blocked }: ChatHead) {
  const newest =
    last === null
      ? {}
      : {
          lastSeq: last.seq,
          lastAtMs: Date.parse(last.event.at),
          lastFrom: last.event.from,
          ...previewOf(last.event),
        }
  return {
    ...newest,
    changes,
    readByShopper: read.shopper,
    readByShop: read.shop,
    unreadByShopper: unread.shopper,
    unreadByShop: unread.shop,
    blockedByShopper: blocked.shopper,
    blockedByShop: blocked.shop,
  }
}

const rowOf = (
  conversationId: string,
  { seq, event }: Numbered,
): Tables['chatMessages']['$inferSelect'] => ({
  conversationId,
  seq,
  at: new Date(event.at),
  from: event.from,
  byId: event.by?.id ?? null,
  byName: event.by?.name ?? null,
  body: event.body,
  words: wordsOf(event),
})
