import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { MAX_SATANG } from '#src/common/money.ts'
import { id, time } from '#src/common/text.ts'

const amount = z.int().min(0).max(MAX_SATANG)

/** A rule that is to begin. What it names must all fit a sale; naming nothing is for the whole market. */
export const NewCommissionRule = z.strictObject({
  shopId: id.optional(),
  /** Holds for what stands below it too. */
  categoryId: id.optional(),
  productId: id.optional(),
  rateBp: z.int().min(0).max(10_000),
  /** For each piece. */
  fixedSatang: amount.default(0),
  minSatang: amount.optional(),
  maxSatang: amount.optional(),
  /** A minute from now at the earliest, which is also what is meant without it. */
  from: time.optional(),
  until: time.optional(),
})
export type NewCommissionRule = z.output<typeof NewCommissionRule>

export const EndCommissionRule = z.strictObject({
  /** A minute from now at the earliest, which is also what is meant without it. */
  until: time.optional(),
})
export type EndCommissionRule = z.output<typeof EndCommissionRule>

export const CommissionRule = z
  .object({
    id: z.string(),
    shopId: z.string().optional(),
    categoryId: z.string().optional(),
    productId: z.string().optional(),
    rateBp: z.int(),
    fixedSatang: z.int(),
    minSatang: z.int().optional(),
    maxSatang: z.int().optional(),
    from: z.iso.datetime(),
    until: z.iso.datetime().optional(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'CommissionRule' })
export type CommissionRule = z.output<typeof CommissionRule>

export const ListCommissionRules = z.object(Paging)
export type ListCommissionRules = z.output<typeof ListCommissionRules>
export const CommissionRulePage = pageOf(CommissionRule).meta({ id: 'CommissionRulePage' })
export type CommissionRulePage = z.output<typeof CommissionRulePage>
