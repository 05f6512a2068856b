import { decodeCursor, page } from '#src/common/cursor.ts'
import { Problem } from '#src/common/problem.ts'
import type { Database } from '#src/database/database.ts'
import { listReviews, productExists } from './repository.ts'
import type { ListReviews, ReviewPage } from './schema.ts'

export function createReviewService({ database }: { database: Database }) {
  return {
    /** A page of a product's reviews. @throws Problem `not_found`, `cursor_invalid` */
    async list(productSlug: string, { limit, cursor }: ListReviews): Promise<ReviewPage> {
      const after = cursor === undefined ? null : decodeCursor('reviews', cursor)
      const rows = await listReviews(database, productSlug, limit, after)
      if (rows.length === 0 && !(await productExists(database, productSlug))) {
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
