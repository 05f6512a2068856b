import { beforeAll, expect, it } from 'vitest'
import { createSitemapService } from '#src/product/sitemap/service.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { listen } from '#test/support/statements.ts'

const ORIGIN = 'https://talat.example'

describeEachMarket('The sitemap', (theMarket, open) => {
  let statements: ReturnType<typeof listen>
  let shop: Awaited<ReturnType<typeof makeShop>>
  const published: string[] = []
  let draft = ''
  let closed = ''
  beforeAll(async () => {
    statements = listen(theMarket())
    const db = open()
    shop = await makeShop(db)
    closed = (await makeShop(db, { suspendedAt: new Date() })).slug
    for (let n = 0; n < 7; n++) published.push((await makeProduct(db, shop)).slug)
    draft = (await makeProduct(db, shop, { status: 'draft' })).slug
  })

  const small = () =>
    createSitemapService({
      database: open(),
      pageSize: 3,
      shopsAfter: async () => [],
    })

  it('reaches every published product once by way of its list of pages, and no other', async () => {
    const service = small()
    const index = await service.index(ORIGIN)
    const pages = [...index.matchAll(/products\.xml(?:\?after=([^<]+))?</g)].map(
      ([, after]) => after,
    )
    const found: string[] = []
    for (const after of pages) {
      const xml = [...(await service.page('products', after, ORIGIN))].join('')
      const slugs = [...xml.matchAll(/<loc>https:\/\/talat\.example\/p\/([^<]+)/g)].map(
        ([, slug = '']) => slug,
      )
      expect(slugs.length).toBeLessThanOrEqual(3)
      expect(slugs.length).toBeGreaterThan(0)
      found.push(...slugs)
    }
    expect(found.filter((slug) => published.includes(slug)).sort()).toEqual(published.toSorted())
    expect(found).not.toContain(draft)
  })

  it('is served as XML that anyone may keep for an hour, with open shops only', async () => {
    const answer = await theMarket().request('/sitemap/shops.xml')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/xml/)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600')
    const xml = await answer.text()
    expect(xml).toContain(`/s/${shop.slug}</loc>`)
    expect(xml).not.toContain(closed)
  })

  it.each(['/sitemap/none.xml', '/sitemap/products', '/sitemap/'])(
    '%s is no page',
    async (path) => {
      expect((await theMarket().request(path)).status).toBe(404)
    },
  )

  it('a place that is no id is refused', async () => {
    expect((await theMarket().request('/sitemap/products.xml?after=%3Cb%3E')).status).toBe(400)
  })

  it('walks indexes: the list of pages, a first and a later page of each kind', async () => {
    const get = async (path: string) => await (await theMarket().request(path)).text()
    const found = await statements.offences(async () => {
      await get('/sitemap.xml')
      for (const kind of ['pages', 'products', 'shops']) {
        await get(`/sitemap/${kind}.xml`)
        await get(`/sitemap/${kind}.xml?after=prd_1`)
      }
    }, ['categories'])
    expect(found).toEqual([])
  })

  it('closes a market that is not in production to every crawler', async () => {
    const answer = await theMarket().request('/robots.txt')
    expect(await answer.text()).toBe('User-agent: *\nDisallow: /\n')
  })
})
