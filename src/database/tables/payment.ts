import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'

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

/** What a shopper must do next to pay; the wire shape of `payment.nextAction`. */
export type NextAction =
  | { type: 'card_form'; publishableKey: string; scriptUrl: string }
  | { type: 'promptpay_qr'; qrData: string; qrImageUrl: string; instructionsUrl: string }
  | { type: 'redirect'; url: string }

/** The most that is taken at a door of a province, whose name is the Thai one of addresses; 0 for nothing. */
export type ProvinceLimit = { province: string; maximumSatang: number }

/** The money that pays an order group: tries, facts, shares and refunds. */
export function paymentTables(k: Kit) {
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
      k.index('payment_attempts_group').on(t.groupId, t.createdAt, t.id),
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
        .oneOf([
          'captured',
          'capture_failed',
          'quarantined',
          'refund_started',
          'refunded',
          'dispute_opened',
          'dispute_won',
          'dispute_lost',
          'charged_back',
          'charge_restored',
        ])
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
      k.index('transaction_events_kind').on(t.kind, t.id),
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
      /** What the payer's bank took back of it. */
      chargedBackSatang: k.integer().notNull(),
      /** A dispute about it is open: it does not complete by itself. */
      disputed: k.boolean().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'payment_splits_pk', columns: [t.groupId, t.orderId] }),
      k.check('payment_splits_captured', sql`${t.capturedSatang} in (0, ${t.amountSatang})`),
      k.check(
        'payment_splits_refunded',
        sql`${t.refundedSatang} >= 0 and ${t.chargedBackSatang} >= 0
          and ${t.refundedSatang} + ${t.chargedBackSatang} <= ${t.capturedSatang}`,
      ),
    ],
  )

  /** Money on its way back. */
  const refunds = k.table(
    'refunds',
    {
      id: k.text().primaryKey(),
      groupId: k.text(),
      attemptId: k.text(),
      /** The order whose share it is; null for money that was put aside. */
      orderId: k.text(),
      provider: k.oneOf(PROVIDERS).notNull(),
      /** The charge or intent that is given back, or a part of it. */
      chargeRef: k.text().notNull(),
      amountSatang: k.integer().notNull(),
      currency: k.text().notNull(),
      reason: k
        .oneOf(['late', 'duplicate', 'wrong_amount', 'unknown', 'cancelled', 'restored', 'granted'])
        .notNull(),
      /** Who granted it, and what they said. */
      grantedBy: k.text(),
      note: k.text(),
      status: k.oneOf(['pending', 'succeeded', 'failed']).notNull(),
      /** The provider's idempotency key: its own id, and a new one when what failed is tried again. */
      providerKey: k.text().notNull(),
      providerRef: k.text(),
      attempts: k.integer().notNull(),
      nextAtMs: k.integer(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      // Money that was put aside is one charge; the shares of several orders are parts of one.
      k
        .uniqueIndex('refunds_once')
        .on(t.provider, t.chargeRef, t.reason)
        .where(sql`${t.orderId} is null`),
      // An order is cancelled once; parts of it are given back as often as there are pieces, and what a
      // bank gave back of a cancelled one as often as it does.
      k.uniqueIndex('refunds_cancelled').on(t.orderId).where(sql`${t.reason} = 'cancelled'`),
      k.index('refunds_order').on(t.orderId, t.id),
      k.index('refunds_charge').on(t.chargeRef),
      k.index('refunds_group').on(t.groupId),
      k.index('refunds_ref').on(t.provider, t.providerRef),
      k.index('refunds_next').on(t.nextAtMs),
      // Pieces that vouchers paid whole go back without money: nothing of that is ever sent.
      k.check(
        'refunds_amount',
        sql`${t.amountSatang} > 0 or (${t.amountSatang} = 0
          and ${t.status} = 'succeeded' and ${t.nextAtMs} is null)`,
      ),
    ],
  )

  /**
   * What of an order a refund gives back: pieces of a line, or its delivery. Shares of what was frozen
   * at sale; those of all parts sum to the whole.
   */
  const refundLines = k.table(
    'refund_lines',
    {
      id: k.text().primaryKey(),
      refundId: k.text().notNull(),
      orderId: k.text().notNull(),
      /** Null for the delivery. */
      lineId: k.text(),
      quantity: k.integer().notNull(),
      /** To the buyer. */
      amountSatang: k.integer().notNull(),
      /** To the market, which had paid it in the buyer's place. */
      platformSatang: k.integer().notNull(),
      vatSatang: k.integer().notNull(),
      commissionSatang: k.integer().notNull(),
      commissionVatSatang: k.integer().notNull(),
    },
    (t) => [
      k.index('refund_lines_refund').on(t.refundId),
      k.index('refund_lines_order').on(t.orderId),
      k.uniqueIndex('refund_lines_shipping').on(t.orderId).where(sql`${t.lineId} is null`),
      k.check('refund_lines_quantity', sql`${t.quantity} > 0`),
      k.check(
        'refund_lines_amounts',
        sql`${t.amountSatang} >= 0 and ${t.platformSatang} >= 0 and ${t.commissionSatang} >= 0`,
      ),
    ],
  )

  /** How much a shop takes in cash at the door, and the market of all (`market` for its shop). */
  const cashTerms = k.table(
    'cash_terms',
    {
      shopId: k.text().primaryKey(),
      /** Where nothing is said of the province; null for no limit of its own. */
      maximumSatang: k.integer(),
      provinces: k.json<ProvinceLimit[]>().notNull(),
      version: k.integer().notNull(),
      setBy: k.text().notNull(),
      setAt: k.timestamp().notNull(),
    },
    (t) => [k.check('cash_terms_maximum', sql`${t.maximumSatang} >= 0`)],
  )

  return {
    cashTerms,
    payments,
    paymentAttempts,
    transactionEvents,
    paymentSplits,
    refunds,
    refundLines,
  }
}
