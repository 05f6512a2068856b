import * as z from 'zod'
import { id, slug } from '#src/common/text.ts'

/** A way to send something, as it is offered to this buyer. */
const ShippingOption = z.object({
  id: z.string(),
  name: z.string(),
  priceSatang: z.int(),
  /** The days in words, in the language of the request. */
  estimate: z.string(),
  /** From the order to the door, in days. */
  minDays: z.int(),
  maxDays: z.int(),
})

export const ShippingOptionsQuery = z.object({ addressId: id.optional() })

/** What each shop of a cart offers, priced for what is in it. */
export const ShippingOptions = z
  .object({
    groups: z.array(z.object({ shopId: z.string(), options: z.array(ShippingOption) })),
  })
  .meta({ id: 'ShippingOptions' })
export type ShippingOptions = z.output<typeof ShippingOptions>

export const ProductParam = z.object({ slug })

/** What a shop offers to send one piece of a product by, its lightest variant, in the shop's order. */
export const ProductShipping = z
  .object({ options: z.array(ShippingOption) })
  .meta({ id: 'ProductShipping' })
export type ProductShipping = z.output<typeof ProductShipping>
