import { beforeAll, expect, it } from 'vitest'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import {
  checkoutBody,
  fillCart,
  makeOperator,
  makeSeller,
  makeShopper,
  tokenOf,
} from '#test/support/shopper.ts'

describeEachMarket('Cash on delivery', (theMarket, open) => {
  let operator: Awaited<ReturnType<typeof makeOperator>>
  beforeAll(async () => {
    operator = await makeOperator(theMarket(), open())
  })

  const stall = async () => {
    const shop = await makeShop(open())
    const product = await makeProduct(open(), shop, { priceSatang: 30_000, stock: 9 })
    const owner = await makeSeller(theMarket(), open(), shop.id)
    return { shop, product, owner }
  }
  type Stall = Awaited<ReturnType<typeof stall>>
  const setCash = async ({ shop, owner }: Stall, terms: object) => {
    const token = await tokenOf(theMarket(), owner.email)
    const limits = { acceptsCod: true, maximumSatang: null, provinces: [], version: 0 }
    return await theMarket().call('PUT', `/seller/shops/${shop.id}/cash`, {
      token,
      body: { ...limits, ...terms },
    })
  }
  const cash = { provider: 'cod', method: 'cash' } as const
  const shopsOf = (wants: Stall[]) => wants.map(({ shop }) => shop)
  const placeWith = async (
    wants: Stall[],
    payment: { provider: string; method: string } = cash,
  ) => {
    const shopper = await makeShopper(theMarket())
    await fillCart(theMarket(), shopper.token, wants)
    const quote = await theMarket().call('POST', '/cart/quote', {
      token: shopper.token,
      body: { province: 'Bangkok' },
    })
    const placed = await theMarket().call('POST', '/orders', {
      token: shopper.token,
      key: `cash-${shopper.addressId}`,
      body: { ...checkoutBody(shopper, shopsOf(wants), payment) },
    })
    return { shopper, placed, quote: quote.body.cash }
  }

  it('is bounded by a shop for its own part, which the basket says before anybody orders (CC7)', async () => {
    const [a, b] = [await stall(), await stall()]
    const set = await setCash(a, { maximumSatang: 33_999 })
    expect([set.status, set.body.version]).toEqual([200, 1])
    const why = { reason: 'above_cash_limit', maximumSatang: 33_999, shopIds: [a.shop.id] }
    const { placed, quote } = await placeWith([a, b])
    expect(quote).toEqual({ accepted: false, ...why })
    expect(placed.status).toBe(422)
    expect(placed.body).toMatchObject({ code: 'payment_method_unavailable', ...why })

    await setCash(a, { maximumSatang: 34_000, version: 1 })
    const next = await placeWith([a, b])
    expect([next.quote, next.placed.status]).toEqual([{ accepted: true }, 201])
  })

  it('is refused where a shop does not send it for cash, also when it is chosen later', async () => {
    const a = await stall()
    await setCash(a, { provinces: [{ province: 'Bangkok', maximumSatang: 0 }] })
    const why = { reason: 'province_refused', shopIds: [a.shop.id] }
    const { placed, quote } = await placeWith([a])
    expect(quote).toEqual({ accepted: false, ...why })
    expect(placed.body).toMatchObject({ code: 'payment_method_unavailable', ...why })

    const card = await placeWith([a], { provider: 'stripe', method: 'promptpay' })
    expect(card.placed.status).toBe(201)
    const path = `/order-groups/${card.placed.body.orderGroup.id}/payments`
    const { token } = card.shopper
    const again = await theMarket().call('POST', path, { token, key: 'at-the-door', body: cash })
    expect(again.body).toMatchObject({ code: 'payment_method_unavailable', ...why })
    await setCash(a, { version: 1 })
    const then = await theMarket().call('POST', path, { token, key: 'at-the-door', body: cash })
    expect(then.status).toBe(201)
  })

  it('is taken by a shop again when it says so, and its public page with it', async () => {
    const a = await stall()
    const shown = async () => (await theMarket().call('GET', `/shops/${a.shop.slug}`)).body
    expect((await setCash(a, { acceptsCod: false })).status).toBe(200)
    expect((await placeWith([a])).placed.body).toMatchObject({
      reason: 'shop_refuses',
      shopIds: [a.shop.id],
    })
    expect((await shown()).acceptsCod).toBe(false)
    expect((await setCash(a, { version: 1 })).status).toBe(200)
    theMarket().pass(60_000)
    expect((await shown()).acceptsCod).toBe(true)
    expect((await placeWith([a])).placed.status).toBe(201)
  })

  it('is bounded in a province by the operator, for every shop', async () => {
    const a = await stall()
    const token = await tokenOf(theMarket(), operator.email)
    const set = async (body: object) =>
      await theMarket().call('PUT', '/admin/cash', {
        token,
        body: { maximumSatang: null, provinces: [], ...body },
      })
    const now = await theMarket().call('GET', '/admin/cash', { token })
    const { version } = now.body
    const bangkok = [{ province: 'กรุงเทพฯ', maximumSatang: 20_000 }]
    const done = await set({ provinces: bangkok, version })
    expect(done.body).toEqual({
      maximumSatang: null,
      provinces: [{ province: 'กรุงเทพมหานคร', maximumSatang: 20_000 }],
      version: version + 1,
    })
    const { placed, quote } = await placeWith([a])
    expect(quote).toEqual({ accepted: false, reason: 'above_cash_limit', maximumSatang: 20_000 })
    expect(placed.body).toMatchObject({ reason: 'above_cash_limit', maximumSatang: 20_000 })
    expect((await set({ version: version + 1 })).status).toBe(200)
    expect((await placeWith([a])).placed.status).toBe(201)
  })

  it('is not set by halves: an unknown province, one said twice, a version that is over', async () => {
    const a = await stall()
    const nowhere = [{ province: 'Atlantis', maximumSatang: 0 }]
    const refused = await setCash(a, { provinces: nowhere })
    expect([refused.status, refused.body.errors]).toMatchObject([
      400,
      [{ path: 'provinces.0.province', code: 'not_a_choice' }],
    ])
    const twice = ['Nan', 'น่าน'].map((province) => ({ province, maximumSatang: 0 }))
    expect((await setCash(a, { provinces: twice })).body.errors).toMatchObject([
      { path: 'provinces.1.province', code: 'said_twice' },
    ])
    const both = await Promise.all([1, 2].map(async () => await setCash(a, { maximumSatang: 7 })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await setCash(a, { version: 9 })).status).toBe(409)
  })

  it('is said by owners and managers, and by nobody of another shop', async () => {
    const [a, b] = [await stall(), await stall()]
    const staff = await makeSeller(theMarket(), open(), a.shop.id, 'staff')
    expect((await setCash({ ...a, owner: staff }, {})).status).toBe(403)
    expect((await setCash({ ...a, owner: b.owner }, {})).status).toBe(404)
    const token = await tokenOf(theMarket(), staff.email)
    const seen = await theMarket().call('GET', `/seller/shops/${a.shop.id}/cash`, { token })
    expect(seen.body).toEqual({ acceptsCod: true, maximumSatang: null, provinces: [], version: 0 })
  })
})
