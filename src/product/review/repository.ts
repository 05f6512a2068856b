import { and, desc, eq, sql } from 'drizzle-orm'
import type { Cursor } from '#src/common/cursor.ts'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { beyond, first, whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

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
        after === null ? undefined : beyond(reviews.createdMs, reviews.id, after),
      ),
    )
    .orderBy(desc(reviews.createdMs), desc(reviews.id))
    .limit(limit + 1)
}

/** The id of the published product of this slug, and its shop's. */
export async function productOf(db: Database, productSlug: string) {
  const { products } = db.tables
  const rows = await db
    .select({ id: products.id, shopId: products.shopId })
    .from(products)
    .where(and(eq(products.slug, productSlug), eq(products.status, 'published')))
    .limit(1)
  return first(rows)
}

/** A review as the shop of its product is told of it. */
export async function findTold(db: Database, reviewId: string) {
  const { reviews, products } = db.tables
  return first(
    await db
      .select({
        shopId: products.shopId,
        slug: products.slug,
        titleTh: products.titleTh,
        titleEn: products.titleEn,
        rating: reviews.rating,
      })
      .from(reviews)
      .innerJoin(products, eq(products.id, reviews.productId))
      .where(eq(reviews.id, reviewId)),
  )
}

/** A new review, counted by its product and on every shelf that it stands on. */
export function insertReview(
  q: Query,
  { reviews, products, listings }: Tables,
  review: Tables['reviews']['$inferInsert'],
): Statement[] {
  const { productId, rating } = review
  // As rules.ts rounds it, of the sums as they are now: another review may have come meanwhile.
  const cents = sql<number>`(select (rated.rating_sum * 200 + rated.review_count)
    / (rated.review_count * 2) from products rated where rated.id = ${productId})`
  return [
    q.insert(reviews).values(review),
    one(
      q
        .update(products)
        .set({
          ratingSum: sql`${products.ratingSum} + ${whole(rating)}`,
          reviewCount: sql`${products.reviewCount} + 1`,
        })
        .where(eq(products.id, productId)),
    ),
    q.update(listings).set({ ratingCents: cents }).where(eq(listings.productId, productId)),
  ]
}
