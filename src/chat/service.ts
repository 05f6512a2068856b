import type { ChatBody, ChatMessage, ChatSide } from '#objects/messages.ts'
import type { Taken } from '#src/auth/limits.ts'
import { after, type Clock, before as earlier } from '#src/common/clock.ts'
import { decodeCursor, page } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { Problem, wrongField } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import type { ChatRooms, Member, ShopHours } from '#src/services/chat-room/index.ts'
import type { RoundPace } from './pace/rules.ts'
import {
  type Conversation,
  countUnread,
  findConversation,
  findOfPair,
  listConversations,
  type MessageRow,
  type Owner,
  openConversation,
  searchMessages,
} from './repository.ts'
import { headRow, lastOf, messageView, pictureAt, pictureOf, sideOf } from './rules.ts'
import type {
  FoundMessages,
  ListMessages,
  ListRooms,
  Message,
  MessagePage,
  OpenedRoom,
  OpenRoom,
  Room,
  RoomPage,
  SayInput,
  SearchMessages,
  UnreadRooms,
} from './schema.ts'

type Shop = { id: string; slug: string; nameTh: string; nameEn: string }

/** Between whom a talk is. */
type Pair = { userId: string; shopId: string }

export type ChatDeps = {
  database: Database
  clock: Clock
  rooms: ChatRooms
  /** Also suspended ones. One query, or none when they are known. */
  findShops(ids: readonly string[]): Promise<Shop[]>
  worksFor(userId: string, shopId: string): Promise<boolean>
  /** What accounts are called, by id. One query. */
  namesOf(userIds: readonly string[]): Promise<Map<string, string>>
  hoursOf(shopId: string): Promise<ShopHours>
  answersWithin(shopId: string): Promise<RoundPace | null>
  limits: { newRoom(userId: string): Promise<Taken> }
  pictures: {
    giveBack(key: string): Promise<void>
    remove(key: string): Promise<void>
  }
  cards: {
    of(about: NonNullable<OpenRoom['about']>, talk: Pair, locale: Locale): Promise<ChatBody>
    bodyOf(
      talk: Pair & { id: string },
      userId: string,
      said: SayInput,
      locale: Locale,
    ): Promise<ChatBody>
  }
}

/** Whose eyes a talk is seen with. */
type Seen = { talk: Conversation; side: ChatSide; userId: string }

const MOST_COUNTED = 100

