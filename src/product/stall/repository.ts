import { desc, eq } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** What each of some shops sells best, in the order of the shops: one round trip. */
export async function bestOf(db: Database, shopSlugs: readonly string[], each: number) {
  const { listings, products } = db.tables
  if (shopSlugs.length === 0) return []
  // A walk of its own for each: one statement for all would read every listing of every shop.
  return await db.together(
    ...shopSlugs.map((slug) =>
      db
        .select({
          id: products.id,
          slug: products.slug,
          titleTh: products.titleTh,
          titleEn: products.titleEn,
          imageKeys: products.imageKeys,
          priceSatang: listings.priceSatang,
        })
        .from(listings)
        .innerJoin(products, eq(products.id, listings.productId))
        .where(eq(listings.shelf, `shop:${slug}`))
        .orderBy(desc(listings.soldCount), desc(listings.productId))
        .limit(each),
    ),
  )
}
