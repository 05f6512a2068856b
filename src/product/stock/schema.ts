import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { id } from '#src/common/text.ts'

export const ShopParam = z.object({ shopId: id })
export const VariantParam = z.object({ shopId: id, variantId: id })
export const ListVariants = z.object(Paging)
export type ListVariants = z.output<typeof ListVariants>

/** What lies on a shelf, and how much of it orders hold. */
export const StockLevel = z
  .object({
    variantId: z.string(),
    onHand: z.int(),
    reserved: z.int(),
    available: z.int(),
    /** Grows with everything that moves it: a count names the one it saw. */
    version: z.int(),
  })
  .meta({ id: 'StockLevel' })
export type StockLevel = z.output<typeof StockLevel>

export const StockPage = pageOf(
  StockLevel.extend({
    productId: z.string(),
    productSlug: z.string(),
    title: z.string(),
    sku: z.string(),
    options: z.array(z.object({ name: z.string(), value: z.string() })),
    priceSatang: z.int(),
    /** On offer, or withdrawn. */
    active: z.boolean(),
  }),
).meta({ id: 'StockPage' })
export type StockPage = z.output<typeof StockPage>

const MOST = 1_000_000

/** Either a difference with its reason, or a count of the shelf with the version that was seen. */
export const EditStock = z
  .strictObject({
    delta: z.int().min(-MOST).max(MOST).optional(),
    reason: z.enum(['received', 'returned', 'adjusted']).optional(),
    count: z.int().min(0).max(MOST).optional(),
    version: z.int().min(1).max(1_000_000_000_000).optional(),
  })
  .superRefine(({ delta, reason, count, version }, context) => {
    const counted = count !== undefined && version !== undefined
    const changed = delta !== undefined && delta !== 0 && reason !== undefined
    const other = counted ? (delta ?? reason) : (count ?? version)
    if (counted === changed || other !== undefined) {
      context.addIssue({
        code: 'custom',
        path: [count === undefined ? 'delta' : 'count'],
        message: 'wrong_format',
      })
    }
  })
export type EditStock = z.output<typeof EditStock>
