import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { fault } from '#src/common/messages/faults.ts'
import { id, line, time as written } from '#src/common/text.ts'

/** Ten million baht: more than any one discount, far from where sums end. */
const MOST_SATANG = 1_000_000_000
const satang = z.int().min(1).max(MOST_SATANG)
const time = written.transform((text) => new Date(text))
// A statement of D1 takes a hundred values.
const some = z.array(id).min(1).max(90)

const Benefit = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixed'), amountSatang: satang }),
  z.strictObject({
    type: z.literal('percent'),
    rateBp: z.int().min(1).max(10_000),
    capSatang: satang.nullable(),
  }),
  z.strictObject({ type: z.literal('free_shipping'), capSatang: satang.nullable() }),
  z.strictObject({
    type: z.literal('buy_get'),
    buy: z.int().min(1).max(50),
    get: z.int().min(1).max(50),
  }),
])

const Terms = z.strictObject({
  /** What shoppers type, with a letter in it; of the whole market no two are alike. */
  code: z.string().regex(/^(?=.*[A-Z])[A-Z0-9]{3,20}$/, fault('wrong_format')),
  titleTh: line(80),
  titleEn: line(80),
  benefit: Benefit,
  minimumSatang: z.int().min(0).max(MOST_SATANG),
  /** Only for these; without both for all goods. */
  productIds: some.optional(),
  categoryIds: some.optional(),
  audience: z.enum(['all', 'new_buyer', 'repeat_buyer']).default('all'),
  claimableFrom: time,
  claimableUntil: time,
  usableFrom: time,
  usableUntil: time,
  quota: z.int().min(1).max(10_000_000),
  perBuyer: z.int().min(1).max(100).default(1),
  /** Shown to everybody; others are for those who know the code. */
  listed: z.boolean().default(true),
})

/** A shop's own voucher, which it pays: off its goods, or off its delivery. */
export const NewShopVoucher = Terms.extend({ kind: z.enum(['shop', 'shipping']).default('shop') })
export type NewShopVoucher = z.output<typeof NewShopVoucher>

/** A voucher of the market, for all shops or one of them, and who pays it. */
export const NewVoucher = Terms.extend({
  kind: z.enum(['platform', 'shop', 'shipping']),
  shopId: id.optional(),
  /** Basis points of its cost that the shop pays, as it was agreed; the market pays the rest. */
  shopPaysBp: z.int().min(0).max(10_000).default(0),
})
export type NewVoucher = z.output<typeof NewVoucher>

/** More uses, an earlier end, or whether it is shown. */
export const ChangeVoucher = z.strictObject({
  quota: Terms.shape.quota.optional(),
  claimableUntil: time.optional(),
  usableUntil: time.optional(),
  listed: z.boolean().optional(),
})
export type ChangeVoucher = z.output<typeof ChangeVoucher>

export const ShopParam = z.object({ shopId: id })
export const ShopVoucherParam = z.object({ shopId: id, id })
export const VoucherParam = z.object({ id })
export const ListIssued = z.object(Paging)

/** A voucher as whoever gives it sees it. */
export const IssuedVoucher = z
  .object({
    id: z.string(),
    code: z.string(),
    kind: z.enum(['platform', 'shop', 'shipping']),
    shopId: z.string().nullable(),
    titleTh: z.string(),
    titleEn: z.string(),
    benefit: z.union([
      z.object({ type: z.literal('fixed'), amountSatang: z.int() }),
      z.object({ type: z.literal('percent'), rateBp: z.int(), capSatang: z.int().nullable() }),
      z.object({ type: z.literal('free_shipping'), capSatang: z.int().nullable() }),
      z.object({ type: z.literal('buy_get'), buy: z.int(), get: z.int() }),
    ]),
    minimumSatang: z.int(),
    productIds: z.array(z.string()).nullable(),
    categoryIds: z.array(z.string()).nullable(),
    audience: z.enum(['all', 'new_buyer', 'repeat_buyer']),
    shopPaysBp: z.int(),
    claimableFrom: z.iso.datetime(),
    claimableUntil: z.iso.datetime(),
    usableFrom: z.iso.datetime(),
    usableUntil: z.iso.datetime(),
    quota: z.int(),
    /** Uses that are reserved or used. */
    taken: z.int(),
    perBuyer: z.int(),
    listed: z.boolean(),
  })
  .meta({ id: 'IssuedVoucher' })
export type IssuedVoucher = z.output<typeof IssuedVoucher>

export const IssuedVouchers = pageOf(IssuedVoucher)
export type IssuedVouchers = z.output<typeof IssuedVouchers>
