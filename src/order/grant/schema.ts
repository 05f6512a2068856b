import * as z from 'zod'
import { fault } from '#src/common/messages/faults.ts'
import { id, line } from '#src/common/text.ts'

/** What of an order is to go back to its buyer. */
export const GrantRefund = z
  .strictObject({
    lines: z
      .array(z.strictObject({ lineId: id, quantity: z.int().min(1).max(99) }))
      .max(100)
      .default([]),
    /** What was paid for its delivery as well. */
    shipping: z.boolean().default(false),
    /** For the buyer, the shop and whoever reads the books. */
    reason: line(200),
  })
  .refine(({ lines, shipping }) => shipping || lines.length > 0, {
    message: fault('required'),
    path: ['lines'],
  })
export type GrantRefund = z.output<typeof GrantRefund>

const Part = z.object({
  /** Absent for the delivery. */
  lineId: z.string().optional(),
  quantity: z.int(),
  amountSatang: z.int(),
  /** Of the discounts, what goes back to the market that had paid it. */
  platformSatang: z.int(),
  vatSatang: z.int(),
  commissionSatang: z.int(),
  commissionVatSatang: z.int(),
})

/** Money that goes back to a buyer. */
export const Refund = z
  .object({
    id: z.string(),
    /** Absent for money that paid no order. */
    orderId: z.string().optional(),
    status: z.enum(['pending', 'succeeded', 'failed']),
    amountSatang: z.int(),
    reason: z.string().optional(),
    parts: z.array(Part),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Refund' })
export type Refund = z.output<typeof Refund>
