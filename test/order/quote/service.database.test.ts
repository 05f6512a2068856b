import { expect, it } from 'vitest'
import { newSecret } from '#src/common/id.ts'
import { makeProduct, makeShop, makeVoucher } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { fillCart, makeShopper, order } from '#test/support/shopper.ts'

describeEachMarket('What a basket would cost', (theMarket, open) => {
  const stall = async () => {
    const db = open()
    const shop = await makeShop(db)
    return { shop, product: await makeProduct(db, shop, { priceSatang: 30_000, stock: 3 }) }
  }

  it('is told with each voucher, line by line, by the sums that an order has', async () => {
    const [db, market] = [open(), theMarket()]
    const wants = [await stall(), await stall()]
    const off = await makeVoucher(db, { amountSatang: 5001 })
    const free = await makeVoucher(db, { kind: 'shipping', benefit: 'free_shipping' })
    const shopper = await makeShopper(market)
    await fillCart(market, shopper.token, wants)
    const shipping = Object.fromEntries(wants.map(({ shop }) => [shop.id, shop.optionId]))
    const body = { shipping, vouchers: [off.code.toLowerCase(), free.code] }
    const { token } = shopper
    const quote = await market.call('POST', '/cart/quote', { token, body })
    expect([quote.status, quote.body.totalSatang]).toEqual([200, 60_000 - 5001])
    expect(quote.body.orders).toMatchObject([
      { discountSatang: 2501 + 4000, shippingSatang: 4000, totalSatang: 27_499 },
      { discountSatang: 2500 + 4000, shippingSatang: 4000, totalSatang: 27_500 },
    ])
    expect(quote.body.orders[0].lines).toMatchObject([{ discountSatang: 2501 }])
    expect(quote.body.vouchers).toMatchObject([
      { code: off.code, kind: 'platform', title: off.titleTh, amountSatang: 5001 },
      { code: free.code, kind: 'shipping', amountSatang: 8000 },
    ])
    const payment = { provider: 'cod', method: 'cash' }
    const placed = await market.call('POST', '/orders', {
      token,
      key: `quote-${off.id}`,
      body: { addressId: shopper.addressId, payment, ...body },
    })
    expect([placed.status, placed.body.orderGroup?.totalSatang]).toEqual([201, 54_999])
  })

  it('says why a voucher takes nothing, and still has a price', async () => {
    const [db, market] = [open(), theMarket()]
    const want = await stall()
    const high = await makeVoucher(db, { minimumSatang: 30_100 })
    const { token } = await makeShopper(market)
    await fillCart(market, token, [want])
    const body = { vouchers: [high.code, 'NOTHING'] }
    const quote = await market.call('POST', '/cart/quote', { token, body })
    expect([quote.status, quote.body.totalSatang]).toEqual([200, 34_000])
    expect(quote.body.vouchers).toEqual([
      {
        code: high.code,
        kind: 'platform',
        title: high.titleTh,
        reason: 'minimum',
        missingSatang: 100,
      },
      { code: 'NOTHING', reason: 'unknown' },
    ])
  })

  it('refuses a delivery that its shop does not offer', async () => {
    const market = theMarket()
    const want = await stall()
    const { token } = await makeShopper(market)
    await fillCart(market, token, [want])
    const body = { shipping: { [want.shop.id]: (await stall()).shop.optionId } }
    const quote = await market.call('POST', '/cart/quote', { token, body })
    expect([quote.status, quote.body.code]).toEqual([422, 'shipping_option_invalid'])
  })

  it('leaves out what cannot be bought, and prices of the rest what there is', async () => {
    const [db, market] = [open(), theMarket()]
    const want = await stall()
    const { token } = await makeShopper(market)
    await fillCart(market, token, [{ ...want, quantity: 3 }])
    const other = await makeShopper(market)
    await order(market, other, [{ ...want, quantity: 2 }], { provider: 'cod', method: 'cash' })
    const left = await market.call('POST', '/cart/quote', { token, body: {} })
    expect(left.body.totalSatang).toBe(34_000)
    await order(market, await makeShopper(market), [want], { provider: 'cod', method: 'cash' })
    const none = await market.call('POST', '/cart/quote', { token, body: {} })
    expect([none.body.totalSatang, none.body.orders]).toEqual([0, []])
    void db
  })

  it('suggests what takes the most off, of what is listed and what the buyer has', async () => {
    const [db, market] = [open(), theMarket()]
    const want = await stall()
    const listed = { listed: true, kind: 'shop', shopId: want.shop.id } as const
    await makeVoucher(db, { ...listed, amountSatang: 1000 })
    const better = await makeVoucher(db, { ...listed, amountSatang: 2000 })
    const secret = await makeVoucher(db, { ...listed, amountSatang: 3000, listed: false })
    const cartToken = newSecret()
    const line = { variantId: want.product.variantId, quantity: 1 }
    await market.call('POST', '/cart/lines', { cartToken, body: line })
    const guest = await market.call('POST', '/cart/quote', { cartToken, body: {} })
    expect(guest.body.suggested).toEqual({ codes: [better.code], discountSatang: 2000 })
    const has = await market.call('POST', '/cart/quote', {
      cartToken,
      body: { vouchers: [better.code] },
    })
    expect(has.body.suggested).toEqual({ codes: [], discountSatang: 0 })

    const { token } = await makeShopper(market)
    await fillCart(market, token, [want])
    const claimed = await market.call('POST', '/me/vouchers', {
      token,
      body: { code: secret.code },
    })
    expect([claimed.status, claimed.body.claimed]).toEqual([201, true])
    const own = await market.call('POST', '/cart/quote', { token, body: {} })
    expect(own.body.suggested).toEqual({ codes: [secret.code], discountSatang: 3000 })
  })
})
