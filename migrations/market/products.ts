import { LOOKS } from '../pictures/objects/looks.ts'
import { type Picture, picturesOf } from '../pictures/plan.ts'
import { BRANDS } from './brand-names.ts'
import { descriptionOf, titleOf } from './copy.ts'
import { soldSoFar, stockOf } from './demand.ts'
import { FAMILIES } from './families/index.ts'
import { seededId } from './ids.ts'
import { type Combination, lineUp, quotas } from './line-up.ts'
import { believablePrice, formerPrice } from './prices.ts'
import { type Random, randomOf } from './random.ts'
import type { Family, Product, Shop, Variant } from './types.ts'
import { bahtOf, gramsOf, kindsOf } from './variants.ts'
import { slugOf } from './words.ts'

const DAY_MS = 86_400_000

type Wanted = {
  count: number
  seed: string
  now: Date
  shops: readonly Shop[]
  provinceOf: ReadonlyMap<string, string>
}

/** The goods of the whole market, oldest first. */
export function productsOf({ count, seed, now, shops, provinceOf }: Wanted): Product[] {
  const sold = FAMILIES.filter(({ key }) => shops.some(({ goods }) => goods.includes(key)))
  const counts = quotas(sold, count)
  const products = sold.flatMap((family, index) => {
    const sellers = shops.filter(({ goods }) => goods.includes(family.key))
    const able = (so: Combination): Shop[] => sellers.filter((shop) => sells(shop, so, provinceOf))
    const chosen = lineUp(family, counts[index] ?? 0, seed, (so) => able(so).length > 0)
    return chosen.map((combination, number) => {
      const random = randomOf(`${seed}/${family.key}/${number}`)
      const shop = random.pick(able(combination))
      return productOf(family, combination, shop, number + 1, random, now)
    })
  })
  products.sort(
    (a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || (a.slug < b.slug ? -1 : 1),
  )
  return withCovers(withPlainSlugs(products))
}

const sells = (
  shop: Shop,
  combination: Combination,
  provinceOf: ReadonlyMap<string, string>,
): boolean =>
  Object.values(combination).every((values) =>
    values.every(({ at }) => at === undefined || at.includes(provinceOf.get(shop.slug) ?? '')),
  )

function productOf(
  family: Family,
  combination: Combination,
  shop: Shop,
  number: number,
  random: Random,
  now: Date,
): Product {
  const values = Object.values(combination).flatMap((run) => run.slice(0, 1))
  const title = titleOf(family, combination)
  const publishedAt = published(random, shop, now)
  const key = `${family.key}/${number}`
  const id = seededId('prd', key)
  const variants = variantsOf(family, combination, key, random)
  const cheapest = variants.reduce((a, b) => (b.priceSatang < a.priceSatang ? b : a))
  const leaf = values.find((value) => value.leaf !== undefined)?.leaf ?? family.leaf
  return {
    id,
    slug: slugOf(title.en),
    family: family.key,
    shopSlug: shop.slug,
    categorySlug: leaf,
    brandSlug: brandOf(family, combination, shop, random),
    title,
    description: descriptionOf(family, combination, shop, random),
    imageKeys: imagesOf(family, combination).map((picture) => picture.key),
    priceSatang: cheapest.priceSatang,
    compareAtSatang: cheapest.compareAtSatang,
    soldCount: soldSoFar(random, cheapest.priceSatang, publishedAt, now),
    ratingSum: 0,
    reviewCount: 0,
    publishedAt,
    variants,
  }
}

function published(random: Random, shop: Shop, now: Date): Date {
  const first = Math.max(shop.joinedAt.getTime() + DAY_MS, now.getTime() - 730 * DAY_MS)
  const minutes = Math.floor((random.next() * (now.getTime() - DAY_MS - first)) / 60_000)
  return new Date(first + minutes * 60_000)
}

function variantsOf(
  family: Family,
  combination: Combination,
  key: string,
  random: Random,
): Variant[] {
  const kinds = kindsOf(family, combination, random)
  const moods = 0.94 + random.next() * 0.14
  const markup = random.chance(0.2) ? 1.14 + random.next() * 0.26 : 1
  const stock = stockOf(random, kinds.length)
  return kinds.map(({ options, values }, index) => {
    const priceSatang = believablePrice(bahtOf(family, values) * moods)
    return {
      id: seededId('var', `${key}/${index}`),
      sku: `${family.key.toUpperCase()}-${key.slice(key.indexOf('/') + 1).padStart(4, '0')}-${index + 1}`,
      options,
      priceSatang,
      compareAtSatang: markup === 1 ? null : formerPrice(priceSatang, markup),
      weightGrams: gramsOf(family, values),
      stock: stock[index] ?? 0,
    }
  })
}

function brandOf(
  family: Family,
  combination: Combination,
  shop: Shop,
  random: Random,
): string | null {
  const named = Object.values(combination).flatMap(([first]) => first?.brand ?? [])[0]
  if (named !== undefined) return named
  const open = BRANDS.filter(
    ({ slug, house }) =>
      family.brands?.includes(slug) === true && (house === undefined || house === shop.slug),
  )
  return open.length > 0 && random.chance(0.75) ? random.pick(open).slug : null
}

/** Every view of the look it is shown in, then the front of each other look one can choose. */
function imagesOf(family: Family, combination: Combination): Picture[] {
  const fallback = Object.keys(LOOKS[family.key] ?? {})[0] ?? ''
  const looks = Object.values(combination).flatMap((values) =>
    values.flatMap(({ look }) => look ?? []),
  )
  const [shown = fallback, ...others] = [...new Set(looks)]
  const fronts = others.flatMap((look) => picturesOf(family.key, look).slice(0, 1))
  return [...picturesOf(family.key, shown), ...fronts]
}

/** Two titles may share their first 80 letters: the later one gets its number. */
function withPlainSlugs(products: Product[]): Product[] {
  const taken = new Set<string>()
  for (const product of products) {
    if (taken.has(product.slug)) product.slug = `${product.slug}-${product.id.slice(-5)}`
    taken.add(product.slug)
  }
  return products
}

/** Chooses each cover so that it never stands beside its own wall colour on its shelf, newest first. */
function withCovers(products: Product[]): Product[] {
  const last = new Map<string, string>()
  let before = ''
  for (const product of products) {
    const pictures = product.imageKeys.flatMap((key) => BY_KEY.get(key) ?? [])
    const shown = pictures[0]?.lookName
    const covers = pictures.filter(({ view, lookName }) => view !== 'close' && lookName === shown)
    const free = covers.filter(({ tint }) => tint !== last.get(product.categorySlug))
    const cover = free.find(({ tint }) => tint !== before) ?? free[0] ?? covers[0]
    if (cover === undefined) throw new RangeError(`no picture for ${product.slug}`)
    product.imageKeys = [cover.key, ...product.imageKeys.filter((key) => key !== cover.key)]
    last.set(product.categorySlug, cover.tint)
    before = cover.tint
  }
  return products
}

const BY_KEY = new Map(
  Object.entries(LOOKS)
    .flatMap(([family, looks]) => Object.keys(looks).flatMap((look) => picturesOf(family, look)))
    .map((picture) => [picture.key, picture]),
)

/** The tint of a picture's wall, by its key. */
export const tintOf = (key: string): string | undefined => BY_KEY.get(key)?.tint
