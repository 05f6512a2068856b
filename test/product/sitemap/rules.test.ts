import { describe, expect, it } from 'vitest'
import { robots, sitemapIndex, urlSet } from '#src/product/sitemap/rules.ts'
import type { SitemapEntry } from '#src/product/sitemap/schema.ts'

const ORIGIN = 'https://talat.example'

describe('A page of addresses', () => {
  const text = (entries: SitemapEntry[]) => [...urlSet(ORIGIN, entries)].join('')

  it('names each page in Thai and in English, each with the other and the default', () => {
    const xml = text([{ path: '/p/bowl', changedAt: new Date('2026-11-01T03:00:00Z') }])
    expect(xml.match(/<loc>[^<]+/g)).toEqual([
      '<loc>https://talat.example/p/bowl',
      '<loc>https://talat.example/en/p/bowl',
    ])
    for (const entry of xml.match(/<url>.*<\/url>/g) ?? []) {
      expect(entry).toContain('<lastmod>2026-11-01T03:00:00.000Z</lastmod>')
      expect(entry).toContain('hreflang="th" href="https://talat.example/p/bowl"')
      expect(entry).toContain('hreflang="en" href="https://talat.example/en/p/bowl"')
      expect(entry).toContain('hreflang="x-default" href="https://talat.example/p/bowl"')
    }
  })

  it('has the home page as the pages name it, and no date that is not known', () => {
    const xml = text([{ path: '/' }])
    expect(xml).toContain('<loc>https://talat.example/</loc>')
    expect(xml).toContain('<loc>https://talat.example/en</loc>')
    expect(xml).not.toContain('lastmod')
  })

  it('writes a slug of Thai letters, or of anything else, as an address', () => {
    expect(text([{ path: '/p/ชาม&"<' }])).toContain(
      '<loc>https://talat.example/p/%E0%B8%8A%E0%B8%B2%E0%B8%A1%26%22%3C</loc>',
    )
  })
})

describe('The list of pages', () => {
  it('names the first of a kind without a place, and the others by the id before them', () => {
    const xml = sitemapIndex(ORIGIN, [
      { kind: 'products', after: null },
      { kind: 'products', after: 'prd_9' },
    ])
    expect(xml.match(/<loc>[^<]+/g)).toEqual([
      '<loc>https://talat.example/sitemap/products.xml',
      '<loc>https://talat.example/sitemap/products.xml?after=prd_9',
    ])
  })
})

describe('robots.txt', () => {
  it('opens the market and names its sitemap, but not what belongs to one person', () => {
    const text = robots(true, ORIGIN)
    expect(text).toContain('Sitemap: https://talat.example/sitemap.xml')
    for (const path of ['/cart', '/en/cart', '/checkout', '/en/orders', '/api/']) {
      expect(text.split('\n')).toContain(`Disallow: ${path}`)
    }
    expect(text.split('\n')).not.toContain('Disallow: /')
  })

  it('closes every other host', () => {
    expect(robots(false, ORIGIN)).toBe('User-agent: *\nDisallow: /\n')
  })
})
