import type { Clock } from '#src/common/clock.ts'
import { decodeCursor, page } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { announce } from '#src/database/outbox.ts'
import { isConflict } from '#src/database/portable.ts'
import type { CountFor } from '../service.ts'
import type { Tell } from '../watch/service.ts'
import { findTold, insertReview, listReviews, productOf } from './repository.ts'
import { publicName, REVIEW_WRITTEN } from './rules.ts'
import type { ListReviews, Review, ReviewPage, WriteReview } from './schema.ts'

export type ReviewDeps = {
  database: Database
  clock: Clock
  countFor: CountFor
  tell: Tell
  /** What a line of an account's own order is of, and whether it has arrived. */
  boughtLine(
    userId: string,
    lineId: string,
  ): Promise<{ productId: string; arrived: boolean } | undefined>
  /** The signed-in caller's own name. @throws Problem `token_invalid` */
  accountName(): Promise<string>
}

/** What buyers say of a product. */
export function createReviewService({
  database,
  clock,
  countFor,
  tell,
  boughtLine,
  accountName,
}: ReviewDeps) {
  return {
    /**
     * Keeps what an account says of a product that it bought and has, once for each line, and counts
     * it. A line of somebody else, of another product and none at all are alike.
     * @throws Problem `not_found`, `not_delivered`, `already_reviewed`
     */
    async write(
      userId: string,
      productSlug: string,
      { orderLineId, rating, text = '' }: WriteReview,
      locale: Locale,
    ): Promise<Review> {
      const [product, line] = await Promise.all([
        productOf(database, productSlug),
        boughtLine(userId, orderLineId),
      ])
      if (product === undefined || line?.productId !== product.id) throw new Problem('not_found')
      if (!line.arrived) throw new Problem('not_delivered')
      const createdAt = clock.now()
      const authorName = publicName(await accountName())
      const said = { id: newId('rev'), rating, body: text, authorName, locale }
      const createdMs = createdAt.getTime()
      const review = { ...said, productId: product.id, userId, orderLineId, createdAt, createdMs }
      try {
        await database.atomically((q) => [
          ...insertReview(q, database.tables, review),
          countFor(q, product.shopId, { stars: rating }),
          announce(
            q,
            database.tables,
            { kind: REVIEW_WRITTEN, aggregateId: review.id, version: 1, payload: {} },
            createdAt,
          ),
        ])
      } catch (error) {
        throw isConflict(error, 'reviews') ? new Problem('already_reviewed') : error
      }
      return { ...said, createdAt: createdAt.toISOString() }
    },

    /** Tells all who work for a shop of a review of its goods. Idempotent by the message (Q2). */
    async told(messageId: string, reviewId: string): Promise<void> {
      const found = await findTold(database, reviewId)
      if (found === undefined) return
      const { shopId, slug, ...params } = found
      const to = { shopId }
      const news = { key: reviewId, kind: 'shop_reviewed', params, link: `/p/${slug}`, to } as const
      await tell(messageId, [news], () => [])
    },

    /** A page of a product's reviews. @throws Problem `not_found`, `cursor_invalid` */
    async list(productSlug: string, { limit, cursor }: ListReviews): Promise<ReviewPage> {
      const after = cursor === undefined ? null : decodeCursor('reviews', cursor)
      const rows = await listReviews(database, productSlug, limit, after)
      if (rows.length === 0 && (await productOf(database, productSlug)) === undefined) {
        throw new Problem('not_found')
      }
      const { items, nextCursor } = page(rows, limit, 'reviews', (row) => ({
        value: row.createdMs,
        id: row.id,
      }))
      return {
        items: items.map(({ createdMs: _, createdAt, ...row }) => ({
          ...row,
          createdAt: createdAt.toISOString(),
        })),
        nextCursor,
      }
    },
  }
}
