import { type Cursor, decodeCursor, page } from '#src/common/cursor.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import type { ShopFacts } from '../service.ts'
import { bestOf } from './repository.ts'
import type { ListStalls, StallPage } from './schema.ts'

export type StallDeps = {
  database: Database
  /** Open shops in the order of a sort, `limit + 1` of them. One query. */
  listShops(
    filter: Omit<ListStalls, 'cursor'>,
    after: Cursor | null,
  ): Promise<(ShopFacts & { soldCount: number })[]>
  fileUrl(key: string): string
}

/** How many of its products a shop shows. */
const SHOWN = 3

/** The rows of shops that one walks along. */
export function createStallService({ database, listShops, fileUrl }: StallDeps) {
  return {
    /** A page of shops: two round trips. @throws Problem `cursor_invalid` */
    async list({ cursor, ...filter }: ListStalls, locale: Locale): Promise<StallPage> {
      const list = `shops:${filter.sort}`
      const after = cursor === undefined ? null : decodeCursor(list, cursor)
      const rows = await listShops(filter, after)
      const { items, nextCursor } = page(rows, filter.limit, list, (shop) => ({
        value: filter.sort === 'rating' ? shop.ratingCents : shop.soldCount,
        id: shop.id,
      }))
      const best = await bestOf(
        database,
        items.map(({ slug }) => slug),
        SHOWN,
      )
      const english = locale === 'en'
      return {
        items: items.map((shop, index) => ({
          id: shop.id,
          slug: shop.slug,
          name: english ? shop.nameEn : shop.nameTh,
          province: english ? shop.provinceEn : shop.provinceTh,
          rating: shop.ratingCents / 100,
          reviewCount: shop.reviewCount,
          productCount: shop.productCount,
          soldCount: shop.soldCount,
          products: (best[index] ?? []).map(({ titleTh, titleEn, imageKeys, ...product }) => ({
            ...product,
            title: english ? titleEn : titleTh,
            imageUrl: imageKeys[0] === undefined ? null : fileUrl(imageKeys[0]),
          })),
        })),
        nextCursor,
      }
    },
  }
}
