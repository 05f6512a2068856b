import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { DAY_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { type Answer, describeEachMarket } from '#test/support/market.ts'
import { intentOf, makeShopper, order, orderAsGuest } from '#test/support/shopper.ts'

const CASH = { provider: 'cod', method: 'cash' }
const CARD = { provider: 'stripe', method: 'card' }
const PRODUCTION = { ORDER_CAPS_TIMES: '1' }

let people = 0
/** Somebody who has not ordered yet. */
const somebody = () => {
  people += 1
  const phone = `08${String(people).padStart(8, '0')}`
  return { email: `${newId('usr').replace('_', '.')}@example.test`, phone }
}
/** An address that nobody else in this file calls from. */
const somewhere = () => {
  people += 1
  return `10.${Math.floor(Math.random() * 256)}.${people >> 8}.${people & 255}`
}
const said = ({ status, body }: Answer) => [status, body.code]
const statuses = (answers: readonly Answer[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(answers, ({ status }) => String(status))).map(
      ([status, list]) => [status, list?.length],
    ),
  )

describeEachMarket(
  'What a buyer may hold',
  (theMarket, open) => {
    /** A thing of which there is plenty, to be ordered by somebody from somewhere. */
    const plenty = async (some: { priceSatang?: number } = {}) => {
      const [db, market] = [open(), theMarket()]
      const shop = await makeShop(db)
      const product = await makeProduct(db, shop, { stock: 500, ...some })
      const from = somewhere()
      const asGuest = async (options: Parameters<typeof orderAsGuest>[2] = {}) =>
        await orderAsGuest(market, [{ product, shop }], { from, ...options })
      const reserved = async () => {
        const { stockLevels } = db.tables
        const ofVariant = eq(stockLevels.variantId, product.variantId)
        const [level] = await db.select().from(stockLevels).where(ofVariant)
        return level?.reserved
      }
      return { db, market, shop, product, asGuest, reserved }
    }

    it('is forgotten a day after the last order', async () => {
      const { db, market, asGuest } = await plenty()
      await asGuest({ contact: somebody() })
      const { buyerHolds } = db.tables
      await market.jobs()
      expect(await db.select().from(buyerHolds)).not.toEqual([])
      market.pass(DAY_MS + MINUTE_MS)
      await market.jobs()
      expect(await db.select().from(buyerHolds)).toEqual([])
    })

    describe('as a guest who does not pay', () => {
      it('is three orders: the fourth is refused until the first of them ends', async () => {
        const { market, asGuest, reserved } = await plenty()
        const contact = somebody()
        for (let n = 0; n < 3; n += 1) {
          expect((await asGuest({ contact })).status).toBe(201)
          market.pass(MINUTE_MS)
        }
        const fourth = await asGuest({ contact })
        expect(said(fourth)).toEqual([429, 'too_many_open_orders'])
        const wait = Number(fourth.headers.get('retry-after'))
        expect(wait).toBeGreaterThan(11 * 60)
        expect(wait).toBeLessThanOrEqual(12 * 60)
        expect(await reserved()).toBe(3)
        // The job that ends it has not come by yet.
        market.pass(wait * 1000)
        expect((await asGuest({ contact })).status).toBe(201)
        expect(said(await asGuest({ contact }))).toEqual([429, 'too_many_open_orders'])
      })

      it('is three by the email, however it is written, and three by the phone', async () => {
        const { asGuest } = await plenty()
        const contact = somebody()
        for (let n = 0; n < 3; n += 1) await asGuest({ contact })
        const others = [
          { email: contact.email.toUpperCase(), phone: somebody().phone },
          { email: ` ${contact.email}`, phone: somebody().phone },
          { email: somebody().email, phone: `+66 ${contact.phone.slice(1)}` },
        ]
        for (const other of others) {
          const refused = await asGuest({ contact: other })
          expect(said(refused), JSON.stringify(other)).toEqual([429, 'too_many_open_orders'])
        }
        expect((await asGuest({ contact: somebody() })).status).toBe(201)
      })

      it('is exactly three of twenty that are sent at once', async () => {
        const { asGuest, reserved, market } = await plenty()
        const contact = somebody()
        const answers = await Promise.all(Array.from({ length: 20 }, () => asGuest({ contact })))
        await market.rest()
        expect(statuses(answers)).toEqual({ '201': 3, '429': 17 })
        expect(await reserved()).toBe(3)
      })

      it('is room again when one is paid or cancelled', async () => {
        const { market, asGuest } = await plenty()
        const contact = somebody()
        const placed = [
          await asGuest({ contact }),
          await asGuest({ contact }),
          await asGuest({ contact }),
        ]
        const [paid, cancelled] = placed.map(({ body }) => body)
        await market.control(`/payment_intents/${intentOf(market, paid.orderGroup.id)}/approve`)
        await market.deliver()
        expect((await asGuest({ contact })).status).toBe(201)
        expect((await asGuest({ contact })).status).toBe(429)
        const path = `/orders/${cancelled.orderGroup.orders[0].id}/cancel`
        const { orderToken } = cancelled
        const ended = await market.call('POST', path, { orderToken, key: newId('req') })
        expect(ended.status).toBe(200)
        expect((await asGuest({ contact })).status).toBe(201)
      })

      it('leaves an answer that was given as it was, and a used key used (I1)', async () => {
        const { asGuest } = await plenty()
        const contact = somebody()
        const first = await asGuest({ contact })
        for (let n = 0; n < 2; n += 1) await asGuest({ contact })
        expect((await asGuest({ contact })).status).toBe(429)
        const again = await first.again()
        expect([again.status, again.body]).toEqual([201, first.body])
      })

      it('takes nothing from an account that is reached the same way', async () => {
        const { market, shop, product, asGuest } = await plenty()
        const shopper = await makeShopper(market)
        const contact = { email: shopper.email, phone: '0812345678' }
        for (let n = 0; n < 3; n += 1) await asGuest({ contact })
        expect((await asGuest({ contact })).status).toBe(429)
        expect((await order(market, shopper, [{ product, shop }])).status).toBe(201)
      })
    })

    it('as an account is twenty unpaid orders', async () => {
      const { market, shop, product, reserved } = await plenty()
      const shopper = await makeShopper(market)
      for (let n = 0; n < 20; n += 1) {
        expect((await order(market, shopper, [{ product, shop }], CARD)).status).toBe(201)
      }
      const over = await order(market, shopper, [{ product, shop }], CARD)
      expect(said(over)).toEqual([429, 'too_many_open_orders'])
      expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(29 * 60)
      expect(await reserved()).toBe(20)
      // Cash holds nothing that waits for money.
      const cash = await market.call('POST', '/orders', {
        token: shopper.token,
        key: newId('req'),
        body: {
          addressId: shopper.addressId,
          shipping: { [shop.id]: shop.optionId },
          payment: CASH,
        },
      })
      expect(cash.status, JSON.stringify(cash.body)).toBe(201)
    }, 40_000)

    it('as an account that pays at the door is ten orders on their way', async () => {
      const { market, shop, product } = await plenty()
      const shopper = await makeShopper(market)
      for (let n = 0; n < 10; n += 1) {
        expect((await order(market, shopper, [{ product, shop }], CASH)).status).toBe(201)
      }
      const over = await order(market, shopper, [{ product, shop }], CASH)
      expect([...said(over), over.body.reason]).toEqual([
        422,
        'payment_method_unavailable',
        'cash_on_its_way',
      ])
    }, 40_000)

    describe('as a guest who pays at the door', () => {
      it('is two orders that are not delivered, of ten that are sent at once', async () => {
        const { db, market, asGuest } = await plenty()
        const contact = somebody()
        const answers = await Promise.all(
          Array.from({ length: 10 }, () => asGuest({ contact, payment: CASH })),
        )
        await market.rest()
        expect(statuses(answers)).toEqual({ '201': 2, '422': 8 })
        const refused = answers.find(({ status }) => status === 422)
        expect(refused?.body).toMatchObject({
          code: 'payment_method_unavailable',
          reason: 'cash_on_its_way',
        })
        expect((await asGuest({ contact, payment: CARD })).status).toBe(201)
        const placed = answers.find(({ status }) => status === 201)
        const { orders } = db.tables
        await db
          .update(orders)
          .set({ status: 'delivered' })
          .where(eq(orders.groupId, placed?.body.orderGroup.id))
        expect((await asGuest({ contact, payment: CASH })).status).toBe(201)
        expect((await asGuest({ contact, payment: CASH })).status).toBe(422)
      })

      it('is no more when a placed order is paid at the door after all', async () => {
        const { market, asGuest } = await plenty()
        const contact = somebody()
        const waiting = await asGuest({ contact })
        for (let n = 0; n < 2; n += 1) await asGuest({ contact, payment: CASH })
        const { orderGroup, orderToken } = waiting.body
        const path = `/order-groups/${orderGroup.id}/payments`
        const key = newId('req')
        const cash = await market.call('POST', path, { orderToken, key, body: CASH })
        expect([...said(cash), cash.body.reason]).toEqual([
          422,
          'payment_method_unavailable',
          'cash_on_its_way',
        ])
        const card = await market.call('POST', path, { orderToken, key, body: CARD })
        expect(card.status, JSON.stringify(card.body)).toBe(201)
      })

      it('is 5,000 baht at most, which an account may pay', async () => {
        const { market, shop, product, asGuest } = await plenty({ priceSatang: 500_000 })
        const refused = await asGuest({ contact: somebody(), payment: CASH })
        expect(refused.status).toBe(422)
        expect(refused.body).toMatchObject({
          code: 'payment_method_unavailable',
          reason: 'above_cash_limit',
          maximumSatang: 500_000,
          accountMaximumSatang: SETTINGS.order.codMaximumSatang,
        })
        const shopper = await makeShopper(market)
        expect((await order(market, shopper, [{ product, shop }], CASH)).status).toBe(201)
      })
    })

    it('as a guest is ten of a thing in an order', async () => {
      const { market, shop, product, reserved } = await plenty()
      const wants = (quantity: number) => [{ product, shop, quantity }]
      const from = somewhere()
      const over = await orderAsGuest(market, wants(11), { contact: somebody(), from })
      expect(said(over)).toEqual([422, 'limit_reached'])
      expect(over.body.items).toEqual([{ variantId: product.variantId, limit: 10 }])
      expect(await reserved()).toBe(0)
      const most = await orderAsGuest(market, wants(10), { contact: somebody(), from })
      expect(most.status).toBe(201)
    })

    it('behind one address is sixty orders of guests, in cash or not, and of accounts more', async () => {
      const { market, shop, product, asGuest, reserved } = await plenty()
      const orders = Array.from({ length: 66 }, (_, n) => (n % 2 === 0 ? CASH : CARD))
      const answers = await Promise.all(
        orders.map(async (payment) => await asGuest({ contact: somebody(), payment })),
      )
      await market.rest()
      expect(statuses(answers)).toEqual({ '201': 60, '429': 6 })
      const over = await asGuest({ contact: somebody() })
      expect(said(over)).toEqual([429, 'rate_limited'])
      const wait = Number(over.headers.get('retry-after'))
      expect(wait).toBeGreaterThan(500)
      expect(wait).toBeLessThanOrEqual(600)
      const placed = answers.find(({ status }) => status === 201)
      expect((await placed?.again())?.body).toEqual(placed?.body)
      expect((await asGuest({ contact: somebody(), from: somewhere() })).status).toBe(201)
      expect(await reserved()).toBeLessThanOrEqual(61)
      const shopper = await makeShopper(market)
      expect((await order(market, shopper, [{ product, shop }])).status).toBe(201)
    }, 60_000)

    it('tries to pay an order twenty times, and is told that it was too often', async () => {
      const { market, asGuest } = await plenty()
      const { orderGroup, orderToken } = (await asGuest({ contact: somebody() })).body
      const path = `/order-groups/${orderGroup.id}/payments`
      const pay = async (key: string) =>
        await market.call('POST', path, { orderToken, key, body: CARD })
      let last: { key: string; answer: Answer } | undefined
      for (let n = 1; n < 20; n += 1) {
        const key = newId('req')
        last = { key, answer: await pay(key) }
        await market.rest()
        expect(last.answer.status, JSON.stringify(last.answer.body)).toBe(201)
      }
      expect(said(await pay(newId('req')))).toEqual([409, 'too_many_payment_tries'])
      expect((await pay(last?.key ?? '')).body).toEqual(last?.answer.body)
      // The last try is still good.
      await market.control(`/payment_intents/${intentOf(market, orderGroup.id)}/approve`)
      await market.deliver()
      const paid = await market.call('GET', `/order-groups/${orderGroup.id}`, { orderToken })
      expect(paid.body.orderGroup.paymentStatus).toBe('paid')
    }, 60_000)

    it('shows a QR for as long as it can be scanned, and never longer than its order', async () => {
      const { market, shop, product, asGuest } = await plenty()
      const shopper = await makeShopper(market)
      const lives = ({ body: { orderGroup, payment } }: Answer) =>
        [payment.expiresAt, orderGroup.expiresAt].map(
          (end) => (Date.parse(end) - Date.parse(orderGroup.placedAt)) / MINUTE_MS,
        )
      const wants = [{ product, shop }]
      expect(lives(await asGuest({ contact: somebody() }))).toEqual([15, 15])
      expect(lives(await asGuest({ contact: somebody(), payment: CARD }))).toEqual([15, 15])
      expect(lives(await order(market, shopper, wants))).toEqual([15, 30])
      expect(lives(await order(market, shopper, wants, CARD))).toEqual([30, 30])
    })
  },
  {},
  PRODUCTION,
)
