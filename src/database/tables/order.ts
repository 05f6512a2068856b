import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'
import type { VariantOption } from './product.ts'

export const PAYMENT_STATUSES = ['pending_payment', 'cod', 'paid', 'expired', 'cancelled'] as const
export const ORDER_STATUSES = [
  'pending_payment',
  'paid',
  'processed',
  'shipped',
  'delivered',
  'completed',
  'cancel_requested',
  'cancelled',
] as const

/** Words for why an order moved, of a buyer, a shop or the market itself. */
export const MOVE_REASONS = [
  'changed_mind',
  'wrong_items',
  'wrong_address',
  'found_cheaper',
  'too_slow',
  'out_of_stock',
  'cannot_deliver',
  'buyer_asked',
  'already_packed',
  'already_sent',
  'made_to_order',
  'not_sent_in_time',
  'not_answered',
  'other',
] as const

/** The address as it was when the order was placed. */
export type AddressSnapshot = {
  recipient: string
  phone: string
  line1: string
  line2?: string
  subdistrict: string
  district: string
  province: string
  postcode: string
}

/** A voucher as it was used: what the order shows of it, and which orders it took something off. */
export type UsedVoucher = {
  id: string
  code: string
  kind: 'shop' | 'platform' | 'shipping'
  titleTh: string
  titleEn: string
  /** Whether only a new buyer may use it. */
  forNewBuyers: boolean
  amountSatang: number
  orderIds: string[]
}

