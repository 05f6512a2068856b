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
export const ATTEMPT_STATUSES = [
  'requires_action',
  'processing',
  'succeeded',
  'failed',
  'expired',
] as const
export const PROVIDERS = ['stripe', 'omise', 'cod'] as const
export const METHODS = [
  'card',
  'promptpay',
  'mobile_banking',
  'truemoney',
  'installment',
  'cash',
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

/** What a shopper must do next to pay; the wire shape of `payment.nextAction`. */
export type NextAction =
  | { type: 'card_form'; publishableKey: string; scriptUrl: string }
  | { type: 'promptpay_qr'; qrData: string; qrImageUrl: string; instructionsUrl: string }
  | { type: 'redirect'; url: string }

/** Carts, order groups with their orders, and the money that pays them. */
export function orderTables(k: Kit) {
  const carts = k.table(
    'carts',
    {
      /** Follows from its owner: a hash of the account's id or of the guest's token. */
      id: k.text().primaryKey(),
      /** Grows with every change; a checkout names the one it saw, so a cart is ordered once. */
      version: k.integer().notNull(),
      updatedAt: k.timestamp().notNull(),
    },
    (t) => [k.index('carts_updated').on(t.updatedAt)],
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
      k.index('order_groups_user').on(t.userId, t.placedMs, t.id),
      k.index('order_groups_unpaid').on(t.paymentStatus, t.expiresAt),
      k.check('order_groups_total', sql`${t.totalSatang} >= 0`),
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
    },
    (t) => [
      k.uniqueIndex('orders_number').on(t.number),
      k.uniqueIndex('orders_group').on(t.groupId, t.position),
      k.index('orders_user').on(t.userId, t.placedMs, t.id),
      k.index('orders_shop').on(t.shopId, t.status, t.placedMs, t.id),
      k.check(
        'orders_total',
        sql`${t.totalSatang} = ${t.subtotalSatang} + ${t.shippingSatang} - ${t.discountSatang}`,
      ),
      k.check('orders_positive', sql`${t.totalSatang} >= 0 and ${t.discountSatang} >= 0`),
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
      unitPriceSatang: k.integer().notNull(),
      lineTotalSatang: k.integer().notNull(),
      discountSatang: k.integer().notNull(),
      /** VAT contained in what is paid for the line, at the rate of the day. */
      vatSatang: k.integer().notNull(),
      vatRateBp: k.integer().notNull(),
      commissionRateBp: k.integer().notNull(),
      commissionSatang: k.integer().notNull(),
      position: k.integer().notNull(),
    },
    (t) => [
      k.uniqueIndex('order_lines_order').on(t.orderId, t.position),
      k.index('order_lines_group').on(t.groupId),
      k.check(
        'order_lines_total',
        sql`${t.lineTotalSatang} = ${t.unitPriceSatang} * ${t.quantity}`,
      ),
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
      at: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'order_history_pk', columns: [t.aggregateId, t.version] }),
      k.index('order_history_group').on(t.groupId, t.at),
    ],
  )

  /** The money of a group. */
  const payments = k.table(
    'payments',
    {
      groupId: k.text().primaryKey(),
      amountSatang: k.integer().notNull(),
      capturedSatang: k.integer().notNull(),
      refundedSatang: k.integer().notNull(),
      currency: k.oneOf(['THB']).notNull(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      k.check('payments_captured', sql`${t.capturedSatang} in (0, ${t.amountSatang})`),
      k.check('payments_refunded', sql`${t.refundedSatang} between 0 and ${t.capturedSatang}`),
    ],
  )

  /** One try at a provider. Its id is the idempotency key that the provider is given. */
  const paymentAttempts = k.table(
    'payment_attempts',
    {
      id: k.text().primaryKey(),
      groupId: k.text().notNull(),
      provider: k.oneOf(PROVIDERS).notNull(),
      method: k.oneOf(METHODS).notNull(),
      status: k.oneOf(ATTEMPT_STATUSES).notNull(),
      /** The group while the attempt is open, else null: at most one open attempt a group. */
      openGroupId: k.text(),
      amountSatang: k.integer().notNull(),
      currency: k.oneOf(['THB']).notNull(),
      /** The provider's id of the charge or intent, once it has answered. */
      providerRef: k.text(),
      clientSecret: k.text(),
      nextAction: k.json<NextAction>(),
      failureCode: k.text(),
      version: k.integer().notNull(),
      createdAt: k.timestamp().notNull(),
      expiresAt: k.timestamp().notNull(),
      /** When the reconciler asks the provider next, ms since 1970; null once settled. */
      checkAtMs: k.integer(),
    },
    (t) => [
      k.uniqueIndex('payment_attempts_open').on(t.openGroupId),
      k.uniqueIndex('payment_attempts_ref').on(t.provider, t.providerRef),
      k.index('payment_attempts_group').on(t.groupId, t.createdAt),
      k.index('payment_attempts_check').on(t.checkAtMs),
    ],
  )

  /** Append-only facts of what money did, each known to the provider by one reference. */
  const transactionEvents = k.table(
    'transaction_events',
    {
      id: k.text().primaryKey(),
      groupId: k.text(),
      attemptId: k.text(),
      provider: k.oneOf(PROVIDERS).notNull(),
      kind: k
        .oneOf(['captured', 'capture_failed', 'quarantined', 'refund_started', 'refunded'])
        .notNull(),
      providerRef: k.text().notNull(),
      amountSatang: k.integer().notNull(),
      currency: k.text().notNull(),
      /** Why money was put aside, for an operator. */
      reason: k.text(),
      at: k.timestamp().notNull(),
    },
    (t) => [
      k.uniqueIndex('transaction_events_once').on(t.provider, t.providerRef, t.kind),
      k.index('transaction_events_group').on(t.groupId, t.at),
    ],
  )

  /** Each order's share of the group's money. */
  const paymentSplits = k.table(
    'payment_splits',
    {
      groupId: k.text().notNull(),
      orderId: k.text().notNull(),
      amountSatang: k.integer().notNull(),
      capturedSatang: k.integer().notNull(),
      refundedSatang: k.integer().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'payment_splits_pk', columns: [t.groupId, t.orderId] }),
      k.check('payment_splits_captured', sql`${t.capturedSatang} in (0, ${t.amountSatang})`),
      k.check(
        'payment_splits_refunded',
        sql`${t.refundedSatang} between 0 and ${t.capturedSatang}`,
      ),
    ],
  )

  /** Money on its way back; its id is the provider's idempotency key. */
  const refunds = k.table(
    'refunds',
    {
      id: k.text().primaryKey(),
      groupId: k.text(),
      attemptId: k.text(),
      provider: k.oneOf(PROVIDERS).notNull(),
      /** The charge or intent that is given back. */
      chargeRef: k.text().notNull(),
      amountSatang: k.integer().notNull(),
      currency: k.text().notNull(),
      reason: k.oneOf(['late', 'duplicate', 'wrong_amount', 'unknown', 'cancelled']).notNull(),
      status: k.oneOf(['pending', 'succeeded', 'failed']).notNull(),
      providerRef: k.text(),
      attempts: k.integer().notNull(),
      nextAtMs: k.integer(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      k.uniqueIndex('refunds_once').on(t.provider, t.chargeRef, t.reason),
      k.index('refunds_next').on(t.nextAtMs),
      k.check('refunds_amount', sql`${t.amountSatang} > 0`),
    ],
  )

  /** Double entry. A journal is inserted open, filled, then sealed; the triggers refuse anything else. */
  const ledgerJournals = k.table(
    'ledger_journals',
    {
      id: k.text().primaryKey(),
      /** What happened once, such as `paid:ord_…`. */
      event: k.text().notNull(),
      groupId: k.text(),
      orderId: k.text(),
      at: k.timestamp().notNull(),
      sealed: k.boolean().notNull(),
    },
    (t) => [
      k.uniqueIndex('ledger_journals_event').on(t.event),
      k.index('ledger_journals_group').on(t.groupId),
    ],
  )

  const ledgerEntries = k.table(
    'ledger_entries',
    {
      id: k.text().primaryKey(),
      journalId: k.text().notNull(),
      account: k.text().notNull(),
      /** Debits positive, credits negative; a sealed journal sums to zero. */
      amountSatang: k.integer().notNull(),
    },
    (t) => [
      k.index('ledger_entries_journal').on(t.journalId),
      k.index('ledger_entries_account').on(t.account, t.journalId),
      k.check('ledger_entries_amount', sql`${t.amountSatang} <> 0`),
    ],
  )

  return {
    carts,
    cartLines,
    orderGroups,
    orders,
    orderLines,
    orderHistory,
    payments,
    paymentAttempts,
    transactionEvents,
    paymentSplits,
    refunds,
    ledgerJournals,
    ledgerEntries,
  }
}
