import { inArray } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'

/** What is left of all variants of some products. */
export async function levelsOfProducts(db: Database, productIds: readonly string[]) {
  const { stockLevels: t } = db.tables
  const pages = await Promise.all(
    chunked([...new Set(productIds)], 1).map(
      async (page) => await db.select().from(t).where(inArray(t.productId, page)),
    ),
  )
  return pages.flat()
}