/** Carts, and order groups with their orders. */
export function orderTables(k: Kit) {
  const carts = k.table(
    'carts',
    {
      /** Follows from its owner: a hash of the account's id or of the guest's token. */
      id: k.text().primaryKey(),
      /** Grows with every change; a checkout names the one it saw, so a cart is ordered once. */
      version: k.integer().notNull(),
      /** Nobody's account: forgotten once it was not touched for long. */
      guest: k.boolean().notNull(),
      updatedAt: k.timestamp().notNull(),
    },
    (t) => [k.index('carts_guest').on(t.guest, t.updatedAt)],
  )

  const cartLines = k.table(
    'cart_lines',
    {
      id: k.text().primaryKey(),
      cartId: k.text().notNull(),
      variantId: k.text().notNull(),
      quantity: k.integer().notNull(),
      /** The price when it was put in, to say when it moved. */
      seenPriceSatang: k.integer().notNull(),
      addedAt: k.timestamp().notNull(),
    },
    (t) => [
      k.uniqueIndex('cart_lines_variant').on(t.cartId, t.variantId),
      k.check('cart_lines_quantity', sql`${t.quantity} between 1 and 99`),
    ],
  )

  const orderGroups = k.table(
    'order_groups',
    {
      id: k.text().primaryKey(),
      number: k.text().notNull(),
      /** Null for a guest, who sees it by its order token. */
      userId: k.text(),
      contactEmail: k.text().notNull(),
      contactPhone: k.text().notNull(),
      locale: k.oneOf(['th', 'en']).notNull(),
      address: k.json<AddressSnapshot>().notNull(),
      paymentStatus: k.oneOf(PAYMENT_STATUSES).notNull(),
      totalSatang: k.integer().notNull(),
      /** Known from the group itself: most have none, and nobody has to ask. */
      vouchers: k.json<UsedVoucher[]>().notNull(),
      currency: k.oneOf(['THB']).notNull(),
      version: k.integer().notNull(),
      placedAt: k.timestamp().notNull(),
      placedMs: k.integer().notNull(),
      /** When an unpaid group ends; also the end of its stock hold. */
      expiresAt: k.timestamp().notNull(),
      paidAt: k.timestamp(),
    },
    (t) => [
      k.uniqueIndex('order_groups_number').on(t.number),
      // What a buyer holds at once is counted with each order.
      k.index('order_groups_user').on(t.userId, t.paymentStatus, t.expiresAt),
      k
        .index('order_groups_guest_email')
        .on(t.contactEmail, t.paymentStatus, t.expiresAt)
        .where(sql`${t.userId} is null`),
      k
        .index('order_groups_guest_phone')
        .on(t.contactPhone, t.paymentStatus, t.expiresAt)
        .where(sql`${t.userId} is null`),
      k.index('order_groups_unpaid').on(t.paymentStatus, t.expiresAt),
      k.check('order_groups_total', sql`${t.totalSatang} >= 0`),
    ],
  )

  /**
   * What an account, or a guest's email or phone, holds at once. The row is what two racing orders
   * of one buyer wait for each other at; its CHECK is the cap.
   */
  const buyerHolds = k.table(
    'buyer_holds',
    {
      /** A hash of what is held and who holds it: contacts stand in groups alone. */
      id: k.text().primaryKey(),
      /** Groups held when the buyer last ordered, that one included. */
      held: k.integer().notNull(),
      /** How many were allowed then. */
      most: k.integer().notNull(),
      updatedAt: k.timestamp().notNull(),
    },
    (t) => [
      k.index('buyer_holds_updated').on(t.updatedAt),
      k.check('buyer_holds_most', sql`${t.held} <= ${t.most}`),
    ],
  )

  const orders = k.table(
    'orders',
    {
      id: k.text().primaryKey(),
      groupId: k.text().notNull(),
      number: k.text().notNull(),
      userId: k.text(),
      shopId: k.text().notNull(),
      shopSlug: k.text().notNull(),
      shopNameTh: k.text().notNull(),
      shopNameEn: k.text().notNull(),
      status: k.oneOf(ORDER_STATUSES).notNull(),
      subtotalSatang: k.integer().notNull(),
      shippingSatang: k.integer().notNull(),
      discountSatang: k.integer().notNull(),
      /** Of the discount, what the market pays to the shop in the buyer's place. */
      platformSatang: k.integer().notNull(),
      totalSatang: k.integer().notNull(),
      vatSatang: k.integer().notNull(),
      shippingOptionId: k.text().notNull(),
      shippingNameTh: k.text().notNull(),
      shippingNameEn: k.text().notNull(),
      shippingMinDays: k.integer().notNull(),
      shippingMaxDays: k.integer().notNull(),
      position: k.integer().notNull(),
      version: k.integer().notNull(),
      placedAt: k.timestamp().notNull(),
      placedMs: k.integer().notNull(),
      /** By when the shop has to have sent it: known once it is paid, or is to be paid in cash. */
      shipBy: k.timestamp(),
      /** When its present state ends by itself, null while it does not; how often it was put off since. */
      dueAt: k.timestamp(),
      dueTries: k.integer().notNull().default(0),
    },
    (t) => [
      k.uniqueIndex('orders_number').on(t.number),
      k.uniqueIndex('orders_group').on(t.groupId, t.position),
      k.index('orders_user').on(t.userId, t.placedMs, t.id),
      k.index('orders_shop').on(t.shopId, t.status, t.placedMs, t.id),
      k.index('orders_shop_placed').on(t.shopId, t.placedMs, t.id),
      k.index('orders_due').on(t.dueAt).where(sql`${t.dueAt} is not null`),
      k.check(
        'orders_total',
        sql`${t.totalSatang} = ${t.subtotalSatang} + ${t.shippingSatang} - ${t.discountSatang}`,
      ),
      k.check('orders_positive', sql`${t.totalSatang} >= 0 and ${t.discountSatang} >= 0`),
      k.check(
        'orders_platform',
        sql`${t.platformSatang} >= 0 and ${t.platformSatang} <= ${t.discountSatang}`,
      ),
    ],
  )

  const orderLines = k.table(
    'order_lines',
    {
      id: k.text().primaryKey(),
      orderId: k.text().notNull(),
      groupId: k.text().notNull(),
      variantId: k.text().notNull(),
      productId: k.text().notNull(),
      productSlug: k.text().notNull(),
      sku: k.text().notNull(),
      titleTh: k.text().notNull(),
      titleEn: k.text().notNull(),
      options: k.json<VariantOption[]>().notNull(),
      imageKey: k.text(),
      quantity: k.integer().notNull(),
      /** The flash sale's item that it was taken from; null for one of the ordinary stock. */
      flashItemId: k.text(),
      /** How many of it are in parcels: the sum of its `parcel_lines`. */
      sentQuantity: k.integer().notNull().default(0),
      /** Without a flash sale. */
      listPriceSatang: k.integer().notNull(),
      unitPriceSatang: k.integer().notNull(),
      lineTotalSatang: k.integer().notNull(),
      discountSatang: k.integer().notNull(),
      /** Of the discount, what the market pays to the shop in the buyer's place. */
      platformSatang: k.integer().notNull(),
      /** VAT within what the shop gets for the line, from buyer and market, at the rate of the day. */
      vatSatang: k.integer().notNull(),
      vatRateBp: k.integer().notNull(),
      /** Commission as it was decided at sale; a rule that changes later changes nothing here. */
      commissionRuleId: k.text(),
      commissionRateBp: k.integer().notNull(),
      /** What the rate was taken of: what the shop gets for the line, without its VAT. */
      commissionBaseSatang: k.integer().notNull(),
      commissionSatang: k.integer().notNull(),
      commissionVatSatang: k.integer().notNull(),
      /** Pieces whose money went back, or is on its way back: those that are in no parcel first. */
      refundedQuantity: k.integer().notNull(),
      position: k.integer().notNull(),
    },
    (t) => [
      k.uniqueIndex('order_lines_order').on(t.orderId, t.position),
      k.index('order_lines_group').on(t.groupId),
      k.check(
        'order_lines_total',
        sql`${t.lineTotalSatang} = ${t.unitPriceSatang} * ${t.quantity}`,
      ),
      k.check('order_lines_sent', sql`${t.sentQuantity} between 0 and ${t.quantity}`),
      k.check(
        'order_lines_discount',
        sql`${t.discountSatang} between 0 and ${t.lineTotalSatang}
          and ${t.platformSatang} between 0 and ${t.discountSatang}`,
      ),
      k.check(
        'order_lines_commission',
        sql`${t.commissionSatang} between 0 and ${t.commissionBaseSatang}`,
      ),
      k.check('order_lines_refunded', sql`${t.refundedQuantity} between 0 and ${t.quantity}`),
    ],
  )

  /** One row a transition of a group, order or attempt; of two racers one fails on the key. */
  const orderHistory = k.table(
    'order_history',
    {
      aggregateId: k.text().notNull(),
      version: k.integer().notNull(),
      groupId: k.text().notNull(),
      event: k.text().notNull(),
      fromStatus: k.text(),
      toStatus: k.text().notNull(),
      actor: k.text().notNull(),
      /** The account that acted, where an order alone does not say who that is: a shop's member. */
      byUserId: k.text(),
      reason: k.oneOf(MOVE_REASONS),
      at: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'order_history_pk', columns: [t.aggregateId, t.version] }),
      k.index('order_history_group').on(t.groupId, t.at),
    ],
  )

  return {
    carts,
    cartLines,
    orderGroups,
    buyerHolds,
    orders,
    orderLines,
    orderHistory,
  }
}
