import * as z from 'zod'

const Discount = z.object({
  kind: z.enum(['shop', 'platform', 'shipping']),
  amountSatang: z.int(),
  /** Who pays it. */
  shopSatang: z.int(),
  platformSatang: z.int(),
})

const Line = z.object({
  lineId: z.string(),
  sku: z.string(),
  quantity: z.int(),
  refundedQuantity: z.int(),
  lineTotalSatang: z.int(),
  discountSatang: z.int(),
  /** Absent where no rule fitted and the market's rate holds. */
  commissionRuleId: z.string().optional(),
  commissionRateBp: z.int(),
  commissionBaseSatang: z.int(),
  commissionSatang: z.int(),
  commissionVatSatang: z.int(),
})

const Back = z.object({
  id: z.string(),
  status: z.enum(['pending', 'succeeded', 'failed']),
  reason: z.string(),
  amountSatang: z.int(),
  platformSatang: z.int(),
  commissionSatang: z.int(),
  commissionVatSatang: z.int(),
  at: z.iso.datetime(),
})

/** What an order brings its shop, from the price to the net. */
export const OrderStatement = z
  .object({
    orderId: z.string(),
    number: z.string(),
    status: z.string(),
    /** `to_release` is an estimate; `none` where nothing was paid, or all went back. */
    release: z.enum(['none', 'to_release', 'released']),
    goodsSatang: z.int(),
    shippingSatang: z.int(),
    discounts: z.array(Discount),
    /** What the buyer paid, and what the market pays in the buyer's place. */
    paidSatang: z.int(),
    platformSatang: z.int(),
    lines: z.array(Line),
    commissionSatang: z.int(),
    commissionVatSatang: z.int(),
    refunds: z.array(Back),
    refundedSatang: z.int(),
    chargedBackSatang: z.int(),
    /** After all that goes back. */
    netSatang: z.int(),
    /** The books of this order: debits positive, credits negative. */
    accounts: z.array(z.object({ account: z.string(), amountSatang: z.int() })),
  })
  .meta({ id: 'OrderStatement' })
export type OrderStatement = z.output<typeof OrderStatement>