/** Talks between shoppers and shops. The room holds what was said; lists and search read a copy. */
export function createChatService(deps: ChatDeps) {
  const { database, clock, rooms, findShops, worksFor, namesOf, hoursOf, pictures } = deps

  /** A talk that the caller is part of, and on which side. Two queries. @throws Problem `not_found` */
  async function require(id: string, userId: string): Promise<Seen> {
    const talk = await findConversation(database, id)
    if (talk === undefined) throw new Problem('not_found')
    const own = talk.userId === userId
    const side = sideOf(talk, userId, !own && (await worksFor(userId, talk.shopId)))
    if (side === null) throw new Problem('not_found')
    return { talk, side, userId }
  }

  async function member({ userId, side }: Seen): Promise<Member> {
    // A shopper is not named with their words.
    const name = side === 'shop' ? (await namesOf([userId])).get(userId) : undefined
    const untilMs = after(clock.now(), SETTINGS.chat.memberMs).getTime()
    return { userId, side, name: name ?? '', untilMs }
  }

  /** Talks as one side sees them. Two queries. */
  async function views(
    talks: readonly Conversation[],
    side: ChatSide,
    locale: Locale,
  ): Promise<Room[]> {
    const [shops, names] = await Promise.all([
      findShops([...new Set(talks.map(({ shopId }) => shopId))]),
      side === 'shop' ? namesOf(talks.map(({ userId }) => userId)) : new Map<string, string>(),
    ])
    return talks.map((talk) => {
      const shop = shops.find(({ id }) => id === talk.shopId)
      const name = locale === 'en' ? shop?.nameEn : shop?.nameTh
      return {
        id: talk.id,
        side,
        shop: { id: talk.shopId, slug: shop?.slug ?? '', name: name ?? '' },
        ...(side === 'shop' ? { shopper: { name: names.get(talk.userId) ?? '' } } : {}),
        lastSeq: talk.lastSeq,
        last: lastOf(talk),
        unread: side === 'shop' ? talk.unreadByShop : talk.unreadByShopper,
        read: { shopper: talk.readByShopper, shop: talk.readByShop },
        blocked: { shopper: talk.blockedByShopper, shop: talk.blockedByShop },
      }
    })
  }

  async function view({ talk, side }: Pick<Seen, 'talk' | 'side'>, locale: Locale): Promise<Room> {
    const [room] = await views([talk], side, locale)
    if (room === undefined) throw new RangeError('a talk without a view')
    return room
  }

  /** A talk as it stands in its room at this moment. */
  const now = async (talk: Conversation, side: ChatSide, locale: Locale): Promise<Room> =>
    await view({ talk: { ...talk, ...headRow(await rooms(talk.id).head()) }, side }, locale)

  const pageOf = async (
    owner: Owner,
    { limit, cursor, unread }: ListRooms,
    locale: Locale,
  ): Promise<RoomPage> => {
    const sort = `chat:${owner.side}:${unread ?? 'all'}`
    const from = cursor === undefined ? null : decodeCursor(sort, cursor)
    const news = unread === undefined ? undefined : unread === 'true'
    const [rows, unreadRooms] = await Promise.all([
      listConversations(database, owner, news, limit, from),
      countUnread(database, owner, MOST_COUNTED),
    ])
    const cut = page(rows, limit, sort, ({ lastAtMs, id }) => ({ value: lastAtMs, id }))
    return { ...cut, items: await views(cut.items, owner.side, locale), unreadRooms }
  }

  return {
    require,

    exists: async (id: string): Promise<boolean> =>
      (await findConversation(database, id)) !== undefined,

    /**
     * The room of an account and a shop, new or as it is, with a card of what it is about.
     * @throws Problem `not_found` for no such shop, `forbidden` to somebody of the shop itself,
     * `validation_failed` for what is none of the two's business, `rate_limited` for too many new ones
     */
    async open(userId: string, { shopId, about }: OpenRoom, locale: Locale): Promise<OpenedRoom> {
      const [[shop], worksThere] = await Promise.all([
        findShops([shopId]),
        worksFor(userId, shopId),
      ])
      if (shop === undefined) throw new Problem('not_found')
      if (worksThere) throw new Problem('forbidden', { detail: 'a shop does not write to itself' })
      const pair = { userId, shopId }
      const card = about === undefined ? null : await deps.cards.of(about, pair, locale)
      const known = await findOfPair(database, userId, shopId)
      if (known === undefined) {
        const { allowed, retryAfterSeconds } = await deps.limits.newRoom(userId)
        if (!allowed) throw new Problem('rate_limited', { retryAfterSeconds })
        await openConversation(database, { id: newId('cnv'), userId, shopId, at: clock.now() })
      }
      const talk = known ?? (await findOfPair(database, userId, shopId))
      if (talk === undefined) throw new RangeError('a talk that was opened is gone')
      return { ...(await view({ talk, side: 'shopper' }, locale)), about: card }
    },

    /** A shopper's talks, those with the newest words first. Four queries. */
    list: async (userId: string, asked: ListRooms, locale: Locale): Promise<RoomPage> =>
      await pageOf({ side: 'shopper', userId }, asked, locale),

    /** How many of a shopper's talks have something new, 100 at most. One query. */
    unread: async (userId: string): Promise<UnreadRooms> => ({
      unreadRooms: await countUnread(database, { side: 'shopper', userId }, MOST_COUNTED),
    }),

    /** A shop's talks, as a shopper's. */
    listOfShop: async (shopId: string, asked: ListRooms, locale: Locale): Promise<RoomPage> =>
      await pageOf({ side: 'shop', shopId }, asked, locale),

    /** How a talk stands by the room itself, not by its copy. @throws Problem `not_found` */
    async read(id: string, userId: string, locale: Locale): Promise<Room> {
      const { talk, side } = await require(id, userId)
      const [room, within] = await Promise.all([
        now(talk, side, locale),
        side === 'shopper' ? deps.answersWithin(talk.shopId) : null,
      ])
      return { ...room, ...(within === null ? {} : { answersWithin: within }) }
    },

    /** Messages from the room itself, oldest first. Two queries. @throws Problem `not_found` */
    async messages(id: string, userId: string, asked: ListMessages): Promise<MessagePage> {
      const { side } = await require(id, userId)
      const { before, after: since, limit } = asked
      const from = since !== undefined ? { after: since } : before !== undefined ? { before } : {}
      const { messages, head } = await rooms(id).look({ ...from, limit })
      const items = messages.map((one) => messageView(one, side))
      return { items, newestSeq: head.last?.seq ?? 0 }
    },

    /**
     * Says something in a room, once for a client id. @throws Problem `not_found`, `chat_blocked`,
     * `contact_leak`, `validation_failed`
     */
    async say(id: string, userId: string, said: SayInput, locale: Locale): Promise<Message> {
      const seen = await require(id, userId)
      const body = await deps.cards.bodyOf(seen.talk, userId, said, locale)
      const { clientId } = said
      const [who, hours] = await Promise.all([member(seen), hoursOf(seen.talk.shopId)])
      const answer = await rooms(id).say(id, who, hours, { clientId, body })
      const picture = pictureOf(body)
      const isSaid = answer.refused === undefined && pictureOf(answer.event.body) === picture
      if (picture !== null && !isSaid) await pictures.giveBack(picture)
      if (answer.refused === undefined) return messageView(answer, seen.side)
      if (answer.refused === 'contact_leak') throw new Problem('contact_leak')
      if (answer.refused === 'frame_invalid') throw wrongField('text', 'blank')
      throw new Problem('chat_blocked')
    },

    /** The caller has read all up to a number. @throws Problem `not_found` */
    async markRead(id: string, userId: string, seq: number): Promise<void> {
      const { side } = await require(id, userId)
      await rooms(id).read(side, seq)
    },

    /** Wants to hear no more of the other side, or does again. @throws Problem `not_found` */
    async block(id: string, userId: string, blocked: boolean, locale: Locale): Promise<Room> {
      const { talk, side } = await require(id, userId)
      await rooms(id).block(id, side, blocked)
      return await now(talk, side, locale)
    },

    /** Takes back one's own message. @throws Problem `not_found`, `transition_refused` when too old */
    async takeBack(id: string, userId: string, seq: number): Promise<void> {
      await require(id, userId)
      const since = earlier(clock.now(), SETTINGS.chat.takeBackMs)
      const taken = await rooms(id).takeBack(id, userId, seq, since.getTime())
      if ('refused' in taken) {
        throw new Problem(taken.refused === 'late' ? 'transition_refused' : 'not_found')
      }
      if (taken.picture !== null) await pictures.remove(pictureAt(taken.picture))
    },

    /**
     * Lets somebody of a talk listen, until a ticket's membership ends: the shopper, or a member of the
     * shop it says. Null for everybody else.
     */
    async admit(id: string, userId: string): Promise<{ shopId: string | null } | null> {
      const seen = await require(id, userId).catch((error: unknown) => {
        if (error instanceof Problem) return null
        throw error
      })
      if (seen === null) return null
      const [who, hours] = await Promise.all([member(seen), hoursOf(seen.talk.shopId)])
      await rooms(id).admit(id, who, hours)
      return { shopId: seen.side === 'shop' ? seen.talk.shopId : null }
    },

    /** Words in one's own talks, newest first; of a shop in its 500 latest. Three queries. */
    async search(
      owner: Owner,
      { q, limit }: SearchMessages,
      locale: Locale,
    ): Promise<FoundMessages> {
      const found = await searchMessages(database, owner, q.toLowerCase(), limit)
      const talks = [...new Map(found.map(({ conversation: one }) => [one.id, one])).values()]
      const seen = new Map((await views(talks, owner.side, locale)).map((room) => [room.id, room]))
      return {
        items: found.flatMap(({ message }) => {
          const room = seen.get(message.conversationId)
          return room === undefined ? [] : [{ ...rowView(message, owner.side), room }]
        }),
      }
    },
  }
}

export type ChatService = ReturnType<typeof createChatService>

function rowView({ seq, at, from, byId, byName, body }: MessageRow, side: ChatSide): Message {
  const by = byId === null ? {} : { by: { id: byId, name: byName ?? '' } }
  const event = { kind: 'message', at: at.toISOString(), from, ...by, body } as ChatMessage
  return messageView({ seq, event }, side)
}
