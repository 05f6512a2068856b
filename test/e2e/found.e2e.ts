import { describe, expect, it } from 'vitest'
import { anyProduct, readJson } from './read-json.ts'
import { world } from './world.ts'

type Thing = { '@type': string; [name: string]: unknown }

describe('Search engines and people who share a page', () => {
  const { storefront, api } = world()

  const read = async (path: string) => {
    const answer = await fetch(storefront + path, { redirect: 'manual' })
    return { status: answer.status, html: await answer.text(), headers: answer.headers }
  }
  const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, one]) => one)
  const canonical = (html: string) => all(html, /<link rel="canonical" href="([^"]*)"/g)
  const robots = (html: string) => all(html, /<meta name="robots" content="([^"]*)"/g)
  const title = (html: string) => all(html, /<title>([^<]*)<\/title>/g)
  const description = (html: string) => all(html, /<meta name="description" content="([^"]*)"/g)
  const things = (html: string): Thing[] =>
    all(html, /<script type="application\/ld\+json">(.*?)<\/script>/gs).flatMap(
      (text) => JSON.parse(text ?? '')['@graph'],
    )
  const some = async () => {
    const product = await anyProduct(api)
    const { items } = await readJson<{ items: { slug: string }[] }>(`${api}/api/categories`)
    const [category = { slug: 'all' }] = items
    return { product, category, shop: product.shop }
  }
  const publicPaths = async () => {
    const { product, category, shop } = await some()
    return ['', `/c/${category.slug}`, '/c/all', `/p/${product.slug}`, `/s/${shop.slug}`]
  }

  it('find each public page under one address, in both languages', async () => {
    for (const path of await publicPaths()) {
      const th = storefront + (path === '' ? '/' : path)
      const en = `${storefront}/en${path}`
      for (const [asked, own] of [
        [path === '' ? '/?utm_source=line' : `${path}?utm_source=line`, th],
        [`/en${path}`, en],
      ]) {
        const { status, html } = await read(asked ?? '')
        expect(status, asked).toBe(200)
        expect(canonical(html), asked).toEqual([own])
        const alternates = [...html.matchAll(/rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/g)]
        expect(alternates.map(([, lang, href]) => [lang, href])).toEqual([
          ['th', th],
          ['en', en],
          ['x-default', th],
        ])
        expect(robots(html), asked).toEqual([])
        for (const tag of ['og:title', 'og:description', 'og:image', 'og:url']) {
          expect(html, `${asked} ${tag}`).toMatch(new RegExp(`property="${tag}" content="[^"]+"`))
        }
      }
    }
  })

  it('read a title and a description of its own on each page, in its language', async () => {
    const titles: string[] = []
    for (const path of [...(await publicPaths()), '/sign-in', '/register', '/cart']) {
      for (const locale of ['', '/en']) {
        const { html } = await read(locale + path || '/')
        expect(title(html), path).toHaveLength(1)
        expect(description(html), path).toHaveLength(1)
        expect(description(html)[0]?.length, path).toBeGreaterThan(20)
        titles.push(title(html)[0] ?? '')
      }
    }
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('see a picture that is there', async () => {
    for (const path of await publicPaths()) {
      const { html } = await read(path || '/')
      const [picture = ''] = all(html, /property="og:image" content="([^"]+)"/g)
      const answer = await fetch(picture)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.headers.get('content-type')).toMatch(/^image\//)
    }
  })

  it('read what a product costs as the page shows it', async () => {
    const { product } = await some()
    const detail = await readJson<{ variants: { priceSatang: number }[]; reviewCount: number }>(
      `${api}/api/products/${product.slug}`,
    )
    const prices = detail.variants.map((one) => one.priceSatang)
    const { html } = await read(`/p/${product.slug}`)
    const found = things(html)
    expect(found.map((thing) => thing['@type'])).toEqual(['Product', 'BreadcrumbList'])
    const { offers } = found[0] as unknown as { offers: Record<string, string> }
    expect(Number(offers.price ?? offers.lowPrice) * 100).toBeCloseTo(Math.min(...prices))
    expect(offers.priceCurrency).toBe('THB')
    expect(JSON.stringify(found[0]).includes('aggregateRating')).toBe(detail.reviewCount > 0)
  })

  it('are told of the market at home, and of the shop on its page', async () => {
    const { shop } = await some()
    const types = async (path: string) => things((await read(path)).html).map((one) => one['@type'])
    expect(await types('/')).toEqual(['Organization', 'WebSite'])
    expect(await types(`/en/s/${shop.slug}`)).toEqual(['Store', 'BreadcrumbList'])
  })

  it.each([
    ['/c/all?sort=price-asc', '/c/all', []],
    ['/c/all?stock=1&sort=newest', '/c/all?stock=1', []],
    ['/c/all?stock=1&rating=4', '/c/all?rating=4&stock=1', ['noindex, follow']],
    ['/c/all?min=100', '/c/all?min=100', ['noindex, follow']],
  ])('take %s for %s', async (asked, own, said) => {
    const { html } = await read(asked)
    expect(canonical(html)).toEqual([(storefront + own).replaceAll('&', '&amp;')])
    expect(robots(html)).toEqual(said)
  })

  it.each(['/cart', '/en/cart', '/sign-in', '/en/register', '/no/such/page', '/p/no-such-thing'])(
    'are kept away from %s, which has a title all the same',
    async (path) => {
      const { html } = await read(path)
      expect(robots(html)).toEqual(['noindex'])
      expect(canonical(html)).toEqual([])
      expect(title(html)[0]).toMatch(path.startsWith('/en') ? / · Talat$/ : / · ตลาด$/)
    },
  )

  it('are sent away from a market that is not the real one', async () => {
    const { html, headers } = await read('/robots.txt')
    expect(html).toBe('User-agent: *\nDisallow: /\n')
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
  })

  it('reach every product, shop and category by way of the sitemap, and each answers', async () => {
    const { html: index, headers } = await read('/sitemap.xml')
    expect(headers.get('content-type')).toMatch(/xml/)
    const pages = all(index, /<loc>([^<]+)<\/loc>/g)
    const places: string[] = []
    for (const page of pages) {
      const xml = await (await fetch(page ?? '')).text()
      const found = all(xml, /<loc>([^<]+)<\/loc>/g).map(String)
      expect(found.length).toBeLessThanOrEqual(10_000)
      places.push(...found)
    }
    expect(places.filter((place) => /8\d*\/p\/|\d\/p\//.test(place)).length).toBe(200)
    expect(new Set(places).size).toBe(places.length)
    for (const place of [places[0], places[5], places.at(-1), places.at(-300)]) {
      expect((await fetch(place ?? '')).status, place).toBe(200)
    }
  })
})
