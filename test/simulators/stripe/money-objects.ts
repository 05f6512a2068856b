import * as z from 'zod'
import { BillingDetails, Card, Metadata, Shipping } from './objects.ts'

/** A try at collecting money. Amounts are in the currency's smallest unit (satang). */
export const Charge = z.strictObject({
  id: z.string(),
  object: z.literal('charge'),
  amount: z.int(),
  amount_captured: z.int(),
  amount_refunded: z.int(),
  application: z.null(),
  application_fee: z.null(),
  application_fee_amount: z.null(),
  balance_transaction: z.string().nullable(),
  billing_details: BillingDetails,
  calculated_statement_descriptor: z.string().nullable(),
  captured: z.boolean(),
  created: z.int(),
  currency: z.string().length(3),
  customer: z.null(),
  description: z.string().nullable(),
  disputed: z.boolean(),
  failure_balance_transaction: z.null(),
  failure_code: z.string().nullable(),
  failure_message: z.string().nullable(),
  fraud_details: z.strictObject({}),
  livemode: z.boolean(),
  metadata: Metadata,
  on_behalf_of: z.null(),
  outcome: z.strictObject({
    advice_code: z.null(),
    network_advice_code: z.null(),
    network_decline_code: z.null(),
    network_status: z.string(),
    reason: z.string().nullable(),
    risk_level: z.literal('normal').exactOptional(),
    seller_message: z.string(),
    type: z.string(),
  }),
  paid: z.boolean(),
  payment_intent: z.string(),
  payment_method: z.string(),
  payment_method_details: z.union([
    z.strictObject({
      type: z.literal('card'),
      card: z.strictObject({
        amount_authorized: z.int(),
        authorization_code: z.null(),
        brand: z.enum(['visa', 'mastercard']),
        checks: Card.shape.checks,
        country: z.string(),
        electronic_commerce_indicator: z.null(),
        exp_month: z.int(),
        exp_year: z.int(),
        fingerprint: z.string(),
        funding: z.literal('credit'),
        installments: z.null(),
        last4: z.string(),
        mandate: z.null(),
        network: z.string(),
        network_token: z.null(),
        network_transaction_id: z.null(),
        regulated_status: z.literal('unregulated'),
        three_d_secure: z.null(),
        transaction_link_id: z.null(),
        wallet: z.null(),
      }),
    }),
    z.strictObject({
      type: z.literal('promptpay'),
      promptpay: z.strictObject({ reference: z.string().nullable() }),
    }),
  ]),
  receipt_email: z.string().nullable(),
  receipt_number: z.null(),
  receipt_url: z.null(),
  refunded: z.boolean(),
  review: z.null(),
  shipping: Shipping.nullable(),
  source: z.null(),
  source_transfer: z.null(),
  statement_descriptor: z.null(),
  statement_descriptor_suffix: z.string().nullable(),
  status: z.enum(['succeeded', 'failed']),
  transfer_data: z.null(),
  transfer_group: z.string().nullable(),
})
export type Charge = z.infer<typeof Charge>

export const RefundReason = z.enum(['duplicate', 'fraudulent', 'requested_by_customer'])

export const Refund = z.strictObject({
  id: z.string(),
  object: z.literal('refund'),
  amount: z.int(),
  balance_transaction: z.string().nullable(),
  charge: z.string(),
  created: z.int(),
  currency: z.string().length(3),
  customer: z.null(),
  customer_account: z.null(),
  destination_details: z
    .strictObject({
      type: z.literal('card'),
      card: z.strictObject({
        reference_status: z.literal('pending'),
        reference_type: z.string(),
        type: z.literal('refund'),
      }),
    })
    .exactOptional(),
  failure_reason: z.string().exactOptional(),
  instructions_email: z.string().exactOptional(),
  metadata: Metadata,
  next_action: z
    .strictObject({
      type: z.literal('display_details'),
      display_details: z.strictObject({
        email_sent: z.strictObject({ email_sent_at: z.int(), email_sent_to: z.string() }),
        expires_at: z.int(),
      }),
    })
    .exactOptional(),
  payment_intent: z.string(),
  payment_method: z.string().nullable(),
  reason: RefundReason.nullable(),
  receipt_number: z.null(),
  source_transfer_reversal: z.null(),
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']),
  transfer_reversal: z.null(),
})
export type Refund = z.infer<typeof Refund>

export const BalanceTransaction = z.strictObject({
  id: z.string(),
  object: z.literal('balance_transaction'),
  amount: z.int(),
  available_on: z.int(),
  balance_type: z.literal('payments'),
  created: z.int(),
  currency: z.string().length(3),
  description: z.string().nullable(),
  exchange_rate: z.null(),
  fee: z.int(),
  fee_details: z.array(
    z.strictObject({
      amount: z.int(),
      application: z.null(),
      currency: z.string(),
      description: z.string(),
      type: z.literal('stripe_fee'),
    }),
  ),
  net: z.int(),
  reporting_category: z.enum(['charge', 'refund', 'refund_failure', 'dispute', 'dispute_reversal']),
  source: z.string(),
  status: z.enum(['pending', 'available']),
  type: z.enum(['charge', 'payment', 'refund', 'payment_refund', 'refund_failure', 'adjustment']),
})
export type BalanceTransaction = z.infer<typeof BalanceTransaction>
