import type { MethodRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import type { BalanceTransaction, Charge } from './money-objects.ts'
import type { PaymentIntent } from './objects.ts'

/** Stripe's Thai price list, near enough for a report to have fees in it: rate in basis points. */
const FEES = { card: { rateBp: 365, fixed: 1000 }, promptpay: { rateBp: 165, fixed: 0 } }
const SETTLEMENT_DAYS = 7
const DAY_SECONDS = 86_400

/** Why a charge failed, in Stripe's codes. */
export type Failure = { code: string; declineCode: string; message: string }

/** The charge of one try at an intent: captured in full, or failed. */
export function createCharge(
  simulation: Simulation,
  intent: PaymentIntent,
  method: MethodRecord,
  failure: Failure | null,
): Charge {
  const paid = failure === null
  const charge: Charge = {
    id: simulation.newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.wire.billing_details,
    calculated_statement_descriptor: 'TALAT',
    captured: paid,
    created: simulation.seconds(),
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: intent.livemode,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: paid ? 'approved_by_network' : 'declined_by_network',
      reason: failure?.declineCode ?? null,
      risk_level: 'normal',
      seller_message: paid
        ? 'Payment complete.'
        : 'The bank did not return any further details with this decline.',
      type: paid ? 'authorized' : 'issuer_declined',
    },
    paid,
    payment_intent: intent.id,
    payment_method: method.wire.id,
    payment_method_details: methodDetails(simulation, intent, method),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  }
  if (!paid) return simulation.charges.put(charge)
  const { rateBp, fixed } = FEES[method.wire.type]
  const entry = recordBalance(simulation, {
    amount: charge.amount,
    fee: Math.floor((charge.amount * rateBp + 5000) / 10_000) + fixed,
    currency: charge.currency,
    source: charge.id,
    reporting_category: 'charge',
    type: method.wire.type === 'card' ? 'charge' : 'payment',
  })
  return simulation.charges.put({ ...charge, balance_transaction: entry.id })
}

/** Writes a line of the settlement report. `amount` is negative when money leaves. */
export function recordBalance(
  simulation: Simulation,
  line: Pick<
    BalanceTransaction,
    'amount' | 'fee' | 'currency' | 'source' | 'reporting_category' | 'type'
  >,
): BalanceTransaction {
  const created = simulation.seconds()
  return simulation.balance.put({
    ...line,
    id: simulation.newId('txn'),
    object: 'balance_transaction',
    available_on: created + SETTLEMENT_DAYS * DAY_SECONDS,
    balance_type: 'payments',
    created,
    description: null,
    exchange_rate: null,
    fee_details:
      line.fee === 0
        ? []
        : [
            {
              amount: line.fee,
              application: null,
              currency: line.currency,
              description: 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: line.amount - line.fee,
    status: 'pending',
  })
}

function methodDetails(
  simulation: Simulation,
  intent: PaymentIntent,
  method: MethodRecord,
): Charge['payment_method_details'] {
  const { card } = method.wire
  if (card === undefined) {
    return { type: 'promptpay', promptpay: { reference: simulation.newId('pp', 12) } }
  }
  return {
    type: 'card',
    card: {
      amount_authorized: intent.amount,
      authorization_code: null,
      brand: card.brand,
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint,
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_token: null,
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  }
}
