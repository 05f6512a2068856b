import { redirect } from '@remix-run/cloudflare'
import { SORTS, type Sort } from '../src/product/schema.ts'
import { bahtToSatang } from './format/money.ts'

/** What a shopper chose in the address bar, in the words of the form. */
export type Filters = {
  sort: Sort
  min: string
  max: string
  rating: string
  stock: boolean
  brand: string
  province: string
  cursor: string
}

export function readFilters(url: URL): Filters {
  const text = (name: string) => url.searchParams.get(name)?.trim() ?? ''
  const sort = SORTS.find((known) => known === text('sort')) ?? 'newest'
  return {
    sort,
    min: text('min'),
    max: text('max'),
    rating: ['3', '4'].includes(text('rating')) ? text('rating') : '',
    stock: text('stock') === '1',
    brand: slugOf(text('brand')),
    province: slugOf(text('province')),
    cursor: text('cursor'),
  }
}

// What cannot be a slug names nothing; the API would refuse the whole page for it.
const slugOf = (text: string) => (/^[\p{L}\p{M}\p{N}-]{1,160}$/u.test(text) ? text : '')

// From 900 to 100 means from 100 to 900.
function inOrder(min: string, max: string): [string, string] {
  const [from, to] = [bahtToSatang(min), bahtToSatang(max)]
  return from !== undefined && to !== undefined && from > to ? [max, min] : [min, max]
}

/** The same choice in the words of the API; what is not a number is left out. */
export function toQuery(filters: Filters): Record<string, string | undefined> {
  const satang = (baht: string) => bahtToSatang(baht)?.toString()
  const [min, max] = inOrder(filters.min, filters.max)
  return {
    sort: filters.sort,
    minPriceSatang: satang(min),
    maxPriceSatang: satang(max),
    minRating: filters.rating || undefined,
    inStock: filters.stock ? 'true' : undefined,
    brand: filters.brand || undefined,
    province: filters.province || undefined,
    cursor: filters.cursor || undefined,
  }
}

/** A link whose place in the list is no longer understood leads to the first page, not to nowhere. */
export async function orFirstPage<Page>(url: URL, page: Promise<Page>): Promise<Page> {
  try {
    return await page
  } catch (thrown) {
    const refused = thrown instanceof Response && thrown.status === 400
    if (!refused || !url.searchParams.has('cursor')) throw thrown
    url.searchParams.delete('cursor')
    throw redirect(`${url.pathname}${url.search}`)
  }
}
