import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { id, paragraph } from '#src/common/text.ts'

export const ListReviews = z.object(Paging)
export type ListReviews = z.output<typeof ListReviews>

export const Review = z
  .object({
    id: z.string(),
    rating: z.int(),
    body: z.string(),
    authorName: z.string(),
    locale: z.enum(['th', 'en']),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Review' })
export type Review = z.output<typeof Review>

/** What a buyer says of a thing they have, and by which line of an order they have it. */
export const WriteReview = z.strictObject({
  orderLineId: id,
  rating: z.int().min(1).max(5),
  /** Plain text, shown as it was written. */
  text: paragraph(2000).optional(),
})
export type WriteReview = z.output<typeof WriteReview>

export const ReviewPage = pageOf(Review).meta({ id: 'ReviewPage' })
export type ReviewPage = z.output<typeof ReviewPage>
