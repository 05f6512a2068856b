import type { Found, Sort } from './schema.ts'

/** What of a listing a sort walks by, and which way. */
export const SORT_KEYS = {
  newest: { column: 'publishedMs', descending: true },
  'price-asc': { column: 'priceSatang', descending: false },
  'price-desc': { column: 'priceSatang', descending: true },
  'best-selling': { column: 'soldCount', descending: true },
  rating: { column: 'ratingCents', descending: true },
} as const satisfies Record<Sort, { column: string; descending: boolean }>

export type SortColumn = (typeof SORT_KEYS)[Sort]['column']

/** What a list is counted along: the index that leaves most of what is not wanted aside. */
export function countedBy(filter: {
  minPriceSatang?: number | undefined
  maxPriceSatang?: number | undefined
  minRating?: number | undefined
}): SortColumn {
  if (filter.minPriceSatang !== undefined || filter.maxPriceSatang !== undefined)
    return 'priceSatang'
  return filter.minRating === undefined ? 'publishedMs' : 'ratingCents'
}

/** Further than that nobody walks, and the count of a great list is not worth its reading. */
export const MOST_COUNTED = 1000

/** What is said of a count that ended one beyond the most. */
export const foundOf = (counted: number): Found => ({
  count: Math.min(counted, MOST_COUNTED),
  more: counted > MOST_COUNTED,
})

/** The shelves a list is cut by: the narrowest is walked, the others only checked. */
export function shelvesOf(filter: {
  shop?: string | undefined
  brand?: string | undefined
  category?: string | undefined
  province?: string | undefined
}): { walked: string; checked: string[] } {
  const named = [
    ...(filter.shop === undefined ? [] : [`shop:${filter.shop}`]),
    ...(filter.brand === undefined ? [] : [`brand:${filter.brand}`]),
    ...(filter.category === undefined ? [] : [`category:${filter.category}`]),
    ...(filter.province === undefined ? [] : [`province:${filter.province}`]),
  ]
  const [walked = 'all', ...checked] = named
  return { walked, checked }
}

/** Average rating × 100, 0 without reviews, half up. */
export function ratingCents(ratingSum: number, reviewCount: number): number {
  if (reviewCount === 0) return 0
  return Math.floor((ratingSum * 200 + reviewCount) / (reviewCount * 2))
}
