import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '#src/common/id.ts'
import { openDatabase } from '#src/database/open.ts'
import worker from '#src/index.ts'
import { GROUP_CHANGED } from '#src/order/index.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import type { OrderStatus } from '../durable-objects/order-status.ts'

const QUEUE = 'talat-events'
const db = openDatabase({ kind: 'd1', binding: env.DB })

type Sold = { productId: string; quantity: number }

const messageOf = (
  sold: Sold[],
  some: { id?: string; groupId?: string; version?: number; unheard?: boolean } = {},
) => {
  const { id = newId('msg'), groupId = newId('grp'), version = 2, unheard } = some
  const payload = {
    ...{ groupId, paymentStatus: 'paid', sold },
    ...(unheard === undefined ? {} : { unheard }),
  }
  return { id, kind: GROUP_CHANGED, aggregateId: groupId, version, payload }
}

/** Delivers bodies as one batch, and tells what became of each. */
async function deliver(bodies: unknown[], queue = QUEUE, attempts = 1) {
  const messages = bodies.map((body) => ({
    id: newId('msg'),
    timestamp: new Date(),
    attempts,
    body,
  }))
  const batch = createMessageBatch(queue, messages)
  const ctx = createExecutionContext()
  await worker.queue(batch as never, env as never, ctx as never)
  return { messages, result: await getQueueResult(batch, ctx) }
}

const retriedOf = ({ retryMessages }: { retryMessages: { msgId: string }[] }) =>
  retryMessages.map(({ msgId }) => msgId)

async function soldCount(productId: string) {
  const { products } = db.tables
  return (await db.select().from(products).where(eq(products.id, productId)))[0]?.soldCount
}

async function events(groupId: string): Promise<{ key: string; seq: number }[]> {
  const stub = env.ORDER_STATUS.get(env.ORDER_STATUS.idFromName(groupId))
  return await runInDurableObject(
    stub as unknown as DurableObjectStub<OrderStatus>,
    async (_, { storage: { sql } }) => {
      // An object that nobody ever spoke to has no tables yet.
      const [made] = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'events'").toArray()
      if (made === undefined) return []
      return sql
        .exec('SELECT key, seq FROM events ORDER BY seq')
        .toArray()
        .map(({ key, seq }) => ({ key: String(key), seq: Number(seq) }))
    },
  )
}

describe('a message that a group has changed', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('counts what was sold once, however often it is delivered (Q2)', async () => {
    const product = await makeProduct(db, await makeShop(db))
    const message = messageOf([{ productId: product.id, quantity: 3 }])
    const { result } = await deliver([message, message, message])
    expect(result.explicitAcks).toHaveLength(3)
    await Promise.all([deliver([message]), deliver([message])])
    expect(await soldCount(product.id)).toBe(3)
    await deliver([messageOf([{ productId: product.id, quantity: 2 }])])
    expect(await soldCount(product.id)).toBe(5)
  })

  it('reaches whoever listens to the group once, with the number it had (R4, R6)', async () => {
    const groupId = newId('grp')
    const second = messageOf([], { groupId, version: 2 })
    const third = messageOf([], { groupId, version: 3 })
    await deliver([second, third, second])
    await deliver([third])
    expect(await events(groupId)).toEqual([
      { key: `${groupId}:2`, seq: 1 },
      { key: `${groupId}:3`, seq: 2 },
    ])
  })

  it('that is bad is tried again later, and its neighbours are done once (Q4)', async () => {
    const product = await makeProduct(db, await makeShop(db))
    const good = Array.from({ length: 49 }, () =>
      messageOf([{ productId: product.id, quantity: 1 }]),
    )
    const bad = { ...messageOf([]), kind: 'no.such.kind' }
    const { messages, result } = await deliver(
      [...good.slice(0, 20), bad, ...good.slice(20)],
      QUEUE,
      3,
    )
    expect(result.outcome).toBe('ok')
    expect(result.ackAll).toBe(false)
    expect(result.explicitAcks).toHaveLength(49)
    expect(retriedOf(result)).toEqual([messages[20]?.id])
    expect(await soldCount(product.id)).toBe(49)
  })

  it.each([
    ['no message at all', 'just a text'],
    ['nothing', null],
    ['without an id', { kind: GROUP_CHANGED, aggregateId: 'grp_1', version: 1, payload: {} }],
    ['with an empty payload', { ...messageOf([]), payload: {} }],
    ['of a fraction', messageOf([{ productId: 'prd_1', quantity: 0.5 }])],
  ])('that is %s never stops the others and goes the way of the dead (Q3)', async (_, body) => {
    const product = await makeProduct(db, await makeShop(db))
    const good = messageOf([{ productId: product.id, quantity: 1 }])
    const { messages, result } = await deliver([body, good])
    expect(retriedOf(result)).toEqual([messages[0]?.id])
    expect(await soldCount(product.id)).toBe(1)
  })

  it('that nobody could hear is counted, and told to nobody', async () => {
    const product = await makeProduct(db, await makeShop(db))
    const groupId = newId('grp')
    const sold = [{ productId: product.id, quantity: 2 }]
    const { result } = await deliver([messageOf(sold, { groupId, unheard: true })])
    expect(result.explicitAcks).toHaveLength(1)
    expect(await soldCount(product.id)).toBe(2)
    expect(await events(groupId)).toEqual([])
  })

  it('that no retry could deliver is kept for an operator, once, as it was (Q3)', async () => {
    const body = { ...messageOf([]), kind: 'no.such.kind' }
    const { deadLetters } = db.tables
    const batch = await deliver([body], 'talat-dead-letters', 6)
    expect(batch.result.explicitAcks).toHaveLength(1)
    const [letter] = batch.messages
    const again = createMessageBatch('talat-dead-letters', batch.messages)
    const ctx = createExecutionContext()
    await worker.queue(again as never, env as never, ctx as never)
    await getQueueResult(again, ctx)
    const kept = await db
      .select()
      .from(deadLetters)
      .where(eq(deadLetters.id, letter?.id ?? ''))
    expect(kept).toMatchObject([
      { queue: 'talat-dead-letters', attempts: 6, body, replayedAt: null },
    ])
  })
})
