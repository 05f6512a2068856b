import type { Database } from '#src/database/database.ts'
import { categorySlugs, endOfPage, productsAfter } from './repository.ts'
import { ENTRIES_PER_PAGE, robots, sitemapIndex, urlSet } from './rules.ts'
import type { SitemapEntry, SitemapKind } from './schema.ts'

export type SitemapDeps = {
  database: Database
  /** Open shops in the order of their ids, from after one on. One query. */
  shopsAfter(after: string, limit: number): Promise<{ id: string; slug: string }[]>
  /** How many products or shops stand on a page. */
  pageSize?: number
}

/** What a search engine is told of: every public page of the market, a page of addresses at a time. */
export function createSitemapService(deps: SitemapDeps) {
  const { database, shopsAfter, pageSize = ENTRIES_PER_PAGE } = deps
  return {
    /** robots.txt of a host; `open` only for the market itself. */
    robots,

    /** The list of pages: one walk along an index for each 5,000 products or shops. */
    async index(origin: string): Promise<string> {
      const shops = async (after: string) => {
        const found = await shopsAfter(after, pageSize + 1)
        return found.length > pageSize ? found[pageSize - 1]?.id : undefined
      }
      const products = async (after: string) => await endOfPage(database, after, pageSize)
      const [ofShops, ofProducts] = await Promise.all([walk(shops), walk(products)])
      return sitemapIndex(origin, [
        { kind: 'pages', after: null },
        ...ofShops.map((after) => ({ kind: 'shops', after })),
        ...ofProducts.map((after) => ({ kind: 'products', after })),
      ])
    },

    /** The pieces of one page: one query, whatever its place in the list. */
    page: async (
      kind: SitemapKind,
      after: string | undefined,
      origin: string,
    ): Promise<Generator<string>> => urlSet(origin, await entries(kind, after ?? '')),
  }

  async function entries(kind: SitemapKind, after: string): Promise<SitemapEntry[]> {
    if (kind === 'products') {
      const rows = await productsAfter(database, after, pageSize)
      return rows.map(({ slug, updatedAt }) => ({ path: `/p/${slug}`, changedAt: updatedAt }))
    }
    if (kind === 'shops') {
      const rows = await shopsAfter(after, pageSize)
      return rows.map(({ slug }) => ({ path: `/s/${slug}` }))
    }
    const rows = await categorySlugs(database)
    return ['/', '/c/all', ...rows.map(({ slug }) => `/c/${slug}`)].map((path) => ({ path }))
  }
}

/** Where each page begins: nowhere, then after the last of the page before. */
async function walk(endAfter: (after: string) => Promise<string | undefined>) {
  const starts: (string | null)[] = [null]
  for (let end = await endAfter(''); end !== undefined; end = await endAfter(end)) starts.push(end)
  return starts
}
