import { createMessageBatch } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import type { OutboxMessage } from '#src/database/outbox.ts'
import { consume } from '#src/queue.ts'
import { toldOn } from '#test/support/channel.ts'
import { type MadeProduct, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { step } from '#test/support/parcels.ts'
import {
  GUEST,
  intentOf,
  makeSeller,
  makeShopper,
  order,
  orderAsGuest,
  type Seller,
  type Shopper,
  tokenOf,
} from '#test/support/shopper.ts'

const CARD = { provider: 'stripe', method: 'card' }
const CASH = { provider: 'cod', method: 'cash' }
type Made = { shop: Awaited<ReturnType<typeof makeShop>>; product: MadeProduct; seller: Seller }

describeEachMarket('Every moment of an order has its message', (theMarket, open) => {
  const log = createLog({}, () => undefined)
  let made: Made[] = []
  let shopper: Shopper
  const held: OutboxMessage[] = []
  let down = false

  beforeAll(async () => {
    theMarket().bindings.EVENTS = {
      sendBatch: async (messages: { body: OutboxMessage }[]) => {
        if (down) throw new Error('the queue does not answer')
        held.push(...messages.map(({ body }) => body))
      },
    } as never
    made = await Promise.all(
      [1, 2].map(async () => {
        const shop = await makeShop(open())
        const product = await makeProduct(open(), shop, { stock: 900 })
        return { shop, product, seller: await makeSeller(theMarket(), open(), shop.id) }
      }),
    )
  })
  beforeEach(async () => {
    down = false
    await quiet()
    shopper = await makeShopper(theMarket())
  })

  const wants = (count: number) =>
    made.slice(0, count).map(({ shop, product }) => ({ shop, product }))

  /** Delivers messages as the queue does. */
  const deliver = async (messages: readonly OutboxMessage[]) => {
    const batch = createMessageBatch(
      'talat-events',
      messages.map((body) => ({
        ...{ id: newId('msg'), timestamp: new Date(), attempts: 1 },
        body,
      })),
    )
    const services = theMarket().services()
    await consume(batch as never, services, log)
    await services.close()
  }
  /** Lets everything that waits be told. */
  const quiet = async () => {
    await theMarket().rest()
    theMarket().pass(11_000)
    await theMarket().jobs()
    await deliver(held.splice(0))
    await theMarket().rest()
  }
  const kindsOf = async ({ email }: { email: string }): Promise<string[]> => {
    // Hours may have gone by since whoever asks signed in.
    const token = await tokenOf(theMarket(), email)
    const { body } = await theMarket().call('GET', '/me/notifications?limit=100', { token })
    return body.items.map(({ kind }: { kind: string }) => kind).reverse()
  }
  type Letter = { recipient: string; subject: string; body: string; channel: string }
  const lettersTo = async (email: string): Promise<Letter[]> => {
    const answer = await theMarket().request('/dev/inbox.json')
    const { items } = await answer.json<{ items: Letter[] }>()
    return items.filter(({ recipient }) => recipient === email).reverse()
  }
  const place = async (count: number, payment: { provider: string; method: string }) => {
    const placed = await order(theMarket(), shopper, wants(count), payment)
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { id: groupId, orders } = placed.body.orderGroup
    return { groupId: groupId as string, orders: orders as { id: string }[] }
  }
  const approve = async (groupId: string) => {
    await theMarket().control(`/payment_intents/${intentOf(theMarket(), groupId)}/approve`)
    await theMarket().deliver()
  }
  const staffKinds = async (from: number) => {
    const now = await Promise.all(made.map(({ seller }) => kindsOf(seller)))
    return now.map((kinds) => kinds.slice(from))
  }

  it('from placing to completing, to the buyer and to each shop', async () => {
    const { groupId, orders } = await place(2, CARD)
    await quiet()
    expect(await kindsOf(shopper)).toEqual(['order_placed'])
    await approve(groupId)
    await quiet()
    for (const { id: orderId } of orders) await step(theMarket(), { groupId, orderId }, 'accepted')
    const [first = { id: '' }, second = { id: '' }] = orders
    await step(theMarket(), { groupId, orderId: first.id }, 'shipped')
    await quiet()
    await step(theMarket(), { groupId, orderId: first.id }, 'delivered')
    await quiet()
    const { token } = shopper
    await theMarket().call('POST', `/orders/${first.id}/received`, { token, key: newId('req') })
    const path = `/seller/shops/${made[1]?.shop.id}/orders/${second.id}/cancel`
    const by = { token: made[1]?.seller.token ?? '', key: newId('req') }
    const cancelled = await theMarket().call('POST', path, { ...by, body: { reason: 'other' } })
    expect(cancelled.status, JSON.stringify(cancelled.body)).toBe(200)
    await theMarket().deliver()
    await quiet()
    await quiet()
    const kinds = await kindsOf(shopper)
    expect(kinds.slice(0, 4)).toEqual([
      ...['order_placed', 'order_paid', 'order_sent', 'order_delivered'],
    ])
    expect(kinds.slice(4).sort()).toEqual(['order_cancelled', 'order_refunded'])
    expect(await staffKinds(0)).toEqual([
      ['shop_new_order', 'shop_order_completed'],
      ['shop_new_order', 'shop_order_cancelled'],
    ])
    const letters = await lettersTo(shopper.email)
    expect(letters).toHaveLength(kinds.length)
    expect(letters[0]?.body).toContain('/order-groups/')
  })

  it('open lists of its buyer and of each shop hear of it once, and those of no other shop (Q2)', async () => {
    const me = await theMarket().call('GET', '/me', { token: shopper.token })
    const { groupId, orders } = await place(2, CARD)
    await quiet()
    await approve(groupId)
    await theMarket().rest()
    theMarket().pass(11_000)
    await theMarket().jobs()
    const told = held.splice(0)
    await deliver([...told, ...told].reverse())
    const heard = async (userId: string) =>
      (await toldOn('INBOXES', userId)).flatMap((event) =>
        event.kind === 'order-group' && event.id === groupId
          ? [[event.version, event.paymentStatus]]
          : [],
      )
    const people = [me.body.user.id, ...made.map(({ seller }) => seller.userId)]
    const lists = await Promise.all(people.map(heard))
    expect(lists.map((list) => list.at(-1)?.[1])).toEqual(['paid', 'paid', 'paid'])
    expect(lists.map((list) => new Set(list.map(([version]) => version)).size)).toEqual(
      lists.map((list) => list.length),
    )
    const [first = { id: '' }] = orders
    const before = (await heard(made[1]?.seller.userId ?? '')).length
    await step(theMarket(), { groupId, orderId: first.id }, 'accepted')
    await quiet()
    expect((await heard(made[0]?.seller.userId ?? '')).length).toBeGreaterThan(before)
    expect((await heard(made[1]?.seller.userId ?? '')).length).toBe(before)
  })

  it('a guest gets the letters of a cash order in the language it was placed in', async () => {
    const contact = { ...GUEST.contact, email: `${newId('usr')}@example.test` }
    const placed = await orderAsGuest(theMarket(), wants(1), { payment: CASH, contact })
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    await quiet()
    const letters = await lettersTo(contact.email)
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringContaining(placed.body.orderGroup.number),
    ])
    const { orderGroup, orderToken } = placed.body
    expect(letters[0]?.body).toContain(`/order-groups/${orderGroup.id}/open#${orderToken}`)
  })

  it('what completes by itself within a day is told of once, to whoever may still speak', async () => {
    const { groupId, orders } = await place(1, CARD)
    await approve(groupId)
    const [{ id: orderId } = { id: '' }] = orders
    for (const event of ['accepted', 'shipped', 'delivered'] as const) {
      await step(theMarket(), { groupId, orderId }, event)
    }
    await quiet()
    const soon = async () =>
      (await kindsOf(shopper)).filter((kind) => kind === 'order_completes_soon').length
    expect(await soon()).toBe(0)
    theMarket().pass(2 * DAY_MS)
    await Promise.all([theMarket().jobs(), theMarket().jobs()])
    await quiet()
    expect(await soon()).toBe(1)
    const { body } = (await lettersTo(shopper.email)).at(-1) ?? {}
    expect(body).toContain(`/orders/${orderId}`)
    const token = await tokenOf(theMarket(), shopper.email)
    const more = { token, key: newId('req') }
    expect((await theMarket().call('POST', `/orders/${orderId}/more-time`, more)).status).toBe(200)
    theMarket().pass(2 * DAY_MS)
    await quiet()
    expect(await soon()).toBe(1)
  })

  it('what is paid in cash that has not come does not complete, and is not told of', async () => {
    const { groupId, orders } = await place(1, CASH)
    const [{ id: orderId } = { id: '' }] = orders
    for (const event of ['accepted', 'shipped', 'delivered'] as const) {
      await step(theMarket(), { groupId, orderId }, event)
    }
    theMarket().pass(2 * DAY_MS + HOUR_MS)
    await quiet()
    expect(await kindsOf(shopper)).not.toContain('order_completes_soon')
  })

  it('what was not paid in time is told of, and what a card refused', async () => {
    const { groupId } = await place(1, CARD)
    await theMarket().control(`/payment_intents/${intentOf(theMarket(), groupId)}/decline`)
    await theMarket().deliver()
    await quiet()
    expect((await kindsOf(shopper)).sort()).toEqual(['order_placed', 'payment_failed'])
    theMarket().pass(HOUR_MS)
    await quiet()
    await quiet()
    expect((await kindsOf(shopper)).at(-1)).toBe('order_expired')
  })

  describe('exactly once', () => {
    it('delivered three times each, in any order and at once (Q2, Q8)', async () => {
      const { groupId } = await place(2, CARD)
      await approve(groupId)
      await theMarket().rest()
      theMarket().pass(11_000)
      await theMarket().jobs()
      const messages = held.splice(0)
      const thrice = [...messages, ...messages, ...messages].sort(() => Math.random() - 0.5)
      await Promise.all([deliver(thrice), deliver(messages.toReversed())])
      await quiet()
      const kinds = await kindsOf(shopper)
      // The try to pay was over before anybody was reminded of it.
      expect(kinds).toEqual(['order_paid'])
      expect(await lettersTo(shopper.email)).toHaveLength(1)
    })

    it('and not at all lost while the queue takes nothing for an hour (Q1)', async () => {
      down = true
      const { groupId } = await place(1, CARD)
      await approve(groupId)
      for (let minute = 0; minute < 60; minute += 1) {
        theMarket().pass(MINUTE_MS)
        if (minute % 10 === 0) await theMarket().jobs()
      }
      expect(await kindsOf(shopper)).toEqual([])
      down = false
      await quiet()
      expect(await kindsOf(shopper)).toEqual(['order_paid'])
      expect(await lettersTo(shopper.email)).toHaveLength(1)
    }, 60_000)
  })

  it('and is forgotten in time, the log of what was sent before the inbox', async () => {
    await place(1, CASH)
    await quiet()
    const { deliveries } = open().tables
    expect((await open().select().from(deliveries)).length).toBeGreaterThan(0)
    theMarket().pass(91 * DAY_MS)
    await theMarket().jobs()
    expect(
      (await open().select().from(deliveries)).filter(({ state }) => state === 'sent'),
    ).toEqual([])
  })
})
