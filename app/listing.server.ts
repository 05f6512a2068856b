import { redirect } from '@remix-run/cloudflare'
import { SORTS } from '../src/product/schema.ts'
import type { Filters } from './listing.ts'

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
