import * as z from 'zod'
import { slug } from '#src/common/text.ts'

export const ShopSlug = z.strictObject({ slug })

export const Shop = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    province: z.string(),
    provinceSlug: z.string(),
    imageUrl: z.string().nullable(),
    acceptsCod: z.boolean(),
    productCount: z.int(),
    soldCount: z.int(),
    /** Average of 1 to 5 over all its products, 0 without reviews. */
    rating: z.number(),
    reviewCount: z.int(),
    joinedAt: z.iso.datetime(),
  })
  .meta({ id: 'Shop' })
export type Shop = z.output<typeof Shop>
