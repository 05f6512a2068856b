import { expect, it } from 'vitest'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { fillCart, makeShopper } from '#test/support/shopper.ts'

describeEachMarket('Shipping options', (theMarket, open) => {
  it('are priced for each shop by the weight of what the cart holds of it', async () => {
    const [db, market] = [open(), theMarket()]
    const [light, heavy] = [await makeShop(db), await makeShop(db)]
    const shopper = await makeShopper(market)
    await fillCart(market, shopper.token, [
      { product: await makeProduct(db, light), shop: light },
      { product: await makeProduct(db, heavy), shop: heavy, quantity: 6 },
    ])
    const { body } = await market.call('GET', '/cart/shipping-options', { token: shopper.token })
    const prices = new Map(
      body.groups.map((group: { shopId: string; options: { priceSatang: number }[] }) => [
        group.shopId,
        group.options.map(({ priceSatang }) => priceSatang),
      ]),
    )
    // 400 g a piece: one kilo or less costs the base, 2.4 kg two steps more.
    expect(prices.get(light.id)).toEqual([4000, 4000])
    expect(prices.get(heavy.id)).toEqual([4000, 7000])
  })

  it('Z5: are not told for the address of another, as for none', async () => {
    const market = theMarket()
    const [mine, other] = [await makeShopper(market), await makeShopper(market)]
    for (const id of [other.addressId, 'adr_nothing']) {
      const path = `/cart/shipping-options?addressId=${id}`
      const answer = await market.call('GET', path, { token: mine.token })
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
    }
  })

  it('of an empty cart are none', async () => {
    const answer = await theMarket().call('GET', '/cart/shipping-options')
    expect([answer.status, answer.body]).toEqual([200, { groups: [] }])
  })
})
