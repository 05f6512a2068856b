import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { checkoutBody, fillCart, makeShopper, orderAsGuest } from '#test/support/shopper.ts'

describeEachMarket('The total that a shopper saw', (theMarket, open) => {
  it('is what is ordered, or nothing is: a price that rose is told and holds no stock', async () => {
    const [db, market] = [open(), theMarket()]
    const { variants, stockLevels, orders } = db.tables
    const shop = await makeShop(db)
    const product = await makeProduct(db, shop, { priceSatang: 19_900 })
    const shopper = await makeShopper(market)
    const { token } = shopper
    await fillCart(market, token, [{ product, shop, quantity: 2 }])
    const seen = 2 * 19_900 + 4000
    await db.update(variants).set({ priceSatang: 24_900 }).where(eq(variants.id, product.variantId))
    const key = newId('req')
    const place = async (expectedTotalSatang: number) =>
      await market.call('POST', '/orders', {
        token,
        key,
        body: { ...checkoutBody(shopper, [shop]), expectedTotalSatang },
      })

    const refused = await place(seen)
    expect([refused.status, refused.body.code]).toEqual([409, 'cart_changed'])
    expect(refused.body.totalSatang).toBe(2 * 24_900 + 4000)
    expect(await db.select().from(orders).where(eq(orders.shopId, shop.id))).toEqual([])
    const ofVariant = eq(stockLevels.variantId, product.variantId)
    const [level] = await db.select().from(stockLevels).where(ofVariant)
    expect(level?.reserved).toBe(0)
    const cart = await market.call('GET', '/cart', { token })
    expect(cart.body.groups[0].lines[0].quantity).toBe(2)

    const placed = await place(refused.body.totalSatang)
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    expect(placed.body.orderGroup.totalSatang).toBe(refused.body.totalSatang)
    const again = await place(refused.body.totalSatang)
    expect([again.status, again.body]).toEqual([201, placed.body])
    const other = await place(seen)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
  })

  it('is refused as well when it was more, and is not asked for', async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const product = await makeProduct(db, shop, { priceSatang: 10_000 })
    const wants = [{ product, shop }]
    const fell = await orderAsGuest(market, wants, { expectedTotalSatang: 14_001 })
    expect([fell.status, fell.body.totalSatang]).toEqual([409, 14_000])
    const exact = await orderAsGuest(market, wants, { expectedTotalSatang: 14_000 })
    expect(exact.status).toBe(201)
    expect((await orderAsGuest(market, wants)).status).toBe(201)
    for (const wrong of [-1, 0.5, Number.MAX_SAFE_INTEGER + 1]) {
      const invalid = await orderAsGuest(market, wants, { expectedTotalSatang: wrong })
      expect([invalid.status, invalid.body.code]).toEqual([400, 'validation_failed'])
    }
  })
})
