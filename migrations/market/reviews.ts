import { FAMILIES } from './families/index.ts'
import { seededId } from './ids.ts'
import { FAMILY_NAMES, FOREIGN_NAMES, GIVEN_NAMES } from './names.ts'
import { type Random, randomOf } from './random.ts'
import { HAPPY, SHORT, SO_SO, SORRY } from './small-talk.ts'
import type { Family, Product, Review, Text } from './types.ts'

const DAY_MS = 86_400_000
const MOST = 40

/**
 * What shoppers wrote: 1.6 reviews a product over the whole market, nearly all of them on what sells.
 * Puts the sums on the products, so that a rating is always what its reviews say.
 */
export function reviewsOf(products: readonly Product[], seed: string, now: Date): Review[] {
  const target = Math.round(products.length * 1.6)
  const weights = products.map(({ soldCount, publishedAt }) =>
    now.getTime() - publishedAt.getTime() < 5 * DAY_MS ? 0 : soldCount ** 0.8,
  )
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const families = new Map(FAMILIES.map((family) => [family.key, family]))
  let owed = 0
  return products.flatMap((product, index) => {
    owed += ((weights[index] ?? 0) / whole) * target
    const family = families.get(product.family)
    if (family === undefined) return []
    const count = Math.min(Math.floor(owed), MOST, product.soldCount)
    owed -= count
    const random = randomOf(`${seed}/reviews/${product.id}`)
    const quality = 0.68 + random.next() * 0.3
    const reviews = Array.from({ length: count }, (_, number) =>
      reviewOf(product, family, number, quality, random, now),
    )
    product.reviewCount = reviews.length
    product.ratingSum = reviews.reduce((sum, { rating }) => sum + rating, 0)
    return reviews
  })
}

function reviewOf(
  product: Product,
  family: Family,
  number: number,
  quality: number,
  random: Random,
  now: Date,
): Review {
  const from = product.publishedAt.getTime() + 4 * DAY_MS
  const createdAt = new Date(Math.floor(from + random.next() * (now.getTime() - 3_600_000 - from)))
  const rating = ratingOf(random, quality)
  const locale = random.chance(0.14) ? 'en' : 'th'
  const said = wordsFor(family, rating, random)
  return {
    id: seededId('rev', `${product.id}/${number}`),
    productId: product.id,
    authorName: authorOf(random, locale),
    rating,
    body: said
      .map((text) => text[locale])
      .join(' ')
      .normalize('NFC'),
    locale,
    createdAt,
  }
}

/** Five stars by far the most, then four; the rest rare, and rarer where the goods are good. */
function ratingOf(random: Random, quality: number): number {
  const at = random.next()
  if (at < quality) return 5
  const rest = (at - quality) / (1 - quality)
  if (rest < 0.68) return 4
  if (rest < 0.86) return 3
  return rest < 0.94 ? 2 : 1
}

function wordsFor(family: Family, rating: number, random: Random): Text[] {
  if (rating <= 2) return [random.pick(SORRY)]
  if (rating === 3) return [random.pick(family.gripe), random.pick(SO_SO)]
  if (random.chance(0.06)) return [random.pick(SHORT)]
  const praise = random.pick(family.praise)
  if (rating === 4) return random.chance(0.5) ? [praise, random.pick(family.gripe)] : [praise]
  const fate = random.next()
  if (fate < 0.45) return [praise, random.pick(HAPPY)]
  if (fate < 0.6) return [random.pick(HAPPY), praise]
  return [praise]
}

function authorOf(random: Random, locale: 'th' | 'en'): string {
  if (locale === 'en') return random.pick(FOREIGN_NAMES)
  const name = random.pick(GIVEN_NAMES)
  const fate = random.next()
  if (fate < 0.5) return `คุณ${name}`
  return fate < 0.75 ? `${name} ${random.pick(FAMILY_NAMES).charAt(0)}.` : name
}
