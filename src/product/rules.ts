import type { Sort } from './schema.ts'

/** What of a listing a sort walks by, and which way. */
export const SORT_KEYS = {
  newest: { column: 'publishedMs', descending: true },
  'price-asc': { column: 'priceSatang', descending: false },
  'price-desc': { column: 'priceSatang', descending: true },
  'best-selling': { column: 'soldCount', descending: true },
  rating: { column: 'ratingCents', descending: true },
} as const satisfies Record<Sort, { column: string; descending: boolean }>

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
