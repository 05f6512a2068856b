import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { slug } from '#src/common/text.ts'

export const STALL_SORTS = ['best-selling', 'rating'] as const
export type StallSort = (typeof STALL_SORTS)[number]

/** Filter and sort of a list of shops. */
export const ListStalls = z.object({
  /** Where they send from; one of `/api/provinces`. */
  province: slug.optional(),
  sort: z.enum(STALL_SORTS).default('best-selling'),
  ...Paging,
})
export type ListStalls = z.output<typeof ListStalls>

/** A shop as one walks past it: who it is, and what it sells best. */
export const Stall = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    province: z.string(),
    /** Average of 1 to 5 over all its products, 0 without reviews. */
    rating: z.number(),
    reviewCount: z.int(),
    productCount: z.int(),
    soldCount: z.int(),
    /** Three at most, the best selling first. */
    products: z.array(
      z.object({
        id: z.string(),
        slug: z.string(),
        title: z.string(),
        imageUrl: z.string().nullable(),
        priceSatang: z.int(),
      }),
    ),
  })
  .meta({ id: 'Stall' })

export const StallPage = pageOf(Stall).meta({ id: 'StallPage' })
export type StallPage = z.output<typeof StallPage>
