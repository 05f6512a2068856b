import type { IntentRecord, MethodRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import { createCharge, type Failure } from './charges.ts'
import type { PaymentError, PaymentIntent } from './objects.ts'

/** What a late or mistaken payer may send instead of what was asked. */
export type Received = { amount?: number; currency?: string; livemode?: boolean }

/** The money has come: a charge in full, and the intent is closed. */
export function succeed(
  simulation: Simulation,
  record: IntentRecord,
  method: MethodRecord,
  received: Received = {},
): IntentRecord {
  const amount = received.amount ?? record.wire.amount
  const asked: PaymentIntent = {
    ...record.wire,
    amount,
    currency: received.currency ?? record.wire.currency,
    livemode: received.livemode ?? record.wire.livemode,
    payment_method: method.wire.id,
  }
  const charge = createCharge(simulation, asked, method, null)
  const paid = simulation.intents.put({
    qrExpiresAt: null,
    wire: {
      ...asked,
      amount_received: amount,
      canceled_at: null,
      cancellation_reason: null,
      last_payment_error: null,
      latest_charge: charge.id,
      next_action: null,
      status: 'succeeded',
    },
  })
  simulation.emit('charge.succeeded', charge)
  simulation.emit('payment_intent.succeeded', paid.wire)
  return paid
}

/** The bank has said no: a failed charge, and the intent waits for another payment method. */
export function decline(
  simulation: Simulation,
  record: IntentRecord,
  method: MethodRecord,
  failure: Failure,
): IntentRecord {
  const charge = createCharge(simulation, record.wire, method, failure)
  simulation.emit('charge.failed', charge)
  return fail(
    simulation,
    { ...record, wire: { ...record.wire, latest_charge: charge.id } },
    {
      type: 'card_error',
      charge: charge.id,
      code: failure.code,
      decline_code: failure.declineCode,
      doc_url: `https://stripe.com/docs/error-codes/${failure.code.replaceAll('_', '-')}`,
      message: failure.message,
      payment_method: method.wire,
    },
  )
}

/** The QR ran out unpaid. As with Stripe's other single-use codes there is no charge then. */
export function expire(
  simulation: Simulation,
  record: IntentRecord,
  method: MethodRecord,
): IntentRecord {
  return fail(simulation, record, {
    type: 'invalid_request_error',
    code: 'payment_intent_payment_attempt_expired',
    doc_url: 'https://stripe.com/docs/error-codes/payment-intent-payment-attempt-expired',
    message: 'The latest payment attempt of the PaymentIntent has expired.',
    payment_method: method.wire,
  })
}

/** The cardholder did not prove to be the cardholder. */
export function failAuthentication(
  simulation: Simulation,
  record: IntentRecord,
  method: MethodRecord,
): IntentRecord {
  return fail(simulation, record, {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
    message:
      'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    payment_method: method.wire,
  })
}

/** The bank is taking its time. */
export function process(simulation: Simulation, record: IntentRecord): IntentRecord {
  const waiting = simulation.intents.put({
    qrExpiresAt: null,
    wire: { ...record.wire, next_action: null, status: 'processing' },
  })
  simulation.emit('payment_intent.processing', waiting.wire)
  return waiting
}

function fail(simulation: Simulation, record: IntentRecord, error: PaymentError): IntentRecord {
  const failed = simulation.intents.put({
    qrExpiresAt: null,
    wire: {
      ...record.wire,
      last_payment_error: error,
      next_action: null,
      payment_method: null,
      status: 'requires_payment_method',
    },
  })
  simulation.emit('payment_intent.payment_failed', failed.wire)
  return failed
}
