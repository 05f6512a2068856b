import * as z from 'zod'
import { MAX_SATANG } from '#src/common/money.ts'
import { id, line, time } from '#src/common/text.ts'
import { SETTINGS } from '#src/config/settings.ts'

/**
 * A flash price, beside the ordinary one. It holds from `startsAt` until just before `endsAt`, by the
 * server's clock: whoever shows it later compares the times.
 */
export const FlashPrice = z
  .object({
    priceSatang: z.int(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    /** Units there were in all, and are left. */
    quota: z.int(),
    left: z.int(),
    /** How many one buyer may have at this price. */
    perBuyer: z.int(),
  })
  .meta({ id: 'FlashPrice' })
export type FlashPrice = z.output<typeof FlashPrice>

export const FlashItem = FlashPrice.extend({
  id: z.string(),
  variantId: z.string(),
  productSlug: z.string(),
  title: z.string(),
  imageUrl: z.string().nullable(),
  /** Without the flash sale. */
  listPriceSatang: z.int(),
}).meta({ id: 'FlashItem' })
export type FlashItem = z.output<typeof FlashItem>

const times = { startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }

/** A slot with what is sold in it, in the order it is shown. */
export const FlashSale = z
  .object({ id: z.string(), title: z.string(), ...times, items: z.array(FlashItem) })
  .meta({ id: 'FlashSale' })
export type FlashSale = z.output<typeof FlashSale>

/** The slot that runs now, if any, and the next one. */
export const FlashSaleList = z.object({ items: z.array(FlashSale), nextCursor: z.null() })
export type FlashSaleList = z.output<typeof FlashSaleList>

export const NewFlashSale = z.strictObject({
  title: z.strictObject({ th: line(80), en: line(80) }),
  startsAt: time,
  endsAt: time,
})
export type NewFlashSale = z.output<typeof NewFlashSale>

export const NewFlashItem = z.strictObject({
  variantId: id,
  priceSatang: z.int().min(1).max(MAX_SATANG),
  /** Taken off the ordinary stock at once, and given back as far as it is left when the slot ends. */
  quota: z.int().min(1).max(SETTINGS.flash.quantityPerItem),
  perBuyer: z.int().min(1).max(SETTINGS.limits.quantityPerLine),
})
export type NewFlashItem = z.output<typeof NewFlashItem>

export const FlashSaleParam = z.object({ id })

const counts = { reserved: z.int(), sold: z.int(), returned: z.int(), left: z.int() }

/** An item as its operator sees it. */
export const ManagedFlashItem = z
  .object({
    id: z.string(),
    variantId: z.string(),
    priceSatang: z.int(),
    listPriceSatang: z.int(),
    quota: z.int(),
    perBuyer: z.int(),
    ...counts,
  })
  .meta({ id: 'ManagedFlashItem' })
export type ManagedFlashItem = z.output<typeof ManagedFlashItem>

export const ManagedFlashSale = z
  .object({
    id: z.string(),
    title: z.object({ th: z.string(), en: z.string() }),
    ...times,
    state: z.enum(['scheduled', 'open', 'closing', 'closed']),
    items: z.array(ManagedFlashItem),
  })
  .meta({ id: 'ManagedFlashSale' })
export type ManagedFlashSale = z.output<typeof ManagedFlashSale>

export const ManagedFlashSales = z.object({
  items: z.array(ManagedFlashSale),
  nextCursor: z.null(),
})
export type ManagedFlashSales = z.output<typeof ManagedFlashSales>
