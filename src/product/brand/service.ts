import { decodeCursor, page } from '#src/common/cursor.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { listBrands } from './repository.ts'
import type { BrandPage, ListBrands } from './schema.ts'

export function createBrandService({ database }: { database: Database }) {
  return {
    /** A page of brands: one query. @throws Problem `cursor_invalid` */
    async list({ limit, cursor }: ListBrands, locale: Locale): Promise<BrandPage> {
      const after = cursor === undefined ? null : decodeCursor('brands', cursor)
      const rows = await listBrands(database, limit, after)
      const { items, nextCursor } = page(rows, limit, 'brands', (row) => ({
        value: row.productCount,
        id: row.id,
      }))
      return {
        items: items.map((row) => ({
          id: row.id,
          slug: row.slug,
          name: locale === 'en' ? row.nameEn : row.nameTh,
          productCount: row.productCount,
        })),
        nextCursor,
      }
    },
  }
}
