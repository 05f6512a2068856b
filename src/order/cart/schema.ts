import * as z from 'zod'
import { id } from '#src/common/text.ts'

export const AddLine = z.strictObject({
  variantId: id,
  quantity: z.int().min(1).max(99),
  /** For a thing that is put back: when it was first put in, so that it stands where it stood. */
  addedAt: z.iso.datetime().optional(),
})
export type AddLine = z.output<typeof AddLine>

export const ChangeLine = z.strictObject({ quantity: z.int().min(1).max(99) })
export type ChangeLine = z.output<typeof ChangeLine>

export const LineParam = z.object({ id })

/** Why a line cannot be ordered as it stands, or what changed since it was put in. */
export const LineProblem = z.enum([
  'unavailable',
  'out_of_stock',
  'not_enough_stock',
  /** More than the buyer may have at the flash price: all of the line costs the ordinary price. */
  'flash_beyond',
  'price_up',
  'price_down',
])
export type LineProblem = z.output<typeof LineProblem>

export const CartLine = z
  .object({
    id: z.string(),
    variantId: z.string(),
    productSlug: z.string(),
    title: z.string(),
    options: z.array(z.object({ name: z.string(), value: z.string() })),
    imageUrl: z.string().nullable(),
    quantity: z.int(),
    unitPriceSatang: z.int(),
    /** Without a flash sale. */
    listPriceSatang: z.int(),
    /** The flash price that is on now, whether the line has it or not; `most` is what the buyer may have. */
    flash: z
      .object({
        priceSatang: z.int(),
        endsAt: z.iso.datetime(),
        most: z.int(),
      })
      .nullable(),
    /** The price when it was put in. */
    seenPriceSatang: z.int(),
    lineTotalSatang: z.int(),
    available: z.int(),
    /** When it was put in: lines stand in this order, and shops in that of their first line. */
    addedAt: z.iso.datetime(),
    problems: z.array(LineProblem),
  })
  .meta({ id: 'CartLine' })
export type CartLine = z.output<typeof CartLine>

export const CartShop = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  province: z.string(),
})

export const Cart = z
  .object({
    id: z.string(),
    /** For a guest: send it as X-Cart-Token from now on. */
    cartToken: z.string().optional(),
    groups: z.array(
      z.object({ shop: CartShop, lines: z.array(CartLine), subtotalSatang: z.int() }),
    ),
    totalSatang: z.int(),
  })
  .meta({ id: 'Cart' })
export type Cart = z.output<typeof Cart>
