import { and, asc, eq, gt } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** What stands on the shelf of everything, in the order of its primary key. */
export async function productsAfter(db: Database, after: string, limit: number) {
  const { listings, products } = db.tables
  return await db
    .select({ slug: products.slug, updatedAt: products.updatedAt })
    .from(listings)
    .innerJoin(products, eq(products.id, listings.productId))
    .where(and(eq(listings.shelf, 'all'), gt(listings.productId, after)))
    .orderBy(asc(listings.productId))
    .limit(limit)
}

/** The last id of the page that begins after an id, when another page follows it; from the index alone. */
export async function endOfPage(
  db: Database,
  after: string,
  size: number,
): Promise<string | undefined> {
  const { listings } = db.tables
  const rows = await db
    .select({ id: listings.productId })
    .from(listings)
    .where(and(eq(listings.shelf, 'all'), gt(listings.productId, after)))
    .orderBy(asc(listings.productId))
    .limit(2)
    .offset(size - 1)
  return rows.length === 2 ? rows[0]?.id : undefined
}

/** The addresses of every category. */
export async function categorySlugs(db: Database) {
  const { categories } = db.tables
  return await db.select({ slug: categories.slug }).from(categories).orderBy(asc(categories.slug))
}
