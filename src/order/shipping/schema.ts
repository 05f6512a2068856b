import * as z from 'zod'
import { slug } from '#src/common/text.ts'

export const ProductParam = z.object({ slug })

/** What a shop offers to send one piece of a product by, in the order it shows it. */
export const ProductShipping = z
  .object({
    options: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** For the lightest variant. */
        priceSatang: z.int(),
        /** The days in words, in the language of the request. */
        estimate: z.string(),
        minDays: z.int(),
        maxDays: z.int(),
      }),
    ),
  })
  .meta({ id: 'ProductShipping' })
export type ProductShipping = z.output<typeof ProductShipping>
