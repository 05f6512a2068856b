import type { MessageBatch } from '@cloudflare/workers-types'
import * as z from 'zod'
import { CHAT_CHANGED } from '#objects/messages.ts'
import { CHAT_ERASED } from './chat/index.ts'
import { doubling, jittered, MINUTE_MS, SECOND_MS } from './common/clock.ts'
import { describeError, type Log } from './common/log.ts'
import type { Services } from './compose.ts'
import { keepDeadLetter } from './database/dead-letters.ts'
import { GROUP_CHANGED, GROUP_NEWS } from './order/index.ts'
import { PRICE_LOWERED, REVIEW_WRITTEN, STOCK_BACK, STOCK_LOW } from './product/index.ts'
import { ACCESS_ENDED } from './user/index.ts'

/** A message of the outbox as the queue carries it. */
const Message = z.object({
  id: z.string(),
  kind: z.string(),
  aggregateId: z.string(),
  version: z.int(),
  payload: z.record(z.string(), z.unknown()),
})
type Message = z.output<typeof Message>

const Happened = z.object({
  event: z.string(),
  orderId: z.string().optional(),
  amountSatang: z.int().optional(),
})

const GroupNews = z.object({ groupId: z.string(), happened: Happened })

const GroupChanged = z.object({
  groupId: z.string(),
  paymentStatus: z.string(),
  /** Nobody could listen yet when it happened. */
  unheard: z.boolean().default(false),
  /** For people to be told of; a message from before there was such a thing has none. */
  happened: Happened.optional(),
  sold: z.array(z.object({ productId: z.string(), quantity: z.int() })),
})

/** What is done page by page, for those who watch or in the talks of one: after whom or which it goes on. */
const Page = z.object({ after: z.string().default('') })

/** What is done with the messages of what is sold, by their kind. */
const OF_PRODUCTS: Record<string, (message: Message, services: Services) => Promise<void>> = {
  [STOCK_BACK]: async ({ id, aggregateId, payload }, { product }) =>
    await product().watches.tellBack(id, aggregateId, Page.parse(payload).after),
  [PRICE_LOWERED]: async ({ id, aggregateId, payload }, { product }) =>
    await product().watches.tellPrice(id, aggregateId, Page.parse(payload).after),
  [STOCK_LOW]: async ({ id, aggregateId }, { product }) =>
    await product().lowStock.tell(id, aggregateId),
  [REVIEW_WRITTEN]: async ({ id, aggregateId }, { product }) =>
    await product().reviews.told(id, aggregateId),
}

const MAX_PAUSE_MS = 5 * MINUTE_MS

/** Acts on each message by itself: a bad one is retried, its neighbours are done once (Q4). */
export async function consume(batch: MessageBatch, services: Services, log: Log): Promise<void> {
  for (const message of batch.messages) {
    try {
      await handle(Message.parse(message.body), services)
      message.ack()
    } catch (error) {
      log.error('message.failed', { messageId: message.id, ...describeError(error) })
      message.retry({ delaySeconds: pauseSeconds(message.attempts) })
    }
  }
}

// What failed together, a database being away, does not come back together.
const pauseSeconds = (attempts: number): number =>
  Math.ceil(jittered(doubling(SECOND_MS, attempts, MAX_PAUSE_MS)) / SECOND_MS)

/** Stores what no retry could deliver, for an operator to see and replay (Q3). */
export async function bury(batch: MessageBatch, services: Services, log: Log): Promise<void> {
  for (const message of batch.messages) {
    await keepDeadLetter(services.database(), {
      id: message.id,
      queue: batch.queue,
      body: message.body,
      attempts: message.attempts,
      diedAt: services.clock.now(),
    })
    log.error('message.dead', { messageId: message.id, queue: batch.queue })
    await services.operatorFeed().tell({
      ...{ key: `dead:${message.id}`, topic: 'dead_letter', event: 'died' },
      ...{ subject: message.id, label: batch.queue, amountSatang: null },
    })
    message.ack()
  }
}

async function handle(message: Message, services: Services): Promise<void> {
  if (message.kind === CHAT_CHANGED) return await services.chat().copy.follow(message.aggregateId)
  if (message.kind === ACCESS_ENDED) return await services.user().access.follow(message.payload)
  if (message.kind === CHAT_ERASED) return await erase(message, services)
  if (message.kind === GROUP_NEWS) return await tellNews(message, services)
  const ofProducts = OF_PRODUCTS[message.kind]
  if (ofProducts !== undefined) return await ofProducts(message, services)
  if (message.kind !== GROUP_CHANGED) throw new RangeError(`unknown message: ${message.kind}`)
  const { groupId, paymentStatus, unheard, sold, happened } = GroupChanged.parse(message.payload)
  const { version } = message
  // A frame would only wake a channel that nobody opened, and keep it for good.
  if (!unheard) {
    await services.live().publish(`order-group:${groupId}`, `${groupId}:${version}`, {
      kind: 'order-group',
      id: groupId,
      version,
      paymentStatus,
    })
  }
  if (sold.length > 0) await services.product().countSales(message.id, sold)
  if (happened !== undefined)
    await services
      .order()
      .announcements.tell(message.id, groupId, happened, { version, paymentStatus })
}

async function erase(
  { id, aggregateId, version, payload }: Message,
  services: Services,
): Promise<void> {
  const { after } = Page.parse(payload)
  await services.chat().erasing.run(id, aggregateId, version, after)
}

async function tellNews({ id, payload }: Message, services: Services): Promise<void> {
  const { groupId, happened } = GroupNews.parse(payload)
  await services.order().announcements.tell(id, groupId, happened)
}
