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
    imageUrl: z.string().nullable(),
    acceptsCod: z.boolean(),
    productCount: z.int(),
    joinedAt: z.iso.datetime(),
  })
  .meta({ id: 'Shop' })
export type Shop = z.output<typeof Shop>
