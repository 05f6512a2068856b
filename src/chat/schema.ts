import * as z from 'zod'
import { CHAT_SIDES, ChatBody, ChatMessage, MAX_CHAT_TEXT } from '#objects/messages.ts'
import { inQuery, Paging, pageOf } from '#src/common/http/paging.ts'
import { id, line, paragraph } from '#src/common/text.ts'
import { PACES } from './pace/rules.ts'

const seq = z.int().min(0).max(1_000_000_000_000)

/** Opens the room of the caller and a shop, or answers the one there is. */
export const OpenRoom = z.strictObject({
  shopId: id,
  /** What it is about: a card of it is answered, to be sent with the first words. */
  about: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('product'), productId: id }),
      z.strictObject({ type: z.literal('order'), orderId: id }),
    ])
    .optional(),
})
export type OpenRoom = z.output<typeof OpenRoom>

const Both = <Value extends z.ZodType>(value: Value) => z.object({ shopper: value, shop: value })

/** A talk as one of its sides sees it. */
export const Room = z
  .object({
    id: z.string(),
    /** Whose eyes these are. */
    side: z.enum(CHAT_SIDES),
    shop: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
    /** What the shopper's account is called: for the shop alone. */
    shopper: z.object({ name: z.string() }).optional(),
    lastSeq: z.int(),
    last: z
      .object({
        from: ChatMessage.shape.from,
        at: z.iso.datetime(),
        /** The kind of its body, and of a text the beginning. */
        type: z.string(),
        text: z.string().optional(),
      })
      .nullable(),
    /** 100 at most. */
    unread: z.int(),
    /** Up to which number each side has read. */
    read: Both(z.int()),
    /** Which side wants to hear no more. */
    blocked: Both(z.boolean()),
    /**
     * How soon the shop usually answers, rounded up: within ten minutes, an hour, some hours, a day.
     * Said to its shopper of one talk, where it is known.
     */
    answersWithin: z.enum(PACES).optional(),
  })
  .meta({ id: 'ChatRoom' })
export type Room = z.output<typeof Room>

/** A room that was opened, with the card of what it is about. */
export const OpenedRoom = Room.extend({ about: ChatBody.nullable() }).meta({ id: 'OpenedChatRoom' })
export type OpenedRoom = z.output<typeof OpenedRoom>

export const RoomPage = pageOf(Room)
  .extend({
    /** Of all rooms on this side that have something new, 100 at most. */
    unreadRooms: z.int(),
  })
  .meta({ id: 'ChatRoomPage' })
export type RoomPage = z.output<typeof RoomPage>

export const UnreadRooms = z.object({ unreadRooms: z.int() }).meta({ id: 'UnreadChatRooms' })
export type UnreadRooms = z.output<typeof UnreadRooms>

export const ListRooms = z.object({ ...Paging, unread: z.enum(['true', 'false']).optional() })
export type ListRooms = z.output<typeof ListRooms>

/** A message with its number in the room. */
export const Message = ChatMessage.omit({ kind: true })
  .extend({ seq: z.int() })
  .meta({ id: 'ChatMessage' })
export type Message = z.output<typeof Message>

/** After a number, or the newest before one; both oldest first. */
export const ListMessages = z
  .object({
    after: inQuery(seq).optional(),
    before: inQuery(seq).optional(),
    limit: Paging.limit,
  })
  .refine(({ after, before }) => after === undefined || before === undefined, 'one of the two')
export type ListMessages = z.output<typeof ListMessages>

export const MessagePage = z
  .object({
    items: z.array(Message),
    /** Of the newest in the room; what is between is asked for with `after`. */
    newestSeq: z.int(),
  })
  .meta({ id: 'ChatMessagePage' })
export type MessagePage = z.output<typeof MessagePage>

/** A text, a card or a picture; the same client id is the same message. */
export const SayInput = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    clientId: id,
    text: paragraph(MAX_CHAT_TEXT),
  }),
  z.strictObject({ type: z.literal('product'), clientId: id, productId: id }),
  z.strictObject({ type: z.literal('order'), clientId: id, orderId: id }),
  /** A file that was uploaded, by its key. */
  z.strictObject({ type: z.literal('picture'), clientId: id, key: id }),
])
export type SayInput = z.output<typeof SayInput>

