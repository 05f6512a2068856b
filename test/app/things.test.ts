import { describe, expect, it } from 'vitest'
import { flashNow } from '../../app/components/flash-price.ts'
import { productThing, shopThing, trailThing } from '../../app/seo/things.ts'
import type { FlashPrice } from '../../app/shapes.ts'

const TH = { origin: 'https://talat.example', locale: 'th' } as const
const EN = { ...TH, locale: 'en' } as const
const NOW = Date.parse('2026-11-11T05:00:00Z')
const flashAt =
  (now: number) =>
  ({ flash }: { flash: FlashPrice | null }) =>
    flashNow(flash, now)

const variant = (priceSatang: number, available: number) => ({
  id: 'var_1',
  sku: 'bowl-1',
  options: [],
  priceSatang,
  available,
  flash: null,
})
const shop = {
  id: 'shp_1',
  slug: 'baan-din',
  name: 'บ้านดิน',
  province: 'น่าน',
  provinceSlug: 'nan',
  rating: 0,
  reviewCount: 0,
  productCount: 3,
  joinedAt: '2026-01-01T00:00:00.000Z',
}
const product = {
  id: 'prd_1',
  slug: 'bowl',
  title: 'ชามดิน',
  description: 'ปั้นมือ',
  images: [{ url: '/media/media/p/bowl.webp' }],
  category: { id: 'cat_1', slug: 'bowls', name: 'ชาม' },
  brand: null,
  shop,
  rating: 0,
  reviewCount: 0,
  stockVersion: 1,
  soldCount: 0,
  variants: [variant(19_950, 3)],
}

describe('What a product page tells machines', () => {
  it('has one price as an offer in baht with its satang, in stock, by its shop', () => {
    expect(productThing(EN, product, flashAt(NOW))).toMatchObject({
      '@type': 'Product',
      url: 'https://talat.example/en/p/bowl',
      image: ['https://talat.example/media/media/p/bowl.webp'],
      offers: {
        '@type': 'Offer',
        price: '199.50',
        priceCurrency: 'THB',
        availability: 'https://schema.org/InStock',
        seller: { name: 'บ้านดิน', url: 'https://talat.example/en/s/baan-din' },
      },
    })
  })

  it('has the range of several prices, and says when nothing is left', () => {
    const sold = { ...product, variants: [variant(10_000, 0), variant(25_005, 0)] }
    expect(productThing(TH, sold, flashAt(NOW)).offers).toMatchObject({
      '@type': 'AggregateOffer',
      lowPrice: '100.00',
      highPrice: '250.05',
      offerCount: 2,
      availability: 'https://schema.org/OutOfStock',
    })
  })

  it('costs what it costs in a flash sale for as long as that lasts, and says until when', () => {
    const endsAt = '2026-11-11T06:00:00.000Z'
    const terms = { itemId: 'fsi_1', priceSatang: 9900, quota: 10, left: 4, perBuyer: 2 }
    const flash = { ...terms, startsAt: '2026-11-11T04:00:00.000Z', endsAt }
    const cheaper = { ...product, variants: [{ ...variant(19_950, 3), flash }] }
    expect(productThing(EN, cheaper, flashAt(NOW)).offers).toMatchObject({
      price: '99.00',
      priceValidUntil: endsAt,
    })
    const over = productThing(EN, cheaper, flashAt(Date.parse(endsAt)))
    expect(over.offers).toMatchObject({ price: '199.50' })
    expect(JSON.stringify(over)).not.toContain('priceValidUntil')
  })

  it('claims no rating before the first review, no brand it has not, and no end of a price', () => {
    const silent = JSON.stringify(productThing(TH, product, flashAt(NOW)))
    expect(silent).not.toMatch(/aggregateRating|brand|priceValidUntil/)
    const rated = { ...product, rating: 4.8, reviewCount: 12, brand: { ...shop, name: 'คราม' } }
    expect(productThing(TH, rated, flashAt(NOW))).toMatchObject({
      aggregateRating: { ratingValue: 4.8, reviewCount: 12 },
      brand: { name: 'คราม' },
    })
  })
})

describe('What every public page tells machines', () => {
  it('the way to it, from home on, in the language of the page', () => {
    const { itemListElement } = trailThing(EN, 'Home', [{ to: '/c/bowls', name: 'Bowls' }])
    expect(itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://talat.example/en' },
      { '@type': 'ListItem', position: 2, name: 'Bowls', item: 'https://talat.example/en/c/bowls' },
    ])
  })

  it('a shop without a picture shows the market’s', () => {
    const whole = {
      ...shop,
      description: 'ดินเผา',
      imageUrl: null,
      acceptsCod: true,
      soldCount: 0,
    }
    expect(shopThing(TH, whole)).toMatchObject({
      '@type': 'Store',
      image: 'https://talat.example/pictures/talat.png',
      address: { addressRegion: 'น่าน', addressCountry: 'TH' },
    })
  })
})
