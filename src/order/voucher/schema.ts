import * as z from 'zod'
import { line } from '#src/common/text.ts'
import { VOUCHER_KINDS } from './rules.ts'

/** A voucher's code, in either case. */
export const VoucherCode = line(40).transform((code) => code.toUpperCase())

const Kind = z.enum(VOUCHER_KINDS)

const Benefit = z.discriminatedUnion('type', [
  z.object({ type: z.literal('fixed'), amountSatang: z.int() }),
  z.object({ type: z.literal('percent'), rateBp: z.int(), capSatang: z.int().nullable() }),
  z.object({ type: z.literal('free_shipping'), capSatang: z.int().nullable() }),
  z.object({ type: z.literal('buy_get'), buy: z.int(), get: z.int() }),
])

/** A voucher as its buyer sees it. */
export const Voucher = z
  .object({
    id: z.string(),
    code: z.string(),
    kind: Kind,
    title: z.string(),
    /** The shop whose goods it is for; null for a voucher of the market. */
    shop: z.object({ id: z.string(), slug: z.string(), name: z.string() }).nullable(),
    benefit: Benefit,
    minimumSatang: z.int(),
    audience: z.enum(['all', 'new_buyer', 'repeat_buyer']),
    claimableUntil: z.iso.datetime(),
    usableFrom: z.iso.datetime(),
    usableUntil: z.iso.datetime(),
    /** Uses that are left in all, and to this buyer. */
    left: z.int(),
    leftToYou: z.int(),
    claimed: z.boolean(),
  })
  .meta({ id: 'Voucher' })
export type Voucher = z.output<typeof Voucher>

export const VoucherList = z.object({ items: z.array(Voucher), nextCursor: z.null() })
export type VoucherList = z.output<typeof VoucherList>

export const ListVouchers = z.object({
  /** Also those of these shops, by id, separated by commas; else the market's alone. */
  shops: z
    .string()
    .regex(/^[a-z0-9_]{1,40}(,[a-z0-9_]{1,40}){0,89}$/)
    .optional(),
})
export type ListVouchers = z.output<typeof ListVouchers>

export const ClaimVoucher = z.strictObject({ code: VoucherCode })

/** A voucher that takes something off. */
export const UsedVoucher = z.object({
  code: z.string(),
  kind: Kind,
  title: z.string(),
  amountSatang: z.int(),
})

/** One that takes nothing, and why. */
export const VoucherProblem = z.object({
  code: z.string(),
  /** Unless there is no such voucher. */
  kind: Kind.optional(),
  title: z.string().optional(),
  reason: z.enum([
    'unknown',
    'one_of_a_kind',
    'unclaimed',
    'used_up',
    'used_before',
    'not_yet',
    'ended',
    'first_order_only',
    'returning_only',
    'no_goods',
    'nothing_left',
    'minimum',
  ]),
  /** With `minimum`: what the goods still lack. */
  missingSatang: z.int().optional(),
})
