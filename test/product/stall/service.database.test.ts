import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'

type Stall = { slug: string; name: string; products: { slug: string }[] }

/** A province of its own, so that nothing of another test stands in its list. */
const aProvince = () => `p-${newId('req').slice(-12).toLowerCase().replaceAll('_', '-')}`

describeEachMarket('Walking past shops', (theMarket, open) => {
  const walk = async (query: string): Promise<Stall[]> => {
    const items: Stall[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const next = cursor === '' ? '' : `&cursor=${cursor}`
      const page = await theMarket().call('GET', `/shops?${query}${next}`)
      expect(page.status, JSON.stringify(page.body)).toBe(200)
      items.push(...page.body.items)
      cursor = page.body.nextCursor
    }
    return items
  }
  const slugs = (stalls: Stall[]) => stalls.map(({ slug }) => slug)

  it('goes by sales or by rating, each shop once, page by page', async () => {
    const db = open()
    const provinceSlug = aProvince()
    const counts = [
      { soldCount: 5, ratingCents: 480 },
      { soldCount: 9, ratingCents: 410 },
      { soldCount: 5, ratingCents: 500 },
    ]
    const made: Awaited<ReturnType<typeof makeShop>>[] = []
    for (const count of counts) made.push(await makeShop(db, { provinceSlug, ...count }))
    const sold = slugs(await walk(`province=${provinceSlug}&limit=1`))
    expect(sold[0]).toBe(made[1]?.slug)
    expect(sold.toSorted()).toEqual(made.map(({ slug }) => slug).toSorted())
    const rated = slugs(await walk(`province=${provinceSlug}&sort=rating&limit=2`))
    expect(rated).toEqual([made[2]?.slug, made[0]?.slug, made[1]?.slug])
  })

  it('leaves out what is suspended and what is elsewhere', async () => {
    const db = open()
    const provinceSlug = aProvince()
    const shop = await makeShop(db, { provinceSlug })
    await makeShop(db, { provinceSlug, suspendedAt: new Date('2026-02-01T00:00:00Z') })
    await makeShop(db, { provinceSlug: aProvince() })
    expect(slugs(await walk(`province=${provinceSlug}`))).toEqual([shop.slug])
  })

  it('sees the three things each sells best, in the language of the request', async () => {
    const db = open()
    const provinceSlug = aProvince()
    const shop = await makeShop(db, { provinceSlug, productCount: 4 })
    const made: Awaited<ReturnType<typeof makeProduct>>[] = []
    for (const soldCount of [3, 40, 7, 12]) made.push(await makeProduct(db, shop, { soldCount }))
    await makeShop(db, { provinceSlug, soldCount: 1 })
    const answer = await theMarket().call('GET', `/shops?province=${provinceSlug}`, {
      headers: { 'accept-language': 'en' },
    })
    const [other, ours] = answer.body.items
    expect(other.products).toEqual([])
    expect(ours).toMatchObject({ name: shop.nameEn, province: 'Nan', productCount: 4, rating: 0 })
    expect(ours.products).toMatchObject([
      { slug: made[1]?.slug, title: 'ผ้าทอ (en)', priceSatang: 19_900 },
      { slug: made[3]?.slug },
      { slug: made[2]?.slug },
    ])
  })

  it('counts a sale and a review for the shop too, and a sale once however often it is told', async () => {
    const db = open()
    const shop = await makeShop(db, { ratingSum: 9, reviewCount: 2, ratingCents: 450 })
    const product = await makeProduct(db, shop)
    const services = theMarket().services()
    const sold = [{ productId: product.id, quantity: 3 }]
    const messageId = newId('msg')
    for (let time = 0; time < 2; time += 1) await services.product().countSales(messageId, sold)
    await services.product().countSales(newId('msg'), [{ productId: product.id, quantity: -1 }])
    await db.atomically((q) => [services.user().countFor(q, shop.id, { stars: 5 })])
    const { body } = await theMarket().call('GET', `/shops/${shop.slug}`)
    expect(body).toMatchObject({ soldCount: 2, reviewCount: 3, rating: 4.67 })
  })

  it('refuses a cursor of another sort', async () => {
    const db = open()
    const provinceSlug = aProvince()
    for (let n = 0; n < 2; n += 1) await makeShop(db, { provinceSlug })
    const list = `/shops?province=${provinceSlug}&limit=1`
    const { nextCursor } = (await theMarket().call('GET', list)).body
    const crossed = await theMarket().call('GET', `${list}&sort=rating&cursor=${nextCursor}`)
    expect([crossed.status, crossed.body.code]).toEqual([400, 'cursor_invalid'])
  })
})
