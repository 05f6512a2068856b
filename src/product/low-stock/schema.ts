import * as z from 'zod'
import { id } from '#src/common/text.ts'

export const ShopParam = z.object({ shopId: id })
export const ShelfParam = z.object({ shopId: id, variantId: id })

const lowAt = z.int().min(0).max(1000)

/** What a shop calls little: it is told of each shelf with that many left, or fewer. */
export const StockAlert = z.strictObject({ lowAt }).meta({ id: 'StockAlert' })
export type StockAlert = z.output<typeof StockAlert>

/** The same of one shelf; null is as of all of the shop's. */
export const ShelfAlert = z.strictObject({ lowAt: lowAt.nullable() }).meta({ id: 'ShelfAlert' })
export type ShelfAlert = z.output<typeof ShelfAlert>