export const RoomParam = z.object({ id })
export const PictureParam = z.object({ id, pictureId: id })
/** In an address a number is written in one way. */
export const MessageParam = z.object({
  id,
  seq: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
})
export const ReportParam = z.object({ id })
export const ShopParam = z.object({ shopId: id })

export const MarkRead = z.strictObject({ seq })
export type MarkRead = z.output<typeof MarkRead>

export const Block = z.strictObject({ blocked: z.boolean() })
export type Block = z.output<typeof Block>

export const REPORT_REASONS = ['rude', 'fraud', 'past_market', 'spam', 'other'] as const

/** Something an operator should see; the message it is about, if it is one. */
export const ReportRoom = z.strictObject({
  reason: z.enum(REPORT_REASONS),
  seq: seq.optional(),
  note: paragraph(500).optional(),
})
export type ReportRoom = z.output<typeof ReportRoom>

export const Report = z
  .object({
    id: z.string(),
    roomId: z.string(),
    by: z.enum(CHAT_SIDES),
    reason: z.enum(REPORT_REASONS),
    seq: z.int().optional(),
    note: z.string().optional(),
    /** What the message said when it was reported, while the report is open. */
    said: ChatBody.optional(),
    status: z.enum(['open', 'closed']),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ChatReport' })
export type Report = z.output<typeof Report>

export const ListReports = z.object({
  ...Paging,
  status: z.enum(['open', 'closed']).default('open'),
})
export type ListReports = z.output<typeof ListReports>

export const ReportPage = pageOf(Report).meta({ id: 'ChatReportPage' })
export type ReportPage = z.output<typeof ReportPage>

/** Why an operator reads a talk that is none of theirs; the newest, or the newest before one. */
export const Oversee = z.object({
  reason: line(200),
  before: inQuery(seq).optional(),
  limit: Paging.limit,
})
export type Oversee = z.output<typeof Oversee>

/** Words in one's own talks, newest first. */
export const SearchMessages = z.object({ q: line(60), limit: Paging.limit })
export type SearchMessages = z.output<typeof SearchMessages>

export const FoundMessages = z
  .object({ items: z.array(Message.extend({ room: Room })) })
  .meta({ id: 'FoundChatMessages' })
export type FoundMessages = z.output<typeof FoundMessages>

/** Minutes of the day in Bangkok; past midnight when the end is not after the start. */
const Span = z.strictObject({
  /** 0 is Sunday. */
  day: z.int().min(0).max(6),
  fromMinute: z.int().min(0).max(1439),
  toMinute: z.int().min(0).max(1439),
})

/** When a shop answers, what is said for it meanwhile, and what it often says. */
export const SetShopChat = z.strictObject({
  /** None: the shop is never called closed. */
  hours: z.array(Span).max(28),
  awayText: paragraph(300).nullable(),
  quickReplies: z.array(line(200)).max(20),
  /** As it was read: 0 where nothing was said yet. */
  version: z.int().min(0).max(1_000_000_000_000),
})
export type SetShopChat = z.output<typeof SetShopChat>

export const ShopChat = z
  .object({
    hours: z.array(z.object({ day: z.int(), fromMinute: z.int(), toMinute: z.int() })),
    awayText: z.string().nullable(),
    quickReplies: z.array(z.string()),
    version: z.int(),
  })
  .meta({ id: 'ShopChat' })
export type ShopChat = z.output<typeof ShopChat>

/** How a shop answers: of its latest 200 first words of shoppers in 30 days. */
export const ShopPace = z
  .object({
    /** Those that were answered, or waited for twelve hours and more. */
    waits: z.int(),
    /** Answered within twelve hours. */
    inTime: z.int(),
    /** Of those that were answered, rounded up; null while none was. */
    medianMinutes: z.int().nullable(),
  })
  .meta({ id: 'ShopPace' })
export type ShopPace = z.output<typeof ShopPace>

/** What somebody said in talks until then is being erased, or is gone. */
export const Erasure = z
  .object({ id: z.string(), askedAt: z.iso.datetime(), isDone: z.boolean() })
  .meta({ id: 'ChatErasure' })
export type Erasure = z.output<typeof Erasure>
