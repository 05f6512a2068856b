import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeOperator, orderAsGuest, tokenOf } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('A commission rule', (theMarket, open) => {
  let operator: Awaited<ReturnType<typeof makeOperator>>
  beforeAll(async () => {
    operator = await makeOperator(theMarket(), open())
  })

  const stall = async () => {
    const shop = await makeShop(open())
    const product = await makeProduct(open(), shop, { priceSatang: 10_700, stock: 100 })
    return { shop, product }
  }
  const as = async () => ({ token: await tokenOf(theMarket(), operator.email) })
  const set = async (body: object) =>
    await theMarket().call('POST', '/admin/commission-rules', { ...(await as()), body })
  const end = async (id: string, body: object = {}) =>
    await theMarket().call('POST', `/admin/commission-rules/${id}/end`, { ...(await as()), body })
  /** One piece is ordered: 100.00 without its VAT. */
  const sold = async (want: Awaited<ReturnType<typeof stall>>) => {
    const placed = await orderAsGuest(theMarket(), [want])
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { lines } = await expectSound(open(), theMarket(), placed.body.orderGroup.id)
    const [line] = lines
    if (line === undefined) throw new RangeError('no line')
    return line
  }

  it('takes effect a minute later, and is frozen with what is sold by it, with its VAT (PO1, PO2)', async () => {
    const [db, market] = [open(), theMarket()]
    const want = await stall()
    const before = await sold(want)
    const rule = await set({ shopId: want.shop.id, rateBp: 1200, fixedSatang: 300 })
    expect(rule.status, JSON.stringify(rule.body)).toBe(201)
    expect((await sold(want)).commissionRuleId).toBeNull()
    market.pass(MINUTE_MS)
    const line = await sold(want)
    expect(line).toMatchObject({
      commissionRuleId: rule.body.id,
      commissionRateBp: 1200,
      commissionBaseSatang: 10_000,
      commissionSatang: 1500,
      commissionVatSatang: 105,
    })
    const ended = await end(rule.body.id)
    expect([ended.status, typeof ended.body.until]).toEqual([200, 'string'])
    await set({ shopId: want.shop.id, rateBp: 300 })
    market.pass(MINUTE_MS)
    expect((await sold(want)).commissionSatang).toBe(300)
    // The past is as it was sold.
    const { orderLines: t } = db.tables
    const was = async (id: string) => (await db.select().from(t).where(eq(t.id, id)))[0]
    expect(await was(line.id)).toEqual(line)
    expect(await was(before.id)).toEqual(before)
    expect(before).toMatchObject({ commissionRateBp: 500, commissionSatang: 500 })
  })

  it('for a product goes before one for its shop, that before one for what is above its category', async () => {
    const db = open()
    const market = theMarket()
    const want = await stall()
    const above = {
      ...want.product.category,
      id: newId('cat'),
      slug: newId('cat').replace('_', '-'),
    }
    const { categories } = db.tables
    await db.insert(categories).values({
      ...above,
      ...{ parentId: null, level: 1, nameTh: 'ผ้า', nameEn: 'Cloth', imageKey: null, position: 0 },
      productCount: 1,
    })
    await db
      .update(categories)
      .set({ parentId: above.id, level: 2 })
      .where(eq(categories.id, want.product.category.id))
    const taken: number[] = []
    for (const body of [
      { categoryId: above.id, rateBp: 100 },
      { categoryId: want.product.category.id, rateBp: 200 },
      { shopId: want.shop.id, rateBp: 300 },
      { productId: want.product.id, rateBp: 400, maxSatang: 350 },
    ]) {
      await set(body)
      market.pass(MINUTE_MS)
      taken.push((await sold(want)).commissionSatang)
    }
    expect(taken).toEqual([100, 200, 300, 350])
  })

  it('is listed page by page, newest first, and ends once', async () => {
    const { shop } = await stall()
    const made = [
      await set({ shopId: shop.id, rateBp: 1 }),
      await set({ shopId: shop.id, rateBp: 2 }),
    ]
    const [first, second] = made.map(({ body }) => body.id)
    const get = async (query: string) =>
      (await theMarket().call('GET', `/admin/commission-rules?${query}`, await as())).body
    const page = await get('limit=1')
    expect(page.items.map((rule: { id: string }) => rule.id)).toEqual([second])
    const next = await get(`limit=1&cursor=${page.nextCursor}`)
    expect(next.items.map((rule: { id: string }) => rule.id)).toEqual([first])
    expect((await end(first)).status).toBe(200)
    const until = new Date(theMarket().clock.now().getTime() + 90 * MINUTE_MS).toISOString()
    const again = await end(first, { until })
    expect([again.status, again.body.code]).toEqual([409, 'transition_refused'])
    expect((await end(newId('cmr'))).status).toBe(404)
  })

  it('names only what there is', async () => {
    for (const absent of [
      { shopId: newId('shp') },
      { categoryId: newId('cat') },
      { productId: newId('prd') },
    ]) {
      const answer = await set({ ...absent, rateBp: 1 })
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
    }
  })

  it.each([
    ['from the past', { rateBp: 1, from: '2026-01-01T00:00:00Z' }, 'from'],
    ['to an end before its beginning', { rateBp: 1, until: '2026-01-01T00:00:00Z' }, 'until'],
    ['of more than all', { rateBp: 10_001 }, 'rateBp'],
    ['with bounds the wrong way round', { rateBp: 1, minSatang: 2, maxSatang: 1 }, 'maxSatang'],
  ])('%s is refused', async (_, body, path) => {
    const answer = await set(body)
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed'])
    expect(answer.body.errors[0].path).toBe(path)
  })
})
