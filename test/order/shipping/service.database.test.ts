import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId, newSecret } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { fillCart, makeShopper } from '#test/support/shopper.ts'

describeEachMarket('Sending a cart', (theMarket, open) => {
  it('costs each shop’s own prices, by the weight of what is in the cart', async () => {
    const [db, market] = [open(), theMarket()]
    const [nan, trang] = [await makeShop(db), await makeShop(db)]
    const shopper = await makeShopper(market)
    // 400 g each: four of them are two steps of a kilogram.
    await fillCart(market, shopper.token, [
      { product: await makeProduct(db, nan), shop: nan, quantity: 4 },
      { product: await makeProduct(db, trang), shop: trang },
    ])
    const asked = await market.call(
      'GET',
      `/cart/shipping-options?addressId=${shopper.addressId}`,
      {
        token: shopper.token,
        headers: { 'accept-language': 'en' },
      },
    )
    expect(asked.status, JSON.stringify(asked.body)).toBe(200)
    const prices = Object.fromEntries(
      asked.body.groups.map((group: { shopId: string; options: { priceSatang: number }[] }) => [
        group.shopId,
        group.options.map(({ priceSatang }) => priceSatang),
      ]),
    )
    expect(prices).toEqual({ [nan.id]: [4000, 5500], [trang.id]: [4000, 4000] })
    expect(asked.body.groups[0].options[0]).toMatchObject({
      name: 'Standard',
      estimate: '2–4 days',
      minDays: 2,
      maxDays: 4,
    })
  })

  it('to an address of somebody else, or of nobody, is 404', async () => {
    const market = theMarket()
    const [one, other] = [await makeShopper(market), await makeShopper(market)]
    const ask = async (addressId: string, who: object) =>
      (await market.call('GET', `/cart/shipping-options?addressId=${addressId}`, who)).status
    expect(await ask(one.addressId, { token: one.token })).toBe(200)
    expect(await ask(other.addressId, { token: one.token })).toBe(404)
    expect(await ask(newId('adr'), { token: one.token })).toBe(404)
    expect(await ask(one.addressId, { cartToken: newSecret() })).toBe(404)
  })

  it('is told of one product before it is in any cart, to anybody alike, by its lightest variant', async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const product = await makeProduct(db, shop, { variants: 2 })
    const [, heavy] = product.variants
    const { variants } = db.tables
    await db
      .update(variants)
      .set({ weightGrams: 2400 })
      .where(eq(variants.id, heavy?.id ?? ''))
    const ask = async (slug: string, who: object = {}) =>
      await market.call('GET', `/products/${slug}/shipping-options`, who)
    const told = await ask(product.slug)
    expect(told.body.options).toEqual([
      expect.objectContaining({ priceSatang: 4000, estimate: '2–4 วัน', minDays: 2, maxDays: 4 }),
      expect.objectContaining({ name: 'ส่งตามน้ำหนัก', priceSatang: 4000 }),
    ])
    const { token } = await makeShopper(market)
    expect((await ask(product.slug, { token })).body).toEqual(told.body)
    const draft = await makeProduct(db, shop, { status: 'draft' })
    for (const slug of [draft.slug, 'no-such-thing']) {
      const answer = await ask(slug)
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
    }
  })

  it('that is empty needs no sending', async () => {
    const answer = await theMarket().call('GET', '/cart/shipping-options')
    expect([answer.status, answer.body]).toEqual([200, { groups: [] }])
  })
})
