import { desc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** Provinces with open shops, the most first, each with the pictures of its best seller. */
export async function provincesWithShops(db: Database) {
  const { provinces, products } = db.tables
  const best = sql`(select best.product_id from listings best
    where best.shelf = 'province:' || ${provinces.slug}
    order by best.sold_count desc, best.product_id desc limit 1)`
  return await db
    .select({
      slug: provinces.slug,
      nameTh: provinces.nameTh,
      nameEn: provinces.nameEn,
      shopCount: provinces.shopCount,
      imageKeys: products.imageKeys,
    })
    .from(provinces)
    .leftJoin(products, eq(products.id, best))
    .where(gt(provinces.shopCount, 0))
    .orderBy(desc(provinces.shopCount), desc(provinces.slug))
}
