import { listDurableObjectIds } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { race } from '#test/support/race.ts'
import { checkoutBody, fillCart, intentOf, makeShopper, order } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('Placing an order', (theMarket, open) => {
  const levelOf = async (db: Database, variantId: string) => {
    const { stockLevels } = db.tables
    const [level] = await db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId))
    return { onHand: level?.onHand, reserved: level?.reserved }
  }

  it('splits a basket of two shops into two orders whose totals sum to what is paid once', async () => {
    const [db, market] = [open(), theMarket()]
    const [nan, trang] = [await makeShop(db), await makeShop(db)]
    const cloth = await makeProduct(db, nan, { priceSatang: 19_900 })
    const coffee = await makeProduct(db, trang, { priceSatang: 25_000 })
    const shopper = await makeShopper(market)
    const placed = await order(market, shopper, [
      { product: cloth, shop: nan, quantity: 2 },
      { product: coffee, shop: trang },
    ])
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { orderGroup, payment } = placed.body
    expect(orderGroup.paymentStatus).toBe('pending_payment')
    expect(orderGroup.orders.map((o: { totalSatang: number }) => o.totalSatang).sort()).toEqual([
      29_000, 43_800,
    ])
    expect(orderGroup.totalSatang).toBe(72_800)
    expect(payment).toMatchObject({ status: 'requires_action', method: 'promptpay' })
    expect(payment.nextAction.qrData).toMatch(/^000201/)
    expect(
      market.provider.simulation.intents.get(intentOf(market, orderGroup.id))?.wire.amount,
    ).toBe(72_800)
    const cart = await market.call('GET', '/cart', { token: shopper.token })
    expect(cart.body.groups).toEqual([])
    expect(await levelOf(db, cloth.variantId)).toEqual({ onHand: 10, reserved: 2 })
    // One of them after the answer: of a shelf that runs low open pages are told what is left.
    expect(placed.trips).toBeLessThanOrEqual(7)
  })

  it('says PAID when the provider says so, sells the goods and books the money', async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const cloth = await makeProduct(db, shop)
    const shopper = await makeShopper(market)
    const placed = await order(market, shopper, [{ product: cloth, shop, quantity: 3 }])
    const { id } = placed.body.orderGroup
    await market.control(`/payment_intents/${intentOf(market, id)}/approve`)
    await market.deliver()
    const paid = await market.call('GET', `/order-groups/${id}`, { token: shopper.token })
    expect(paid.body.orderGroup.paymentStatus).toBe('paid')
    expect(paid.body.orderGroup.orders[0].status).toBe('paid')
    expect(paid.body.payment.status).toBe('succeeded')
    expect(await levelOf(db, cloth.variantId)).toEqual({ onHand: 7, reserved: 0 })
    const { ledgerJournals } = db.tables
    const journals = await db.select().from(ledgerJournals).where(eq(ledgerJournals.groupId, id))
    expect(journals.map((journal) => [journal.event, journal.sealed])).toEqual([
      [`paid:${placed.body.orderGroup.orders[0].id}`, true],
    ])
  })

  it('takes cash on delivery: the order is to be shipped at once', async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const cloth = await makeProduct(db, shop)
    const shopper = await makeShopper(market)
    const cash = { provider: 'cod', method: 'cash' }
    const placed = await order(market, shopper, [{ product: cloth, shop }], cash)
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    expect(placed.body.orderGroup.paymentStatus).toBe('cod')
    expect(placed.body.orderGroup.orders[0].status).toBe('paid')
    expect(await levelOf(db, cloth.variantId)).toEqual({ onHand: 9, reserved: 0 })
    await market.rest()
    const { id } = placed.body.orderGroup
    const { group, orders, history } = await expectSound(db, market, id)
    expect([group.version, orders[0]?.version]).toEqual([2, 2])
    expect(history.filter(({ aggregateId }) => aggregateId === id)).toMatchObject([
      { version: 1, event: 'placed', toStatus: 'pending_payment', actor: 'buyer' },
      { version: 2, event: 'cod_accepted', toStatus: 'cod', actor: 'system' },
    ])
    const { outboxMessages: t } = db.tables
    expect(await db.select().from(t).where(eq(t.aggregateId, id))).toMatchObject([
      { version: 2, sendAtMs: null, payload: { paymentStatus: 'cod', unheard: true } },
    ])
  })

  it('wakes no channel for a cash order: who may listen reads it as it is', async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const cloth = await makeProduct(db, shop)
    const shopper = await makeShopper(market)
    const cash = { provider: 'cod', method: 'cash' }
    const [quiet, heard] = [
      await order(market, shopper, [{ product: cloth, shop }], cash),
      await order(market, shopper, [{ product: cloth, shop }]),
    ]
    const { token } = shopper
    const [{ id }] = heard.body.orderGroup.orders
    await market.call('POST', `/orders/${id}/cancel`, { token, key: newId('req'), body: {} })
    await market.rest()
    await market.jobs()
    const woken = await listDurableObjectIds(env.ORDER_STATUS as never)
    const wakes = ({ body }: typeof quiet) =>
      woken.some((each) => each.equals(env.ORDER_STATUS.idFromName(body.orderGroup.id)))
    expect([quiet.status, wakes(quiet), wakes(heard)]).toEqual([201, false, true])
  })

  describe('for a guest', () => {
    it('takes an address and a contact, and shows the order to whoever holds its token', async () => {
      const [db, market] = [open(), theMarket()]
      const shop = await makeShop(db)
      const cloth = await makeProduct(db, shop)
      const empty = await market.call('GET', '/cart')
      const { cartToken } = empty.body
      const body = { variantId: cloth.variantId, quantity: 1 }
      await market.call('POST', '/cart/lines', { cartToken, body })
      const { addressId: _, ...rest } = checkoutBody({ addressId: '' }, [shop])
      const placed = await market.call('POST', '/orders', {
        cartToken,
        key: newId('req'),
        body: {
          ...rest,
          address: {
            recipient: 'มะลิ ใจดี',
            phone: '081-234-5678',
            line1: '1 ถนนสุเทพ',
            subdistrict: 'สุเทพ',
            district: 'เมืองเชียงใหม่',
            province: 'Chiang Mai',
            postcode: '50200',
          },
          contact: { email: 'guest@example.test', phone: '0812345678' },
        },
      })
      expect(placed.status, JSON.stringify(placed.body)).toBe(201)
      const { orderToken, orderGroup } = placed.body
      const seen = await market.call('GET', `/order-groups/${orderGroup.id}`, { orderToken })
      expect(seen.status).toBe(200)
      expect(seen.body.orderGroup.address.province).toBe('เชียงใหม่')
      const unseen = await market.call('GET', `/order-groups/${orderGroup.id}`)
      expect(unseen.status).toBe(404)
    })
  })

  it('S2: 1,000 buyers of 100 pieces make exactly 100 orders; 900 are told what is left', async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const cloth = await makeProduct(db, shop, { stock: 100 })
    const { won, lost } = await race(market, { product: cloth, shop }, 1000)
    expect([won.length, lost.length]).toEqual([100, 900])
    for (const { status, body } of lost) {
      expect([status, body.code]).toEqual([409, 'out_of_stock'])
      expect(body.items).toMatchObject([{ variantId: cloth.variantId, available: 0 }])
    }
    expect(await levelOf(db, cloth.variantId)).toEqual({ onHand: 100, reserved: 100 })
    const { stockReservations, orders } = db.tables
    const holds = await db
      .select()
      .from(stockReservations)
      .where(eq(stockReservations.variantId, cloth.variantId))
    expect(holds.map(({ state }) => state)).toEqual(Array.from({ length: 100 }, () => 'held'))
    expect(await db.select().from(orders).where(eq(orders.shopId, shop.id))).toHaveLength(100)
    for (const { body } of won.slice(0, 5)) await expectSound(db, market, body.orderGroup.id)
  }, 240_000)

  it('I1: one key sent 20 times at once makes one order, and every caller ends with its answer', async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const cloth = await makeProduct(db, shop)
    const shopper = await makeShopper(market)
    await fillCart(market, shopper.token, [{ product: cloth, shop }])
    const body = checkoutBody(shopper, [shop])
    const key = newId('req')
    const send = async () => {
      for (;;) {
        const answer = await market.call('POST', '/orders', { token: shopper.token, key, body })
        const retryAfter = Number(answer.headers.get('retry-after') ?? 0)
        if (answer.status !== 409 || retryAfter === 0) return answer
        await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000))
      }
    }
    const answers = await Promise.all(Array.from({ length: 20 }, send))
    await market.rest()
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body: sent }) => JSON.stringify(sent))).size).toBe(1)
    const { orders } = db.tables
    expect(await db.select().from(orders).where(eq(orders.shopId, shop.id))).toHaveLength(1)
    expect(await levelOf(db, cloth.variantId)).toEqual({ onHand: 10, reserved: 1 })
  }, 30_000)
})
