import * as z from 'zod'
import { id, line } from '#src/common/text.ts'
import { CashAnswer } from '../cash/schema.ts'
import { UsedVoucher, VoucherCode, VoucherProblem } from '../voucher/schema.ts'

export const AskQuote = z.strictObject({
  /**
   * The shipping option of each shop that is chosen already, others costing nothing yet; without it the
   * cheapest of each shop is taken.
   */
  shipping: z
    .record(id, id)
    .refine((choice) => Object.keys(choice).length <= 90, 'too many shops')
    .optional(),
  vouchers: z.array(VoucherCode).max(10).optional(),
  /** Where it goes to, by its Thai or English name: whether cash is taken may depend on it. */
  province: line(80).optional(),
})
export type AskQuote = z.output<typeof AskQuote>

/** What the cart would cost now, with these vouchers and deliveries. */
export const Quote = z
  .object({
    orders: z.array(
      z.object({
        shopId: z.string(),
        lines: z.array(
          z.object({
            id: z.string(),
            lineTotalSatang: z.int(),
            discountSatang: z.int(),
          }),
        ),
        subtotalSatang: z.int(),
        shippingSatang: z.int(),
        discountSatang: z.int(),
        totalSatang: z.int(),
      }),
    ),
    /** What each voucher takes off, or why it takes nothing. */
    vouchers: z.array(z.union([UsedVoucher, VoucherProblem])),
    /** What would take the most off, of what the buyer has or may claim; empty when these do. */
    suggested: z.object({ codes: z.array(line(40)), discountSatang: z.int() }),
    discountSatang: z.int(),
    totalSatang: z.int(),
    /** Whether it can be paid at the door; without a province, whether that can be anywhere. */
    cash: CashAnswer,
  })
  .meta({ id: 'Quote' })
export type Quote = z.output<typeof Quote>
