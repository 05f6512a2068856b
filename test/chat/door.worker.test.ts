import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '#src/database/open.ts'
import worker from '#src/index.ts'
import { listen } from '#test/durable-objects/listen.ts'
import { makeShop } from '#test/support/make.ts'
import { openMarket } from '#test/support/market.ts'
import { makeSeller, makeShopper } from '#test/support/shopper.ts'

const ORIGIN = 'http://127.0.0.1:8788'
const db = openDatabase({ kind: 'd1', binding: env.DB })

describe('The door of a chat room', () => {
  let market: ReturnType<typeof openMarket>
  beforeAll(() => {
    market = openMarket({ kind: 'd1', binding: env.DB })
  })
  afterAll(() => {
    market.close()
    vi.restoreAllMocks()
  })

  const ticketOf = async (token: string, id: string) => {
    const asked = { token, body: { channel: `chat:${id}` }, headers: { origin: ORIGIN } }
    return (await market.call('POST', '/live/tickets', asked)).body
  }
  const knock = async (ticket: string, id: string, origin = ORIGIN) =>
    await market.request(`/api/live/chat:${id}`, {
      headers: { upgrade: 'websocket', origin, 'sec-websocket-protocol': ticket },
    })
  const open = async (token: string, id: string) => {
    const answer = await knock((await ticketOf(token, id)).ticket, id)
    expect(answer.status).toBe(101)
    return listen(answer.webSocket)
  }

  it('opens for both sides, who hear each other, and the lists learn of it by the queue', async () => {
    const shop = await makeShop(db)
    const [shopper, seller] = [await makeShopper(market), await makeSeller(market, db, shop.id)]
    const body = { shopId: shop.id }
    const { id } = (await market.call('POST', '/chat/rooms', { token: shopper.token, body })).body
    const [mali, somchai] = [await open(shopper.token, id), await open(seller.token, id)]
    mali.send({ type: 'send', clientId: 'a', body: 'มีสีครามไหมคะ' })
    await vi.waitFor(() => expect(somchai.events()).toHaveLength(1))
    somchai.send({ type: 'send', clientId: 'a', body: 'มีค่ะ' })
    await vi.waitFor(() => expect(mali.events()).toHaveLength(2))
    const message = {
      id: `${id}:9`,
      kind: 'chat.changed',
      aggregateId: id,
      version: 9,
      payload: {},
    }
    const sent = { id: 'one', timestamp: new Date(), attempts: 1, body: message }
    const batch = createMessageBatch('talat-events', [sent])
    const ctx = createExecutionContext()
    await worker.queue(batch as never, env as never, ctx as never)
    expect((await getQueueResult(batch, ctx)).explicitAcks).toEqual(['one'])
    const { conversations: t } = db.tables
    const [row] = await db.select().from(t).where(eq(t.id, id))
    expect([row?.lastSeq, row?.lastText, row?.unreadByShopper]).toEqual([2, 'มีค่ะ', 1])
    for (const { socket } of [mali, somchai]) socket.close()
  })

  it('opens for no ticket of another room, another page, a stranger, or twice (R7)', async () => {
    const [shop, other] = [await makeShop(db), await makeShop(db)]
    const [shopper, stranger] = [await makeShopper(market), await makeShopper(market)]
    const roomAt = async (shopId: string) => {
      const asked = { token: shopper.token, body: { shopId } }
      return (await market.call('POST', '/chat/rooms', asked)).body.id as string
    }
    const [id, elsewhere] = [await roomAt(shop.id), await roomAt(other.id)]
    expect((await ticketOf(stranger.token, id)).code).toBe('not_found')
    const { ticket } = await ticketOf(shopper.token, id)
    expect((await knock(ticket, elsewhere)).status).toBe(403)
    expect((await knock(ticket, id, 'https://evil.example')).status).toBe(403)
    const opened = await knock(ticket, id)
    expect(opened.status).toBe(101)
    opened.webSocket?.accept()
    opened.webSocket?.close()
    expect((await knock(ticket, id)).status).toBe(403)
  })
})
