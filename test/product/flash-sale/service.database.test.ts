import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { after, DAY_MS, HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { makeFlash, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { checkoutBody, fillCart, makeOperator, makeShopper } from '#test/support/shopper.ts'
import { expectCampaign, expectSound } from '#test/support/soundness.ts'

describeEachMarket('A flash sale', (theMarket, open) => {
  async function stall(stock = 20) {
    const shop = await makeShop(open())
    return { shop, product: await makeProduct(open(), shop, { stock }) }
  }
  const from = (ms: number) => after(theMarket().clock.now(), ms)
  const slotAt = (ms: number, lastsMs = HOUR_MS) => ({
    title: { th: 'ลดด่วนรอบเที่ยง', en: 'Noon flash sale' },
    startsAt: from(ms).toISOString(),
    endsAt: from(ms + lastsMs).toISOString(),
  })
  const post = async (path: string, body: unknown, token?: string) =>
    await theMarket().call('POST', path, token === undefined ? { body } : { body, token })
  const cartOf = async (token: string) => {
    const { body } = await theMarket().call('GET', '/cart', { token })
    const [line] = body.groups[0].lines
    return { ...line, totalSatang: body.totalSatang }
  }

  it('is set up by an operator alone, ahead, once, and not across another', async () => {
    const market = theMarket()
    const operator = await makeOperator(market, open())
    const { token } = await makeShopper(market)
    const slot = slotAt(DAY_MS)
    expect((await post('/admin/flash-sales', slot)).status).toBe(401)
    expect((await post('/admin/flash-sales', slot, token)).status).toBe(403)
    const made = await post('/admin/flash-sales', slot, operator.token)
    expect([made.status, made.body.state]).toEqual([201, 'scheduled'])
    expect((await post('/admin/flash-sales', slot, operator.token)).body.id).toBe(made.body.id)
    for (const [other, reason] of [
      [slotAt(DAY_MS + 30 * MINUTE_MS), 'slot_overlaps'],
      [slotAt(-MINUTE_MS), 'slot_past'],
      [slotAt(3 * DAY_MS, -1), 'slot_length'],
      [slotAt(3 * DAY_MS, 25 * HOUR_MS), 'slot_length'],
    ] as const) {
      const refused = await post('/admin/flash-sales', other, operator.token)
      expect([refused.status, refused.body.code, refused.body.reason]).toEqual([
        422,
        'flash_sale_invalid',
        reason,
      ])
    }
    const { body } = await market.call('GET', '/admin/flash-sales', { token: operator.token })
    expect(body.items[0]).toMatchObject({ id: made.body.id, items: [] })
  })

  it('carves stock out, never more than there is, and the same item twice is one', async () => {
    const [market, db] = [theMarket(), open()]
    const { token } = await makeOperator(market, db)
    const slot = slotAt(2 * DAY_MS)
    const sale = (await post('/admin/flash-sales', slot, token)).body
    const { product } = await stall(10)
    const path = `/admin/flash-sales/${sale.id}/items`
    const item = { variantId: product.variantId, priceSatang: 9900, quota: 6, perBuyer: 2 }
    const tooMany = await post(path, { ...item, quota: 11 }, token)
    expect([tooMany.status, tooMany.body.code, tooMany.body.items]).toEqual([
      409,
      'out_of_stock',
      [{ variantId: product.variantId, available: 10 }],
    ])
    const dear = await post(path, { ...item, priceSatang: 19_000 }, token)
    expect([dear.status, dear.body.reason]).toEqual([422, 'price'])
    const answers = await Promise.all([1, 2, 3].map(async () => await post(path, item, token)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await post(path, { ...item, quota: 7 }, token)).body.code).toBe('conflict')
    // The slot set up once more is the one that stands, with what is in it.
    const again = await post('/admin/flash-sales', slot, token)
    expect([again.status, again.body.id, again.body.items]).toMatchObject([
      ...[201, sale.id, [{ id: answers[0]?.body.id }]],
    ])
    expect(await expectCampaign(db, answers[0]?.body.id)).toBe(6)
    const { body } = await market.call('GET', `/products/${product.slug}`)
    expect(body.variants[0]).toMatchObject({ available: 4, flash: null, priceSatang: 19_900 })
    const unknown = `/admin/flash-sales/${newId('fls')}/items`
    expect((await post(unknown, item, token)).status).toBe(404)
    expect((await post(path, { ...item, variantId: newId('var') }, token)).status).toBe(404)
  })

  it('shows its price wherever the thing is shown, exactly from its first moment until its end', async () => {
    const [market, db] = [theMarket(), open()]
    const { product, shop } = await stall(5)
    const [startsAt, endsAt] = [from(5 * MINUTE_MS), from(9 * MINUTE_MS)]
    const item = await makeFlash(db, product, { startsAt, endsAt, quota: 5 })
    const { token } = await makeShopper(market)
    const seen = async () => {
      const detail = (await market.call('GET', `/products/${product.slug}`)).body.variants[0]
      const list = (await market.call('GET', `/products?shop=${shop.slug}`)).body.items[0]
      return {
        detail: detail.flash?.priceSatang,
        available: detail.available,
        card: list.flash?.priceSatang,
        inStock: list.inStock,
        ordinary: [detail.priceSatang, list.priceSatang],
      }
    }
    const ordinary = [19_900, 19_900]
    const before = { detail: undefined, card: undefined, available: 0, inStock: true, ordinary }
    expect(await seen()).toEqual(before)
    const ahead = (await market.call('GET', '/flash-sales')).body.items
    expect(ahead.at(-1).items[0] ?? ahead[0].items[0]).toMatchObject({ listPriceSatang: 19_900 })
    market.pass(5 * MINUTE_MS)
    const during = { detail: 9900, card: 9900, available: 5, inStock: true, ordinary }
    expect(await seen()).toEqual(during)
    const { body } = await market.call('GET', '/flash-sales', {
      headers: { 'accept-language': 'en' },
    })
    const sale = body.items.find(({ id }: { id: string }) => id === item.saleId)
    expect(sale).toMatchObject({ title: 'A flash sale for tests', endsAt: endsAt.toISOString() })
    expect(sale.items).toEqual([
      expect.objectContaining({
        ...{ id: item.id, productSlug: product.slug, priceSatang: 9900, quota: 5, left: 5 },
      }),
    ])
    await fillCart(market, token, [{ product, shop }])
    expect(await cartOf(token)).toMatchObject({ unitPriceSatang: 9900, problems: [] })
    market.pass(4 * MINUTE_MS)
    expect((await seen()).detail).toBeUndefined()
    expect(await cartOf(token)).toMatchObject({ unitPriceSatang: 19_900, flash: null })
  })

  it('prices a line as a whole: beyond what is left to a buyer it costs as usual, and says so', async () => {
    const [market, db] = [theMarket(), open()]
    const { product, shop } = await stall()
    await makeFlash(db, product, { startsAt: from(0), endsAt: from(HOUR_MS), perBuyer: 2 })
    const { token } = await makeShopper(market)
    await fillCart(market, token, [{ product, shop, quantity: 2 }])
    const two = await cartOf(token)
    expect(two).toMatchObject({ unitPriceSatang: 9900, listPriceSatang: 19_900, problems: [] })
    expect(two.flash).toMatchObject({ priceSatang: 9900, most: 2 })
    const body = { shipping: {} }
    const quote = async () => (await market.call('POST', '/cart/quote', { token, body })).body
    expect((await quote()).totalSatang).toBe(2 * 9900)
    await market.call('PATCH', `/cart/lines/${two.id}`, { token, body: { quantity: 3 } })
    const three = await cartOf(token)
    expect(three).toMatchObject({ unitPriceSatang: 19_900, totalSatang: 3 * 19_900 })
    expect(three.problems).toEqual(['flash_beyond', 'price_up'])
    expect((await quote()).totalSatang).toBe(3 * 19_900)
  })

  it('whose price was seen and is over is told, and not charged more for (PR5)', async () => {
    const [market, db] = [theMarket(), open()]
    const { product, shop } = await stall()
    await makeFlash(db, product, { startsAt: from(0), endsAt: from(2 * MINUTE_MS) })
    const shopper = await makeShopper(market)
    await fillCart(market, shopper.token, [{ product, shop }])
    const send = async (expectedTotalSatang: number) =>
      await market.call('POST', '/orders', {
        ...{ token: shopper.token, key: newId('req') },
        body: { ...checkoutBody(shopper, [shop]), expectedTotalSatang },
      })
    market.pass(2 * MINUTE_MS)
    const refused = await send(9900 + 4000)
    expect([refused.status, refused.body.code, refused.body.totalSatang]).toEqual([
      409,
      'cart_changed',
      19_900 + 4000,
    ])
    const placed = await send(19_900 + 4000)
    expect(placed.status).toBe(201)
    const { lines } = await expectSound(db, market, placed.body.orderGroup.id)
    expect(lines[0]).toMatchObject({ flashItemId: null, unitPriceSatang: 19_900 })
  })

  it('that is over takes nothing that was decided before', async () => {
    const [market, db] = [theMarket(), open()]
    const { product, shop } = await stall()
    const item = await makeFlash(db, product, { startsAt: from(0), endsAt: from(HOUR_MS) })
    const shopper = await makeShopper(market)
    await fillCart(market, shopper.token, [{ product, shop }])
    const services = market.services()
    const { flashStock } = services.product()
    const { flashSaleItems } = db.tables
    await db.update(flashSaleItems).set({ taking: false }).where(eq(flashSaleItems.id, item.id))
    const want = { itemId: item.id, variantId: product.variantId, quantity: 1, perBuyer: 2 }
    const taker = { groupId: newId('grp'), holders: ['h'], at: market.clock.now() }
    await expect(
      services.database().atomically((q) => flashStock.reserve(q, 'reserved', [want], taker)),
    ).rejects.toThrow('exactly one row')
    await services.close()
  })
})
