import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { FAMILIES } from '../../migrations/market/families/index.ts'
import { generateMarket, type Market, type Text } from '../../migrations/market/index.ts'
import { tintOf } from '../../migrations/market/products.ts'
import { PROVINCES } from '../../migrations/market/provinces.ts'
import { PICTURES } from '../../migrations/pictures/plan.ts'
import { loadGazetteer } from '../../src/services/gazetteer/thai-address.ts'
import { findPlace } from '../../src/user/address/rules.ts'

const NOW = new Date('2026-11-22T03:00:00.000Z')
const marketOf = (products: number, seed = 'talat') =>
  generateMarket({ products, shops: 40, seed, now: NOW })
const hash = (market: Market) => createHash('sha256').update(JSON.stringify(market)).digest('hex')

const full = marketOf(5000)

describe('a generated market', () => {
  it('is the same to the letter from the same seed, and another from another', () => {
    const once = hash(marketOf(800))
    expect(hash(marketOf(800))).toBe(once)
    expect(hash(marketOf(800, 'other'))).not.toBe(once)
  })

  it('keeps its ids and its wording when it is made on another day', () => {
    const later = generateMarket({
      products: 5000,
      shops: 40,
      seed: 'talat',
      now: new Date(NOW.getTime() + 40 * 86_400_000),
    })
    const idsOf = ({ products }: Market) => products.map(({ id, title }) => `${id} ${title.th}`)
    expect(idsOf(later).toSorted()).toEqual(idsOf(full).toSorted())
    expect(later.shops.map(({ id }) => id)).toEqual(full.shops.map(({ id }) => id))
  })

  it.each([60, 200, 5000])('of %d products has them all, of every kind', (size) => {
    const market = marketOf(size)
    expect(market.products).toHaveLength(size)
    expect(new Set(market.products.map(({ family }) => family)).size).toBe(FAMILIES.length)
    expect(market.shops).toHaveLength(40)
  })

  it('never says the same of two products, nor numbers them alike', () => {
    const { products } = full
    const variants = products.flatMap((product) => product.variants)
    expectUnique(
      'Thai titles',
      products.map(({ title }) => title.th),
    )
    expectUnique(
      'English titles',
      products.map(({ title }) => title.en),
    )
    expectUnique(
      'Thai descriptions',
      products.map(({ description }) => description.th),
    )
    expectUnique(
      'English descriptions',
      products.map(({ description }) => description.en),
    )
    expectUnique(
      'slugs',
      products.map(({ slug }) => slug),
    )
    expectUnique(
      'SKUs',
      variants.map(({ sku }) => sku),
    )
    expectUnique('ids', idsIn(full))
  })

  it('names its addresses in latin kebab', () => {
    const { products, shops, categories, brands } = full
    const all = [...products, ...shops, ...categories, ...brands].map(({ slug }) => slug)
    expect(all.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([])
    expectUnique(
      'category slugs',
      categories.map(({ slug }) => slug),
    )
    expectUnique(
      'shop slugs',
      shops.map(({ slug }) => slug),
    )
  })

  it('refers only to shops, shelves, brands and pictures that exist', () => {
    const shops = new Set(full.shops.map(({ slug }) => slug))
    const leaves = new Set(full.categories.flatMap(({ level, slug }) => (level === 3 ? slug : [])))
    const brands = new Set<string | null>([null, ...full.brands.map(({ slug }) => slug)])
    const pictures = new Set(PICTURES.map(({ key }) => key))
    const ids = new Set(full.products.map(({ id }) => id))
    const owners = new Set(full.accounts.map(({ id }) => id))
    const lost = full.products.filter(
      ({ shopSlug, categorySlug, brandSlug, imageKeys }) =>
        !(shops.has(shopSlug) && leaves.has(categorySlug) && brands.has(brandSlug)) ||
        imageKeys.length < 2 ||
        imageKeys.some((key) => !pictures.has(key)),
    )
    expect(lost.map(({ slug }) => slug)).toEqual([])
    expect(full.reviews.filter(({ productId }) => !ids.has(productId))).toEqual([])
    for (const shop of full.shops) expect(owners).toContain(shop.ownerId)
    for (const { shopSlug } of full.shippingOptions) expect(shops).toContain(shopSlug)
  })

  it('leaves no shelf, stall or brand empty', () => {
    const sold = new Set(full.products.flatMap((p) => [p.categorySlug, p.shopSlug, p.brandSlug]))
    const leaves = full.categories.filter(({ level }) => level === 3)
    const bare = [...leaves, ...full.shops, ...full.brands].filter(({ slug }) => !sold.has(slug))
    expect(bare.map(({ slug }) => slug)).toEqual([])
    expect(leaves.length).toBeGreaterThanOrEqual(75)
    expect(full.brands.length).toBeGreaterThanOrEqual(40)
  })

  it('prices, weighs and stocks in whole numbers that a shop would write', () => {
    const odd = full.products.filter(({ variants, priceSatang, compareAtSatang }) => {
      const lowest = Math.min(...variants.map((variant) => variant.priceSatang))
      const plain = variants.every(
        (variant) =>
          within(variant.priceSatang, 900, 1_500_000) &&
          variant.priceSatang % 100 === 0 &&
          within(variant.weightGrams, 5, 100_000) &&
          within(variant.stock, 0, 400),
      )
      const reduced = compareAtSatang === null || compareAtSatang > priceSatang
      return !(plain && reduced && lowest === priceSatang && within(variants.length, 1, 6))
    })
    expect(odd.map(({ slug }) => slug)).toEqual([])
  })

  it('is reduced on about a fifth, sold out on about a twenty-fifth, low on some', () => {
    const part = (matches: (product: Market['products'][number]) => boolean) =>
      full.products.filter(matches).length / full.products.length
    const stock = ({ variants }: Market['products'][number]) =>
      Math.max(...variants.map((variant) => variant.stock))
    expect(part(({ compareAtSatang }) => compareAtSatang !== null)).toBeCloseTo(0.2, 1)
    expect(part((product) => stock(product) === 0)).toBeGreaterThan(0.03)
    expect(part((product) => stock(product) === 0)).toBeLessThan(0.055)
    expect(part((product) => stock(product) > 0 && stock(product) <= 3)).toBeGreaterThan(0.03)
  })

  it('sells a few things by the thousand and most by the dozen', () => {
    const sold = full.products.map(({ soldCount }) => soldCount).toSorted((a, b) => b - a)
    const whole = sold.reduce((sum, count) => sum + count, 0)
    const best = sold.slice(0, 500).reduce((sum, count) => sum + count, 0)
    expect(best / whole).toBeGreaterThan(0.5)
    expect(sold[2500]).toBeLessThan(60)
  })

  it('rates each product as its reviews do', () => {
    const sums = new Map<string, number[]>()
    for (const { productId, rating } of full.reviews) {
      sums.set(productId, [...(sums.get(productId) ?? []), rating])
    }
    const wrong = full.products.filter(({ id, reviewCount, ratingSum, soldCount }) => {
      const ratings = sums.get(id) ?? []
      const sum = ratings.reduce((all, rating) => all + rating, 0)
      return reviewCount !== ratings.length || ratingSum !== sum || reviewCount > soldCount
    })
    expect(wrong).toEqual([])
    expect(full.reviews.length).toBeGreaterThan(7500)
    expect(full.reviews.filter(({ locale }) => locale === 'th').length).toBeGreaterThan(6000)
  })

  it('happens before now: shops open, then products appear, then people speak of them', () => {
    const opened = new Map(full.shops.map(({ slug, joinedAt }) => [slug, joinedAt]))
    const published = new Map(full.products.map(({ id, publishedAt }) => [id, publishedAt]))
    const never = new Date(Number.NaN)
    const untimely = [
      ...full.products.filter(
        ({ shopSlug, publishedAt }) =>
          !(publishedAt > (opened.get(shopSlug) ?? never) && publishedAt < NOW),
      ),
      ...full.reviews.filter(
        ({ productId, createdAt }) =>
          !(createdAt > (published.get(productId) ?? never) && createdAt < NOW),
      ),
    ]
    expect(untimely).toEqual([])
  })

  it('is written in clean Thai: composed, no stray spaces, no shouting, no slot left open', () => {
    const texts = textsOf(full)
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([])
    // Two เ for a แ, and a nikhahit with า for ำ, look right and are not found by a search.
    const wrong = /\u0e40\u0e40|\u0e4d\u0e32|[{}!\u0e50-\u0e59]| {2}|^\s|\s$|undefined|^$/u
    expect(texts.filter((text) => wrong.test(text))).toEqual([])
  })

  it('has titles that fit a card and descriptions worth reading', () => {
    const misfits = full.products.filter(
      ({ title, description }) =>
        !within(title.th.length, 12, 110) ||
        !within(title.en.length, 12, 130) ||
        !within(description.th.length, 90, 600) ||
        !within(description.en.length, 120, 900),
    )
    expect(misfits.map(({ slug }) => slug)).toEqual([])
  })

  it('never hangs two covers on the same wall side by side on a shelf', () => {
    const last = new Map<string, string>()
    const clashes = full.products.filter(({ categorySlug, imageKeys }) => {
      const tint = tintOf(imageKeys[0] ?? '')
      const before = last.get(categorySlug)
      last.set(categorySlug, tint ?? '')
      return tint === undefined || tint === before
    })
    expect(clashes.map(({ slug }) => slug)).toEqual([])
  })

  it('comes from twenty-five provinces of every region, all of them on the map and spelled as there', async () => {
    const thai = new Set(full.shops.map(({ province }) => province.th))
    expect(thai.size).toBeGreaterThanOrEqual(25)
    const places = [...(await loadGazetteer()).values()].flat()
    const real = new Map(places.map(({ province }) => [province.th, province.en]))
    expect(Object.values(PROVINCES).filter(({ th, en }) => real.get(th) !== en)).toEqual([])
    // Each has one spelling, wherever it stands.
    const spelled = new Set(places.map(({ province }) => `${province.th} ${province.en}`))
    expect(spelled.size).toBe(77)
    expect([...real.values()].filter((en) => /^Nakhon[^ ]/.test(en))).toEqual([])
  })

  it('sends to addresses that exist', async () => {
    const gazetteer = await loadGazetteer()
    expect(full.addresses).toHaveLength(2)
    for (const { subdistrict, district, province, postcode } of full.addresses) {
      const place = { subdistrict, district, province, postcode }
      expect(findPlace(gazetteer, place)).toEqual(place)
    }
  })

  it('has three accounts to sign in with; the seller owns the first stall', () => {
    const demo = full.accounts.filter(({ password }) => password !== null)
    expect(demo.map(({ email }) => email.split('@')[0])).toEqual(['shopper', 'seller', 'operator'])
    expect(full.shops[0]?.ownerId).toBe(demo[1]?.id)
    expect(demo.map(({ roles }) => roles.length)).toEqual([0, 0, 1])
  })

  it('offers one to three ways of sending from every stall', () => {
    for (const { slug } of full.shops) {
      const options = full.shippingOptions.filter(({ shopSlug }) => shopSlug === slug)
      expect([1, 2, 3]).toContain(options.length)
      for (const { minDays, maxDays, priceSatang } of options) {
        expect(minDays).toBeLessThanOrEqual(maxDays)
        expect(priceSatang).toBeGreaterThan(0)
      }
    }
  })

  it('made of few stalls sells only what those have', () => {
    const small = generateMarket({ products: 80, shops: 4, seed: 'talat', now: NOW })
    const slugs = new Set(small.shops.map(({ slug }) => slug))
    expect(small.products).toHaveLength(80)
    expect(small.products.filter(({ shopSlug }) => !slugs.has(shopSlug))).toEqual([])
  })
})

const within = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high

function expectUnique(what: string, words: readonly string[]): void {
  const seen = new Set<string>()
  const twice = words.filter((word) => seen.size === seen.add(word).size)
  expect(twice, what).toEqual([])
}

function idsIn(market: Market): string[] {
  const { products, shops, categories, brands, reviews, shippingOptions, accounts } = market
  const rows = [...products, ...shops, ...categories, ...brands, ...reviews, ...accounts]
  const variants = products.flatMap((product) => product.variants)
  return [...rows, ...variants, ...shippingOptions, ...market.addresses].map(({ id }) => id)
}

function textsOf(market: Market): string[] {
  const both = ({ th, en }: Text): string[] => [th, en]
  return [
    ...market.products.flatMap(({ title, description }) => [...both(title), ...both(description)]),
    ...market.products.flatMap(({ variants }) =>
      variants.flatMap(({ options }) =>
        options.flatMap(({ name, value }) => [...both(name), ...both(value)]),
      ),
    ),
    ...market.shops.flatMap(({ name, description }) => [...both(name), ...both(description)]),
    ...[...market.categories, ...market.brands].flatMap(({ name }) => both(name)),
    ...market.shippingOptions.flatMap(({ name }) => both(name)),
    ...market.reviews.map(({ body }) => body),
  ]
}

describe('its flash sales', () => {
  it.each([
    ['in the middle of a round', '2026-11-22T03:00:00.000Z'],
    ['just before a round ends', '2026-11-22T04:59:00.000Z'],
    ['as a round begins', '2026-11-22T05:00:00.000Z'],
  ])('run one after the other, %s too, and the first is on for hours', (_, at) => {
    const now = new Date(at)
    const { flashSales } = generateMarket({ products: 800, shops: 40, seed: 'talat', now })
    const [first] = flashSales
    expect(first?.startsAt.getTime()).toBeLessThanOrEqual(now.getTime())
    expect(Number(first?.endsAt) - now.getTime()).toBeGreaterThanOrEqual(2 * 3_600_000)
    flashSales.slice(1).forEach(({ startsAt }, index) => {
      expect(startsAt).toEqual(flashSales[index]?.endsAt)
    })
    expect(first?.items.length).toBe(8)
  })

  it('carve out less than there is, at prices that are sales', () => {
    const stock = new Map(
      full.products.flatMap(({ variants }) => variants.map((one) => [one.id, one])),
    )
    const carved = new Map<string, number>()
    for (const item of full.flashSales.flatMap(({ items }) => items)) {
      carved.set(item.variantId, (carved.get(item.variantId) ?? 0) + item.quota)
      expect(stock.get(item.variantId)?.priceSatang).toBe(item.listPriceSatang)
      const share = item.priceSatang / item.listPriceSatang
      expect(share).toBeGreaterThan(0.1)
      expect(share).toBeLessThan(0.95)
    }
    for (const [id, quota] of carved) expect(quota).toBeLessThan(stock.get(id)?.stock ?? 0)
    expectUnique(
      'items',
      full.flashSales.flatMap(({ items }) => items.map(({ id }) => id)),
    )
  })
})
