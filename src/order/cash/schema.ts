import * as z from 'zod'
import { line } from '#src/common/text.ts'

/** A hundred thousand baht: no carrier collects as much at a door. */
const satang = z.int().min(0).max(10_000_000)

const Limits = z.strictObject({
  /** Where nothing is said of the province; 0 for nothing, null for no limit of its own. */
  maximumSatang: satang.nullable(),
  /** Provinces of their own limit, by their Thai or English name. */
  provinces: z.array(z.strictObject({ province: line(80), maximumSatang: satang })).max(77),
  /** As it was read: 0 where nothing was said yet. */
  version: z.int().min(0).max(1_000_000_000_000),
})

export const SetShopCash = Limits.extend({ acceptsCod: z.boolean() })
export type SetShopCash = z.output<typeof SetShopCash>

export const SetMarketCash = Limits
export type SetMarketCash = z.output<typeof SetMarketCash>

const Shown = z.object({
  maximumSatang: z.int().nullable(),
  /** By their Thai names. */
  provinces: z.array(z.object({ province: z.string(), maximumSatang: z.int() })),
  version: z.int(),
})

/** What the market takes in cash at doors. */
export const MarketCash = Shown.meta({ id: 'MarketCash' })
export type MarketCash = z.output<typeof MarketCash>

/** What a shop takes in cash at doors. */
export const ShopCash = Shown.extend({ acceptsCod: z.boolean() }).meta({ id: 'ShopCash' })
export type ShopCash = z.output<typeof ShopCash>

/** Whether a basket can be paid at the door, and why not. */
export const CashAnswer = z.object({
  accepted: z.boolean(),
  reason: z
    .enum(['market_refuses', 'shop_refuses', 'province_refused', 'above_cash_limit'])
    .optional(),
  /** Of the whole, or of the part of the shop that is named. */
  maximumSatang: z.int().optional(),
  /** For a guest: what an account may pay at the door, when that would do. */
  accountMaximumSatang: z.int().optional(),
  /** The shops for whose sake it is. */
  shopIds: z.array(z.string()).optional(),
})
export type CashAnswer = z.output<typeof CashAnswer>
