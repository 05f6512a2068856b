import type { LiveEvent } from '#objects/messages.ts'
import { after } from '#src/common/clock.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import type { Tables } from '#src/database/tables.ts'
import type { ChatHead, ChatRooms, Numbered } from '#src/services/chat-room/index.ts'
import { waitsIn } from '../pace/rules.ts'
import { headRow, pictureOf, wordsOf } from '../rules.ts'
import {
  type Copied,
  copiedTo,
  copyHead,
  copyMessages,
  endWaits,
  erasuresOf,
  keepWaits,
  type Standing,
} from './repository.ts'

export type CopyDeps = {
  database: Database
  rooms: ChatRooms
  /** Tells open pages of somebody that a talk changed. */
  showTo(
    whom: { userIds: readonly string[]; shopIds: readonly string[] },
    key: string,
    event: LiveEvent,
  ): Promise<void>
  pictures: { keepUntil(id: string, until: Date): Promise<void> }
}

/** Pages that one message of the queue copies at most: what is left comes with the room's next. */
const MOST_PAGES = 10
const PAGE = 200

/** The database's copy of what rooms hold. */
export function createCopyService({ database, rooms, pictures, showTo }: CopyDeps) {
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

  async function write(id: string, messages: readonly Numbered[]): Promise<void> {
    const rows = messages.map((one) => rowOf(id, one))
    await database.atomically((q) => copyMessages(q, tables, rows))
  }

  /** New messages, with who waited for whom; answers up to where they are copied now. */
  async function copyPage(id: string, { talk, seq, speaker }: Copied): Promise<Copied['seq']> {
    const messages = await rooms(id).page({ after: seq, limit: PAGE })
    const newest = messages.at(-1)
    if (newest === undefined) return seq
    const { waits, answers } = waitsIn(messages, speaker)
    const rows = messages.map((one) => rowOf(id, one))
    const waiting = waits.map((wait) => ({
      ...{ conversationId: id, shopId: talk.shopId, answeredAt: null, ...wait },
    }))
    // Before they are copied, since a page that is there is not looked at again.
    await keepPictures(messages)
    await database.atomically((q) => [
      ...copyMessages(q, tables, rows),
      ...keepWaits(q, tables, waiting),
      ...answers.map((answer) => endWaits(q, tables, id, answer)),
    ])
    await forgetNames(id, messages)
    return newest.seq
  }

  // A picture was claimed before it was said; now that it was, it stays as long as a talk does.
  async function keepPictures(messages: readonly Numbered[]): Promise<void> {
    for (const { event } of messages) {
      const picture = pictureOf(event.body)
      if (picture === null) continue
      await pictures.keepUntil(picture, after(new Date(event.at), SETTINGS.chat.keepMs))
    }
  }

  // Somebody of a shop is forgotten by the rooms that the copy knows them in. One that it learns of
  // later is told here: asked after the write, so that whoever came first sees the other.
  async function forgetNames(id: string, messages: readonly Numbered[]): Promise<void> {
    const named = messages.filter(({ event }) => event.by !== undefined)
    const [first] = named
    if (first === undefined) return
    const who = named.map(({ event }) => event.by?.id ?? '')
    for (const { userId, askedAt } of await erasuresOf(database, who, new Date(first.event.at))) {
      await rooms(id).erase(id, userId, askedAt.getTime())
    }
  }

  // Copied by a try that broke off before it was done: what came after the write is done again.
  async function forgetUnsettled(id: string, { talk, seq }: Copied): Promise<void> {
    for (let after = talk.lastSeq; after < seq; ) {
      const messages = await rooms(id).page({ after, limit: PAGE })
      await forgetNames(id, messages)
      after = messages.at(-1)?.seq ?? seq
    }
  }

  return {
    /**
     * Copies what a room has and the database has not, and tells the room once all of it is here.
     * Safe at any time, twice and out of turn: a row gives way to a newer edit of it and to nothing
     * else, so that no late copy brings back what was taken back.
     */
    async follow(id: string): Promise<void> {
      const room = rooms(id)
      const [head, copied] = await Promise.all([room.head(), copiedTo(database, id)])
      if (copied === undefined) return
      const newest = head.last?.seq ?? 0
      await forgetUnsettled(id, copied)
      let at = copied
      for (let round = 0; at.seq < newest && round < MOST_PAGES; round += 1) {
        const seq = await copyPage(id, at)
        // A room that has less than it said has forgotten all of it.
        if (seq === at.seq) break
        at = (await copiedTo(database, id)) ?? at
        if (at.seq < seq) at = { ...at, seq }
      }
      if (at.seq < newest && (await room.page({ after: at.seq, limit: 1 })).length > 0) return
      for (let since = copied.talk.changes; since < head.edited; ) {
        const edits = (await room.edited(since, PAGE)).filter(({ edit }) => edit <= head.changes)
        const last = edits.at(-1)
        if (last === undefined) break
        await write(id, edits)
        since = last.edit
        // So that a talk of which very much was taken back is not begun with again.
        await database.atomically((q) => [copyHead(q, tables, id, { changes: since - 1 })])
      }
      await database.atomically((q) => [copyHead(q, tables, id, headRow(head))])
      await room.told(head.changes)
      if (copied.talk.changes < head.changes) await show(copied.talk, head)
    },
  }
}

export type CopyService = ReturnType<typeof createCopyService>

const rowOf = (
  conversationId: string,
  { seq, event, edit }: Numbered,
): Tables['chatMessages']['$inferSelect'] => ({
  conversationId,
  seq,
  at: new Date(event.at),
  from: event.from,
  byId: event.by?.id ?? null,
  byName: event.by?.name ?? null,
  body: event.body,
  words: wordsOf(event),
  edit,
})
