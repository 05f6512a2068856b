import type { Filters } from '../listing.ts'

/** What of a list's address names a page of its own, and whether search engines may show it. */
export type ListingAddress = { search: string; index: boolean }

/**
 * One page a list, and one for each single choice of brand, province, rating or stock. A sort is the same goods
 * in another order and points at the list; prices are endless; two choices together, and later pages,
 * are for people: links are followed from them, and the sitemap knows every product.
 */
export function listingAddress(filters: Filters): ListingAddress {
  const choices = [
    ...(filters.brand === '' ? [] : [['brand', filters.brand]]),
    ...(filters.province === '' ? [] : [['province', filters.province]]),
    ...(filters.rating === '' ? [] : [['rating', filters.rating]]),
    ...(filters.stock ? [['stock', '1']] : []),
  ]
  const endless = filters.min !== '' || filters.max !== '' || filters.cursor !== ''
  const sorted = filters.sort !== 'newest'
  const alone = choices.length + Number(sorted) <= 1
  if (endless || !alone) return { search: everything(filters), index: false }
  return { search: new URLSearchParams(choices).toString(), index: true }
}

/** A page that is not shown still has one address: its choices in one order. */
function everything({ stock, sort, ...rest }: Filters): string {
  const search = new URLSearchParams()
  const named = { ...rest, stock: stock ? '1' : '', sort: sort === 'newest' ? '' : sort }
  for (const [name, value] of Object.entries(named).sort())
    if (value !== '') search.set(name, value)
  return search.toString()
}
