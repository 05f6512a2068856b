import { and, desc, eq, sql } from 'drizzle-orm'
import type { Cursor } from '#src/common/cursor.ts'
import type { Database } from '#src/database/database.ts'

/** Reviews of the published product of this slug, newest first, `limit + 1` rows. */
export async function listReviews(
  db: Database,
  productSlug: string,
  limit: number,
  after: Cursor | null,
) {
  const { reviews, products } = db.tables
  // Not a join: Postgres knows the order of one product's reviews only when there is one product.
  const product = db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.slug, productSlug), eq(products.status, 'published')))
  return await db
    .select({
      id: reviews.id,
      rating: reviews.rating,
      body: reviews.body,
      authorName: reviews.authorName,
      locale: reviews.locale,
      createdAt: reviews.createdAt,
      createdMs: reviews.createdMs,
    })
    .from(reviews)
    .where(
      and(
        eq(reviews.productId, product),
        after === null
          ? undefined
          : sql`(${reviews.createdMs}, ${reviews.id}) < (${after.value}, ${after.id})`,
      ),
    )
    .orderBy(desc(reviews.createdMs), desc(reviews.id))
    .limit(limit + 1)
}

/** Whether a published product has this slug. */
export async function productExists(db: Database, productSlug: string): Promise<boolean> {
  const { products } = db.tables
  const rows = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.slug, productSlug), eq(products.status, 'published')))
    .limit(1)
  return rows.length > 0
}
