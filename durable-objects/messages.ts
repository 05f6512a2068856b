import * as z from 'zod'

/** Who speaks in a conversation: its shopper, somebody of its shop, or the market itself. */
export const CHAT_SIDES = ['shopper', 'shop'] as const
export type ChatSide = (typeof CHAT_SIDES)[number]

/**
 * What a message holds. Cards and pictures show how things were when they were sent, and name where
 * they are now.
 */
export const ChatBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('product'),
    productId: z.string(),
    slug: z.string(),
    title: z.string(),
    priceSatang: z.int(),
    imageUrl: z.string().nullable(),
  }),
  z.object({
    type: z.literal('order'),
    orderId: z.string(),
    groupId: z.string(),
    number: z.string(),
    totalSatang: z.int(),
    imageUrls: z.array(z.string()),
  }),
  z.object({
    type: z.literal('picture'),
    /** A path of the API that serves the two sides of the talk alone. */
    url: z.string(),
    width: z.int(),
    height: z.int(),
  }),
  /** The shop is closed: what it says meanwhile. */
  z.object({ type: z.literal('away'), text: z.string() }),
  /** Taken back by whoever wrote it: its number stays, what it said is gone. */
  z.object({ type: z.literal('removed') }),
])
export type ChatBody = z.output<typeof ChatBody>

export const ChatMessage = z.object({
  kind: z.literal('message'),
  /** ISO 8601, UTC. */
  at: z.string(),
  from: z.enum([...CHAT_SIDES, 'market']),
  /** Who of the shop wrote it: told to the shop alone. */
  by: z.object({ id: z.string(), name: z.string() }).optional(),
  body: ChatBody,
})
export type ChatMessage = z.output<typeof ChatMessage>

/** The kind of the queue's message that says a room has changed. */
export const CHAT_CHANGED = 'chat.changed'

/** What operators are told of as it happens. */
export const OPERATOR_TOPICS = ['order', 'webhook', 'break', 'dead_letter', 'report'] as const
export type OperatorTopic = (typeof OPERATOR_TOPICS)[number]

/** Something in the operators' feed: what, and by which id it is found. */
export const OperatorEvent = z.object({
  kind: z.literal('operator'),
  id: z.string(),
  topic: z.enum(OPERATOR_TOPICS),
  /** What happened to it, such as `paid`, `opened` or `failed`. */
  event: z.string(),
  /** The id of the order group, webhook, break, dead letter or report. */
  subject: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** A number that people know it by, or its kind. */
  label: z.string(),
  amountSatang: z.int().nullable(),
})
export type OperatorEvent = z.output<typeof OperatorEvent>

/** What happened on a channel; each kind is added here and nowhere else. */
export const LiveEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order-group'),
    id: z.string(),
    /** The group's version after the change: an older or equal one is nothing new. */
    version: z.int(),
    paymentStatus: z.string(),
    /** Of the attempt that caused it, when there is one. */
    paymentState: z.string().optional(),
  }),
  ChatMessage,
  /** Something new stands in somebody's inbox. */
  z.object({ kind: z.literal('notification'), id: z.string(), topic: z.string() }),
  /** Some of it was read, on whatever page. */
  z.object({ kind: z.literal('notifications-read') }),
  /** A talk of somebody's has changed: how many messages of it that side has not read. */
  z.object({
    kind: z.literal('talk'),
    roomId: z.string(),
    side: z.enum(CHAT_SIDES),
    /** Grows with each change of the talk. */
    version: z.int(),
    unread: z.int(),
  }),
  /** How much of a product can be bought; an older version, or an equal one, is nothing new. */
  z.object({
    kind: z.literal('stock'),
    productId: z.string(),
    version: z.int(),
    variants: z.array(z.object({ variantId: z.string(), available: z.int() })),
  }),
  OperatorEvent,
])
export type LiveEvent = z.output<typeof LiveEvent>

/** What holds for a moment: it has no number, and is not told again. */
export const LiveSignal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typing'), side: z.enum(CHAT_SIDES) }),
  z.object({ kind: z.literal('presence'), side: z.enum(CHAT_SIDES), online: z.boolean() }),
  /** A side has read all up to this number; of what it says itself, the message is the sign. */
  z.object({ kind: z.literal('read'), side: z.enum(CHAT_SIDES), seq: z.int() }),
  /** What these messages said is gone; whoever missed it sees so when the talk is read again. */
  z.object({ kind: z.literal('removed'), seqs: z.array(z.int()) }),
])
export type LiveSignal = z.output<typeof LiveSignal>

const NumberedEvent = z.object({ seq: z.int(), event: LiveEvent })

/** From the Durable Object to a socket. */
export const ServerFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), seq: z.int() }),
  NumberedEvent.extend({ type: z.literal('event') }),
  /** What came within a moment, in its order. */
  z.object({ type: z.literal('events'), events: z.array(NumberedEvent) }),
  z.object({ type: z.literal('signal'), signal: LiveSignal }),
  z.object({ type: z.literal('ack'), clientId: z.string(), seq: z.int() }),
  z.object({
    type: z.literal('error'),
    code: z.string(),
    /** With `resume_gap`: what is told goes on after this number; the rest is read from the API. */
    seq: z.int().optional(),
    /** Of the frame that was refused. */
    clientId: z.string().optional(),
  }),
])
export type ServerFrame = z.output<typeof ServerFrame>

/** The longest text of a message, in UTF-16 code units. */
export const MAX_CHAT_TEXT = 2000
export const MAX_CLIENT_ID = 64

/** From a socket to the Durable Object. */
export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('resume'), after: z.int().min(0) }),
  z.strictObject({
    type: z.literal('send'),
    clientId: z.string().min(1).max(MAX_CLIENT_ID),
    body: z.string().min(1).max(MAX_CHAT_TEXT),
  }),
  z.strictObject({ type: z.literal('typing') }),
  z.strictObject({ type: z.literal('read'), seq: z.int().min(0) }),
])
export type ClientFrame = z.output<typeof ClientFrame>
