import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SECOND_MS } from '#src/common/clock.ts'
import { openDatabase } from '#src/database/open.ts'
import type { OutboxMessage } from '#src/database/outbox.ts'
import worker from '#src/index.ts'
import { listen } from '#test/durable-objects/listen.ts'
import { makeShop } from '#test/support/make.ts'
import { openMarket } from '#test/support/market.ts'
import { makeSeller, makeShopper, tokenOf } from '#test/support/shopper.ts'

const ORIGIN = 'http://127.0.0.1:8788'
const WITHIN = { timeout: 5 * SECOND_MS }
const db = openDatabase({ kind: 'd1', binding: env.DB })

describe('Whoever loses the right to listen (R5)', () => {
  let market: ReturnType<typeof openMarket>
  beforeAll(() => {
    market = openMarket({ kind: 'd1', binding: env.DB })
    // The queue is down throughout: what must be over in seconds does not wait for it.
    const down = async () => Promise.reject(new Error('the queue is away'))
    market.bindings.EVENTS = { send: down, sendBatch: down } as never
  })
  afterAll(() => {
    market.close()
    vi.restoreAllMocks()
  })

  const asked = async (token: string, channel: string) =>
    await market.call('POST', '/live/tickets', {
      ...{ token, body: { channel }, headers: { origin: ORIGIN } },
    })
  const knock = async (ticket: string, channel: string) =>
    await market.request(`/api/live/${channel}`, {
      headers: { upgrade: 'websocket', origin: ORIGIN, 'sec-websocket-protocol': ticket },
    })
  async function open(token: string, channel: string) {
    const { body } = await asked(token, channel)
    const answer = await knock(body.ticket, channel)
    expect(answer.status).toBe(101)
    const end = listen(answer.webSocket)
    let closed: number | null = null
    void end.closed().then((code) => {
      closed = code
    })
    return {
      ...end,
      texts: () => end.events().map(({ event }) => event?.body?.text),
      isOut: () => closed !== null,
      out: async () => await vi.waitFor(() => expect(closed).toBe(1008), WITHIN),
    }
  }

  /** Two talks of one shop, and of another where the same person works too. */
  async function desk() {
    const [shop, other] = [await makeShop(db), await makeShop(db)]
    const owner = await makeSeller(market, db, shop.id)
    const dao = await makeSeller(market, db, shop.id, 'staff')
    const createdAt = new Date('2026-11-01T03:00:00Z')
    const elsewhere = { shopId: other.id, userId: dao.userId, role: 'staff', createdAt } as const
    await db.insert(db.tables.shopMembers).values(elsewhere)
    const talk = async (shopId: string) => {
      const shopper = await makeShopper(market)
      const room = { token: shopper.token, body: { shopId } }
      const { id } = (await market.call('POST', '/chat/rooms', room)).body
      return { channel: `chat:${id}`, shopper }
    }
    const talks = [await talk(shop.id), await talk(shop.id), await talk(other.id)] as const
    const remove = async () =>
      await market.call('DELETE', `/seller/shops/${shop.id}/members/${dao.userId}`, {
        token: owner.token,
      })
    return { shop, owner, dao, talks, remove }
  }

  it('as a member is out of every room of the shop, and hears nothing of what is said then', async () => {
    const { owner, dao, talks, remove } = await desk()
    const [first, second, elsewhere] = await Promise.all(
      talks.map(async ({ channel }) => await open(dao.token, channel)),
    )
    const [{ channel, shopper }] = talks
    const [stays, mali] = [await open(owner.token, channel), await open(shopper.token, channel)]
    expect((await remove()).status).toBe(204)
    await Promise.all([first?.out(), second?.out()])
    mali.send({ type: 'send', clientId: 'a', body: 'ยังอยู่ไหมคะ' })
    await vi.waitFor(() => expect(stays.texts()).toEqual(['ยังอยู่ไหมคะ']))
    expect(first?.texts()).toEqual([])
    expect(elsewhere?.isOut()).toBe(false)
    expect((await asked(dao.token, channel)).status).toBe(404)
    const [, , { channel: kept }] = talks
    expect((await asked(dao.token, kept)).status).toBe(201)
    for (const { socket } of [stays, mali]) socket.close()
    elsewhere?.socket.close()
  })

  it('cannot use a ticket that was got before, also in a room nobody has spoken in', async () => {
    const { dao, talks, remove } = await desk()
    const [{ channel }] = talks
    const { ticket } = (await asked(dao.token, channel)).body
    await remove()
    await market.rest()
    expect((await knock(ticket, channel)).status).toBe(403)
  })

  it('whose request for a ticket was on its way gets none, whichever came first', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { dao, talks, remove } = await desk()
      const [{ channel }] = talks
      const [removed, { body }] = await Promise.all([remove(), asked(dao.token, channel)])
      expect(removed.status).toBe(204)
      await market.rest()
      if (body.ticket !== undefined) expect((await knock(body.ticket, channel)).status).toBe(403)
      else expect(body.code).toBe('not_found')
    }
  })

  it('is found by the queue, should the request die after its commit; who is back again stays', async () => {
    const { shop, dao, talks } = await desk()
    const [{ channel }] = talks
    const here = await open(dao.token, channel)
    const { shopMembers } = db.tables
    const row = db.select().from(shopMembers).where(eq(shopMembers.userId, dao.userId))
    const before = await row
    const told = async (id: string) => {
      const payload = { userId: dao.userId, ended: { kind: 'shop', shopId: shop.id } }
      const body: OutboxMessage = {
        ...{ id, kind: 'access.ended', aggregateId: dao.userId, version: 1, payload },
      }
      const batch = createMessageBatch('talat-events', [
        { id, timestamp: new Date(), attempts: 1, body },
      ])
      const ctx = createExecutionContext()
      await worker.queue(batch as never, env as never, ctx as never)
      expect((await getQueueResult(batch, ctx)).explicitAcks).toEqual([id])
    }
    await told('early')
    expect(here.isOut()).toBe(false)
    await db.delete(shopMembers).where(eq(shopMembers.userId, dao.userId))
    await told('one')
    await told('one')
    await here.out()
    expect(before).toHaveLength(2)
  })

  it('by signing out loses the sockets of that session, and of no other', async () => {
    const { dao, talks } = await desk()
    const [{ channel }] = talks
    const other = await tokenOf(market, dao.email)
    const [here, there] = [await open(dao.token, channel), await open(other, channel)]
    const inbox = await open(dao.token, 'inbox')
    const { ticket } = (await asked(dao.token, channel)).body
    expect((await market.call('POST', '/auth/logout', { token: dao.token, body: {} })).status).toBe(
      204,
    )
    await Promise.all([here.out(), inbox.out()])
    expect((await knock(ticket, channel)).status).toBe(403)
    expect((await asked(dao.token, channel)).status).toBe(401)
    there.send({ type: 'send', clientId: 'a', body: 'ยังอยู่ค่ะ' })
    await vi.waitFor(() => expect(there.texts()).toEqual(['ยังอยู่ค่ะ']))
    expect([there.isOut(), here.texts()]).toEqual([false, []])
    there.socket.close()
  })

  it('by showing a stolen refresh token ends the session, and what is heard by it', async () => {
    const mali = await makeShopper(market)
    const here = await open(mali.token, 'inbox')
    const renew = async (refreshToken: string) =>
      await market.call('POST', '/auth/refresh', { body: { refreshToken } })
    const next = (await renew(mali.refreshToken)).body.refreshToken
    await renew(next)
    expect((await renew(mali.refreshToken)).body.code).toBe('token_reused')
    await here.out()
  })

  it('with a whole account that is suspended loses the sockets of every session', async () => {
    const mali = await makeShopper(market)
    const [here, there] = [
      await open(mali.token, 'inbox'),
      await open(await tokenOf(market, mali.email), 'inbox'),
    ]
    const userId = (await market.call('GET', '/me', { token: mali.token })).body.user.id
    const { users } = db.tables
    const services = market.services()
    const { access } = services.user()
    const message = access.ended(userId, { kind: 'account' })
    await db.atomically((q) => [
      q.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId)),
      access.announce(q, message),
    ])
    access.act(message)
    await services.close()
    await Promise.all([here.out(), there.out()])
    expect((await asked(mali.token, 'inbox')).status).toBe(401)
  })
})
