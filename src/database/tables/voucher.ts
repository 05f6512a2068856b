import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'

export const VOUCHER_KINDS = ['shop', 'platform', 'shipping'] as const
export const BENEFITS = ['fixed', 'percent', 'free_shipping', 'buy_get'] as const
export const AUDIENCES = ['all', 'new_buyer', 'repeat_buyer'] as const
export const USE_STATES = ['reserved', 'used', 'released', 'restored'] as const

/** Vouchers, who holds them, what they were used for, and what they took off each line. */
export function voucherTables(k: Kit) {
  const vouchers = k.table(
    'vouchers',
    {
      id: k.text().primaryKey(),
      /** What shoppers type: capital letters and digits. */
      code: k.text().notNull(),
      kind: k.oneOf(VOUCHER_KINDS).notNull(),
      shopId: k.text(),
      titleTh: k.text().notNull(),
      titleEn: k.text().notNull(),
      benefit: k.oneOf(BENEFITS).notNull(),
      amountSatang: k.integer(),
      rateBp: k.integer(),
      capSatang: k.integer(),
      buyCount: k.integer(),
      getCount: k.integer(),
      minimumSatang: k.integer().notNull(),
      /** Only these; null for all goods. */
      productIds: k.json<string[]>(),
      categoryIds: k.json<string[]>(),
      audience: k.oneOf(AUDIENCES).notNull(),
      /** The shop's share of its cost, in basis points; the market pays the rest. */
      shopPaysBp: k.integer().notNull(),
      claimableFrom: k.timestamp().notNull(),
      claimableUntil: k.timestamp().notNull(),
      usableFrom: k.timestamp().notNull(),
      usableUntil: k.timestamp().notNull(),
      /** Uses there are in all, and how many are reserved or used. */
      quota: k.integer().notNull(),
      taken: k.integer().notNull(),
      perBuyer: k.integer().notNull(),
      /** Shown to everybody; others are for those who know the code. */
      listed: k.boolean().notNull(),
      /** Grows with each change of its terms; a use names the one it was decided by. */
      version: k.integer().notNull(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      k.uniqueIndex('vouchers_code').on(t.code),
      k.index('vouchers_issuer').on(t.shopId, t.id),
      k.index('vouchers_listed').on(t.listed, t.shopId, t.claimableUntil),
      k.check('vouchers_quota', sql`${t.taken} <= ${t.quota}`),
      k.check('vouchers_taken', sql`${t.taken} >= 0`),
      k.check('vouchers_payer', sql`${t.shopPaysBp} between 0 and 10000`),
      k.check('vouchers_shop', sql`${t.kind} <> 'shop' or ${t.shopId} is not null`),
    ],
  )

  /**
   * What one buyer has of a voucher. A guest is two: by email and by phone. The row is what two
   * racing orders of one buyer wait for each other at; its CHECK is the limit.
   */
  const voucherHolders = k.table(
    'voucher_holders',
    {
      voucherId: k.text().notNull(),
      /** A hash of who it is: contacts stand in groups alone. */
      holder: k.text().notNull(),
      /** The account, for its list of vouchers; null for a guest. */
      userId: k.text(),
      claimedAt: k.timestamp().notNull(),
      /** Reserved or used, and how many may be. */
      used: k.integer().notNull(),
      most: k.integer().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'voucher_holders_pk', columns: [t.voucherId, t.holder] }),
      k.index('voucher_holders_user').on(t.userId, t.claimedAt),
      k.check('voucher_holders_most', sql`${t.used} <= ${t.most}`),
      k.check('voucher_holders_used', sql`${t.used} >= 0`),
    ],
  )

  /** A voucher in a group: reserved with its hold, used when it is paid, given back when it ends. */
  const voucherUses = k.table(
    'voucher_uses',
    {
      groupId: k.text().notNull(),
      voucherId: k.text().notNull(),
      state: k.oneOf(USE_STATES).notNull(),
      /** Who is counted: one for an account, two for a guest. */
      holder: k.text().notNull(),
      otherHolder: k.text(),
      amountSatang: k.integer().notNull(),
      at: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'voucher_uses_pk', columns: [t.groupId, t.voucherId] }),
      k.index('voucher_uses_voucher').on(t.voucherId, t.state),
      k.check('voucher_uses_amount', sql`${t.amountSatang} > 0`),
    ],
  )

  /**
   * The group in which a buyer uses what is for new buyers, whichever vouchers those are: one is new to
   * the market once. The key is the limit; a guest is two, by email and by phone.
   */
  const newBuyerUses = k.table(
    'new_buyer_uses',
    {
      /** A hash of who it is, as in `voucher_holders`. */
      holder: k.text().primaryKey(),
      groupId: k.text().notNull(),
    },
    (t) => [k.index('new_buyer_uses_group').on(t.groupId)],
  )

  /** What a voucher took off a line, or off an order's delivery, and who pays it. Never changed. */
  const discounts = k.table(
    'discounts',
    {
      id: k.text().primaryKey(),
      groupId: k.text().notNull(),
      orderId: k.text().notNull(),
      /** Null for the delivery of the order. */
      lineId: k.text(),
      kind: k.oneOf(VOUCHER_KINDS).notNull(),
      voucherId: k.text().notNull(),
      amountSatang: k.integer().notNull(),
      shopSatang: k.integer().notNull(),
      platformSatang: k.integer().notNull(),
    },
    (t) => [
      k.index('discounts_group').on(t.groupId),
      k.check('discounts_amount', sql`${t.amountSatang} > 0`),
      k.check('discounts_payers', sql`${t.shopSatang} + ${t.platformSatang} = ${t.amountSatang}`),
      k.check('discounts_paid', sql`${t.shopSatang} >= 0 and ${t.platformSatang} >= 0`),
    ],
  )

  return { vouchers, voucherHolders, voucherUses, newBuyerUses, discounts }
}
