import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'

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

export const ReviewPage = pageOf(Review).meta({ id: 'ReviewPage' })
export type ReviewPage = z.output<typeof ReviewPage>
