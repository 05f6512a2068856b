import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { describe, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import { loadGroup } from '#src/order/group/repository.ts'
import { createGroupService } from '#src/order/group/service.ts'
import { GROUP_CHANGED } from '#src/order/index.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAsGuest, placeAt, stallOf } from '#test/support/payer.ts'
import { makeShopper, order } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'
import type { OrderStatus } from '../../../durable-objects/order-status.ts'

describeEachMarket('A group of orders', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  const framesOf = async (groupId: string) => {
    const stub = env.ORDER_STATUS.get(env.ORDER_STATUS.idFromName(groupId))
    return await runInDurableObject(
      stub as unknown as DurableObjectStub<OrderStatus>,
      async (_, { storage }) =>
        storage.sql
          .exec('SELECT body FROM events ORDER BY seq')
          .toArray()
          .map(({ body }) => JSON.parse(String(body))),
    )
  }

  it('of two shops moves as one: cancelling one order cancels both (P10)', async () => {
    const [db, market] = [open(), theMarket()]
    const [nan, trang] = [await makeShop(db), await makeShop(db)]
    const shopper = await makeShopper(market)
    const placed = await order(market, shopper, [
      { product: await makeProduct(db, nan), shop: nan },
      { product: await makeProduct(db, trang), shop: trang },
    ])
    const { id: groupId, orders } = placed.body.orderGroup
    const [, second] = orders
    const options = { token: shopper.token, key: newId('req') }
    const cancelled = await market.call('POST', `/orders/${second.id}/cancel`, options)
    expect(cancelled.body).toMatchObject({ status: 'cancelled', paymentStatus: 'cancelled' })
    await market.rest()
    const sound = await expectSound(db, market, groupId)
    expect(sound.orders.map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
  })

  it('is read at one moment: no order of it is older than the version that is decided on (P10)', async () => {
    const { groupId } = await placeAt(theMarket(), await stall())
    const db = open()
    const before = db.trips()
    expect((await loadGroup(db, groupId))?.orders).toHaveLength(1)
    expect(db.trips() - before).toBe(1)
  })

  it('that cannot be announced says so in the log, and not what the query was given', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId } = await placeAt(market, await stall())
    const lines: string[] = []
    const tasks: Promise<unknown>[] = []
    const services = market.services()
    const groups = createGroupService({
      database: db,
      clock: market.clock,
      log: createLog({}, (_, line) => lines.push(line)),
      inventory: services.product().inventory,
      left: services.product().left,
      flashStock: services.product().flashStock,
      vouchers: services.order().vouchers,
      publish: async () => undefined,
      relay: async () => {
        throw new DrizzleQueryError('select 1 where 1 = ?', ['somchai@example.test'])
      },
      relaySaved: async () => undefined,
      defer: (task) => tasks.push(task),
    })
    const found = await groups.load(groupId)
    if (found !== undefined) groups.announceMove(found, 'paid')
    await Promise.all(tasks)
    await services.close()
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'announce.failed' })
    expect(lines.join()).toContain('select 1')
    expect(lines.join()).not.toContain('somchai')
  })

  it('tells whoever listens when it is paid, once for every number (R6)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await placeAt(market, await stall())
    await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    await market.jobs()
    const { group } = await expectSound(db, market, groupId)
    expect(await framesOf(groupId)).toEqual([
      { kind: 'order-group', id: groupId, version: group.version, paymentStatus: 'paid' },
    ])
  })

  it('tells of a declined card at once, though the group has not moved', async () => {
    const market = theMarket()
    const { groupId, intent } = await placeAt(market, await stall(), 'card')
    await market.control(`/payment_intents/${intent}/decline`)
    await market.deliver()
    expect(await framesOf(groupId)).toMatchObject([
      { version: 1, paymentStatus: 'pending_payment', paymentState: 'requires_action' },
    ])
  })

  it('tells that the money it got was not right', async () => {
    const market = theMarket()
    const { groupId, intent } = await placeAt(market, await stall())
    await market.control(`/payment_intents/${intent}/approve`, { amount: 100 })
    await market.deliver()
    expect(await framesOf(groupId)).toMatchObject([{ paymentState: 'failed' }])
  })

  it('leaves one message for each move, with what was sold only when it was (Q1)', async () => {
    const [db, market] = [open(), theMarket()]
    const paid = await placeAsGuest(market, await stall())
    await market.control(`/payment_intents/${paid.intent}/approve`)
    await market.deliver()
    const ended = await placeAsGuest(market, await stall())
    const { orderToken } = ended
    await market.call('POST', `/orders/${ended.orderId}/cancel`, { orderToken, key: newId('req') })
    await market.rest()
    const said = async (groupId: string) => {
      const { outboxMessages: t } = db.tables
      const rows = await db
        .select()
        .from(t)
        .where(and(eq(t.aggregateId, groupId), eq(t.kind, GROUP_CHANGED)))
      return rows.map(({ version, payload, sendAtMs }) => ({ version, sendAtMs, ...payload }))
    }
    const sold = [{ productId: (await stall()).cloth.id, quantity: 2 }]
    expect(await said(paid.groupId)).toMatchObject([
      { version: 2, sendAtMs: null, paymentStatus: 'paid', sold },
    ])
    expect(await said(ended.groupId)).toMatchObject([{ paymentStatus: 'cancelled', sold: [] }])
  })

  it('that moved since it was looked at fails every write that counted on it (S5)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId } = await placeAt(market, await stall())
    const services = market.services()
    const groups = createGroupService({
      database: db,
      clock: market.clock,
      log: createLog({}, () => undefined),
      inventory: services.product().inventory,
      left: services.product().left,
      flashStock: services.product().flashStock,
      vouchers: services.order().vouchers,
      publish: async () => undefined,
      relay: async () => undefined,
      relaySaved: async () => undefined,
      defer: () => undefined,
    })
    const before = await groups.load(groupId)
    if (before === undefined) throw new RangeError('no group')
    await services.order().reconciliation.end(groupId, 'expired')
    await services.close()
    const at = market.clock.now()
    const lost = (error: unknown) => isStale(error) || isConflict(error, 'order_history')
    const again = db.atomically((q) => groups.tryAgain(q, before, at))
    expect(await again.then(() => undefined, lost)).toBe(true)
    const paid = db.atomically((q) => groups.move(q, before, 'paid', 'provider', at))
    expect(await paid.then(() => undefined, lost)).toBe(true)
    const { group } = await expectSound(db, market, groupId)
    expect([group.paymentStatus, group.version]).toEqual(['expired', 2])
  })

  describe('is listened to with a ticket', () => {
    it('by its buyer or whoever has its token, and by nobody else (R5, Z5)', async () => {
      const market = theMarket()
      const { token } = (await stall()).shopper
      const { groupId } = await placeAt(market, await stall())
      const guest = await placeAsGuest(market, await stall())
      const { orderToken } = guest
      const ask = async (id: string, who: { token?: string; orderToken?: string }) => {
        const body = { channel: `order-group:${id}` }
        return await market.call('POST', '/live/tickets', { ...who, body })
      }
      const mine = await ask(groupId, { token })
      expect([mine.status, mine.body.url]).toEqual([201, `/api/live/order-group:${groupId}`])
      expect((await ask(guest.groupId, { orderToken })).status).toBe(201)
      const stranger = await makeShopper(market)
      const refused = [
        await ask(groupId, { token: stranger.token }),
        await ask(groupId, {}),
        await ask(groupId, { orderToken }),
        await ask(guest.groupId, { token }),
        await ask(newId('grp'), { token }),
      ]
      for (const { status, body } of refused)
        expect([status, body.code]).toEqual([404, 'not_found'])
    })

    it('that opens one socket, through the API, on its own channel only (R7)', async () => {
      const market = theMarket()
      const { token } = (await stall()).shopper
      const { groupId } = await placeAt(market, await stall())
      const body = { channel: `order-group:${groupId}` }
      const { ticket, url } = (await market.call('POST', '/live/tickets', { token, body })).body
      const headers = { upgrade: 'websocket', 'sec-websocket-protocol': ticket }
      const knock = async (path: string) => await market.request(path, { headers })
      expect((await knock(`/api/live/order-group:${newId('grp')}`)).status).toBe(403)
      const opened = await knock(url)
      expect(opened.status).toBe(101)
      opened.webSocket?.accept()
      opened.webSocket?.close()
      expect((await knock(url)).status).toBe(403)
    })
  })
})
