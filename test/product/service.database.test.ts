import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { after, HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { makeFlash, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'

type Card = { id: string; slug: string; priceSatang: number; inStock: boolean }

describeEachMarket('Browsing products', (theMarket, open) => {
  const walk = async (query: string): Promise<Card[]> => {
    const items: Card[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const next: string = cursor === '' ? '' : `&cursor=${cursor}`
      const page = await theMarket().call('GET', `/products?${query}${next}`)
      expect(page.status, JSON.stringify(page.body)).toBe(200)
      expect(page.trips).toBeLessThanOrEqual(2)
      items.push(...page.body.items)
      cursor = page.body.nextCursor
    }
    return items
  }

  it('walks a shop page by page in every sort, each product once and in order', async () => {
    const db = open()
    const shop = await makeShop(db)
    const prices = [300, 100, 200, 100, 500]
    for (const priceSatang of prices) await makeProduct(db, shop, { priceSatang })
    const list = async (sort: string) =>
      (await walk(`shop=${shop.slug}&sort=${sort}&limit=2`)).map((item) => item.priceSatang)
    expect(await list('price-asc')).toEqual([100, 100, 200, 300, 500])
    expect(await list('price-desc')).toEqual([500, 300, 200, 100, 100])
    for (const sort of ['newest', 'best-selling', 'rating']) {
      expect((await list(sort)).toSorted((a, b) => a - b)).toEqual(prices.toSorted((a, b) => a - b))
    }
  })

  it('cuts a list by price, stock and category, whatever shelf it walks', async () => {
    const db = open()
    const shop = await makeShop(db)
    const cheap = await makeProduct(db, shop, { priceSatang: 1000 })
    const dear = await makeProduct(db, shop, { priceSatang: 9000 })
    const gone = await makeProduct(db, shop, { priceSatang: 5000, stock: 0 })
    const ids = async (query: string) =>
      new Set((await walk(`shop=${shop.slug}&${query}`)).map((item) => item.id))
    expect(await ids('minPriceSatang=2000')).toEqual(new Set([dear.id, gone.id]))
    expect(await ids('maxPriceSatang=5000')).toEqual(new Set([cheap.id, gone.id]))
    expect(await ids('inStock=true')).toEqual(new Set([cheap.id, dear.id]))
    expect(await ids(`category=${dear.category.slug}`)).toEqual(new Set([dear.id]))
    expect(await ids('category=no-such-category')).toEqual(new Set())
    expect(await ids('brand=no-such-brand')).toEqual(new Set())
  })

  it('has in stock what is left for a flash sale alone, while it runs and there is some', async () => {
    const [market, db] = [theMarket(), open()]
    const shop = await makeShop(db)
    const made = async (endsMs: number, stock: number) => {
      const product = await makeProduct(db, shop, { stock })
      const now = market.clock.now()
      const slot = { startsAt: after(now, HOUR_MS), endsAt: after(now, endsMs) }
      const item = await makeFlash(db, product, { ...slot, quota: stock })
      const { products, listings } = db.tables
      const gone = { inStock: false }
      await db.update(products).set(gone).where(eq(products.id, product.id))
      await db.update(listings).set(gone).where(eq(listings.productId, product.id))
      return { ...product, item }
    }
    const [one, sold, short] = [
      await made(3 * HOUR_MS, 2),
      await made(3 * HOUR_MS, 1),
      await made(2 * HOUR_MS, 1),
    ]
    const shelf = await makeProduct(db, shop)
    const { flashSaleItems: items } = db.tables
    await db.update(items).set({ sold: 1 }).where(eq(items.id, sold.item.id))
    const expectInStock = async (...expected: { id: string }[]) => {
      const ids = new Set(expected.map(({ id }) => id))
      for (const filter of ['inStock=true', `inStock=true&province=${shop.provinceSlug}`]) {
        for (const sort of ['newest', 'price-asc']) {
          const cards = await walk(`shop=${shop.slug}&${filter}&sort=${sort}&limit=1`)
          expect(new Set(cards.map(({ id }) => id)), filter).toEqual(ids)
          expect(cards.every(({ inStock }) => inStock)).toBe(true)
        }
      }
      const query = `shop=${shop.slug}&inStock=true&counted=true`
      const { found } = (await market.call('GET', `/products?${query}`)).body
      expect(found.count).toBe(expected.length)
    }
    await expectInStock(shelf)
    market.pass(HOUR_MS)
    await expectInStock(shelf, one, short)
    market.pass(HOUR_MS)
    await expectInStock(shelf, one)
    await db.update(items).set({ taking: false }).where(eq(items.id, one.item.id))
    market.pass(MINUTE_MS)
    await expectInStock(shelf)
  })

  it('says how many are left of a choice, on whichever page, when it is asked to', async () => {
    const db = open()
    const shop = await makeShop(db)
    for (const priceSatang of [1000, 2000, 3000]) await makeProduct(db, shop, { priceSatang })
    const gone = await makeProduct(db, shop, { priceSatang: 4000, stock: 0 })
    const found = async (query: string) =>
      (await theMarket().call('GET', `/products?shop=${shop.slug}&limit=1&${query}`)).body
    expect(await found('')).not.toHaveProperty('found')
    expect(await found('counted=false')).not.toHaveProperty('found')
    const all = await found('counted=true')
    expect(all.found).toEqual({ count: 4, more: false })
    expect((await found(`counted=true&cursor=${all.nextCursor}`)).found.count).toBe(4)
    for (const [query, count] of [
      ['minPriceSatang=2000', 3],
      ['maxPriceSatang=3000&sort=rating', 3],
      ['minPriceSatang=1500&maxPriceSatang=2500', 1],
      ['inStock=true', 3],
      ['minRating=1', 0],
      [`category=${gone.category.slug}&inStock=true`, 0],
      ['brand=no-such-brand', 0],
    ] as const) {
      expect((await found(`counted=true&${query}`)).found, query).toEqual({ count, more: false })
    }
  })

  it('shows one product in the language asked for, with what of each variant is left', async () => {
    const db = open()
    const shop = await makeShop(db)
    const cloth = await makeProduct(db, shop, { variants: 2, title: 'ผ้าซิ่น', stock: 4 })
    const { stockLevels } = db.tables
    await db
      .update(stockLevels)
      .set({ reserved: 3 })
      .where(eq(stockLevels.variantId, cloth.variantId))
    const thai = await theMarket().call('GET', `/products/${cloth.slug}`)
    expect(thai.trips).toBeLessThanOrEqual(2)
    expect(thai.body).toMatchObject({ title: 'ผ้าซิ่น', shop: { name: shop.nameTh } })
    expect(thai.body.variants.map((v: { available: number }) => v.available)).toEqual([1, 4])
    const english = await theMarket().call('GET', `/products/${cloth.slug}`, {
      headers: { 'accept-language': 'en-GB,en;q=0.9' },
    })
    expect(english.body).toMatchObject({ title: 'ผ้าซิ่น (en)', shop: { name: shop.nameEn } })
    expect(english.body.variants[0].options).toEqual([{ name: 'Colour', value: 'Colour 0' }])
  })

  it('hides a draft and answers 404 for what is not there', async () => {
    const db = open()
    const draft = await makeProduct(db, await makeShop(db), { status: 'draft' })
    for (const slug of [draft.slug, 'no-such-product']) {
      const answer = await theMarket().call('GET', `/products/${slug}`)
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
    }
  })

  it('refuses a cursor of another list, a made-up one, and a page of more than a hundred', async () => {
    const db = open()
    const shop = await makeShop(db)
    for (let n = 0; n < 3; n += 1) await makeProduct(db, shop)
    const newest = await theMarket().call('GET', `/products?shop=${shop.slug}&limit=1`)
    const { nextCursor } = newest.body
    for (const query of [`sort=rating&cursor=${nextCursor}`, 'cursor=bm90LW91cnM', 'limit=101']) {
      const answer = await theMarket().call('GET', `/products?${query}`)
      expect(answer.status).toBe(400)
    }
  })

  it('counts what was sold once for each message, however often it comes', async () => {
    const db = open()
    const shop = await makeShop(db)
    const cloth = await makeProduct(db, shop)
    const services = theMarket().services()
    const messageId = newId('msg')
    const sold = [{ productId: cloth.id, quantity: 3 }]
    await Promise.all(
      [1, 2, 3].map(async () => await services.product().countSales(messageId, sold)),
    )
    const [card] = await walk(`shop=${shop.slug}`)
    expect(card).toMatchObject({ soldCount: 3 })
    await services.close()
  })
})
