import { createMessageBatch } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import { DAY_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import type { OutboxMessage } from '#src/database/outbox.ts'
import { bury, consume } from '#src/queue.ts'
import { toldOn } from '#test/support/channel.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { intentOf, makeOperator, makeShopper, order, tokenOf } from '#test/support/shopper.ts'

type News = { id: string; topic: string; event: string; subject: string; amountSatang: number }

describeEachMarket('The operators’ feed', (theMarket, open) => {
  const log = createLog({}, () => undefined)
  const held: OutboxMessage[] = []
  let operator: { email: string; token: string }

  beforeAll(async () => {
    theMarket().bindings.EVENTS = {
      sendBatch: async (messages: { body: OutboxMessage }[]) => {
        held.push(...messages.map(({ body }) => body))
      },
    } as never
    operator = await makeOperator(theMarket(), open())
  })

  const batchOf = (bodies: readonly unknown[], queue: string) =>
    createMessageBatch(
      queue,
      bodies.map((body) => ({ id: newId('msg'), timestamp: new Date(), attempts: 6, body })),
    ) as never
  const deliver = async () => {
    await theMarket().rest()
    const services = theMarket().services()
    await consume(batchOf(held.splice(0), 'talat-events'), services, log)
    await services.close()
  }
  const feed = async (query = ''): Promise<News[]> => {
    const answer = await theMarket().call('GET', `/admin/feed?limit=100&${query}`, operator)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body.items
  }
  const about = async (subject: string) =>
    (await feed()).filter((one) => one.subject === subject).map(({ event }) => event)
  const shown = async (subject: string) =>
    (await toldOn('OPERATOR_FEED', 'feed')).flatMap((one) =>
      one.kind === 'operator' && one.subject === subject ? [one.event] : [],
    )
  const place = async (payment?: { provider: string; method: string }) => {
    const shop = await makeShop(open())
    const product = await makeProduct(open(), shop)
    const shopper = await makeShopper(theMarket())
    const placed = await order(theMarket(), shopper, [{ shop, product }], payment)
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    return { ...placed.body.orderGroup, shop, shopper } as {
      id: string
      totalSatang: number
      shop: { id: string }
      shopper: { token: string }
    }
  }

  it('has an order once it is sold, however often the queue brings it (Q2)', async () => {
    const { id, totalSatang } = await place()
    await deliver()
    expect(await about(id)).toEqual([])
    await theMarket().control(`/payment_intents/${intentOf(theMarket(), id)}/approve`)
    await theMarket().deliver()
    await theMarket().rest()
    held.push(...held, ...held)
    await deliver()
    expect([await about(id), await shown(id)]).toEqual([['paid'], ['paid']])
    expect((await feed('topic=order'))[0]).toMatchObject({ subject: id, amountSatang: totalSatang })
  })

  it('has a webhook that was put aside, with the write that puts it aside', async () => {
    const { id } = await place()
    const intent = intentOf(theMarket(), id)
    await theMarket().control(`/payment_intents/${intent}/approve`, { livemode: true })
    await theMarket().deliver()
    const kept = await about(intent)
    expect(new Set(kept)).toEqual(new Set(['quarantined']))
    expect(await shown(intent)).toEqual(kept)
  })

  it('has what the books do not explain', async () => {
    const { id } = await place()
    const { orderGroups: t } = open().tables
    await open().update(t).set({ totalSatang: 1 })
    const services = theMarket().services()
    theMarket().pass(2 * 60_000)
    for (let n = 0; n < 5; n += 1) await services.order().breaks.run()
    await services.close()
    expect(await about(id)).toContain('opened')
    expect(await shown(id)).toContain('opened')
  })

  it('has a message that no retry could deliver', async () => {
    const services = theMarket().services()
    const batch = batchOf([{ kind: 'unknown' }], 'talat-dead-letters')
    await bury(batch, services, log)
    await services.close()
    const [newest] = await feed('topic=dead_letter')
    expect(newest).toMatchObject({ topic: 'dead_letter', event: 'died' })
    expect(await shown(newest?.subject ?? '')).toEqual(['died'])
  })

  it('has a talk that somebody reported', async () => {
    const { shop, shopper } = await place()
    const { token } = shopper
    const opened = await theMarket().call('POST', '/chat/rooms', {
      token,
      body: { shopId: shop.id },
    })
    const path = `/chat/rooms/${opened.body.id}/reports`
    await theMarket().call('POST', path, { token, body: { reason: 'spam' } })
    await theMarket().rest()
    expect([await about(opened.body.id), await shown(opened.body.id)]).toEqual([
      ['opened'],
      ['opened'],
    ])
  })

  it('is read by topic and page by page, and shows nothing to anybody else', async () => {
    const all = await feed()
    const orders = await feed('topic=order')
    expect(orders).toEqual(all.filter(({ topic }) => topic === 'order'))
    const first = await theMarket().call('GET', '/admin/feed?limit=2', operator)
    const next = `/admin/feed?limit=100&cursor=${first.body.nextCursor}`
    const rest = await theMarket().call('GET', next, operator)
    expect([...first.body.items, ...rest.body.items]).toEqual(all)
    const shopper = await makeShopper(theMarket())
    expect((await theMarket().call('GET', '/admin/feed', shopper)).status).toBe(403)
    expect((await theMarket().call('GET', '/admin/feed')).status).toBe(401)
    const ask = async (channel: string, who: { token?: string } = {}) =>
      (await theMarket().call('POST', '/live/tickets', { ...who, body: { channel } })).status
    expect(await ask('admin', operator)).toBe(201)
    expect(await ask('admin', shopper)).toBe(404)
    expect(await ask('admin')).toBe(404)
    expect(await ask('inbox', shopper)).toBe(201)
    expect(await ask('inbox')).toBe(404)
  })

  it('forgets what is old', async () => {
    const old = (await feed()).map(({ id }) => id)
    theMarket().pass(91 * DAY_MS)
    const services = theMarket().services()
    await services.operatorFeed().forget()
    await services.close()
    operator = { ...operator, token: await tokenOf(theMarket(), operator.email) }
    const left = new Set((await feed()).map(({ id }) => id))
    expect(old.length).toBeGreaterThan(0)
    expect(old.filter((id) => left.has(id))).toEqual([])
  })
})
