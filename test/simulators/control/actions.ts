import * as z from 'zod'
import type { IntentRecord, MethodRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import { StripeFailure } from '../stripe/errors.ts'
import { findIntent } from '../stripe/intent-checks.ts'
import type { PaymentIntent } from '../stripe/objects.ts'
import { createPaymentMethod, resolvePaymentMethod } from '../stripe/payment-methods.ts'
import * as settlement from '../stripe/settlement.ts'

/** What `POST /sim/payment_intents/{id}/approve` may say about the money that comes. */
export const Approval = z.strictObject({
  /** Satang; what the payer sent instead of what was asked. */
  amount: z.int().positive().optional(),
  currency: z.string().length(3).toLowerCase().optional(),
  livemode: z.boolean().optional(),
  /** Money that comes after the QR has run out or the intent was canceled. */
  late: z.boolean().default(false),
})
export type Approval = z.infer<typeof Approval>

const DECLINED = {
  code: 'payment_method_provider_decline',
  declineCode: 'generic_decline',
  message: 'The payment was declined by the bank.',
}

/**
 * The payer pays: scans the QR, passes the bank's challenge, or, where no method was chosen yet, types
 * a good card. 409 for an intent that cannot be paid now.
 */
export function approve(simulation: Simulation, id: string, approval: Approval): PaymentIntent {
  const record = findIntent(simulation, id)
  const { status } = record.wire
  if (status === 'succeeded') throw notNow(record, 'approve')
  const open = status === 'requires_action' || status === 'processing'
  const byCard = status !== 'canceled' && record.wire.payment_method_types.includes('card')
  if (!open && !byCard && !approval.late) throw notNow(record, 'approve')
  const method = open || approval.late ? lastMethod(simulation, record) : card(simulation, 'visa')
  const { amount, currency, livemode } = approval
  return settlement.succeed(simulation, record, method, {
    ...(amount === undefined ? {} : { amount }),
    ...(currency === undefined ? {} : { currency }),
    ...(livemode === undefined ? {} : { livemode }),
  }).wire
}

/** The payer, or the bank, says no. */
export function decline(simulation: Simulation, id: string): PaymentIntent {
  const record = findIntent(simulation, id)
  const { status, next_action: next, payment_method_types: types } = record.wire
  if (status === 'requires_action' && next?.type !== 'promptpay_display_qr_code') {
    return settlement.failAuthentication(simulation, record, lastMethod(simulation, record)).wire
  }
  if (status === 'requires_action' || status === 'processing') {
    return settlement.decline(simulation, record, lastMethod(simulation, record), DECLINED).wire
  }
  if (status === 'succeeded' || status === 'canceled' || !types.includes('card')) {
    throw notNow(record, 'decline')
  }
  const method = card(simulation, 'chargeDeclined')
  const failure = method.behaviour.kind === 'declines' ? method.behaviour : DECLINED
  return settlement.decline(simulation, record, method, failure).wire
}

/** Nobody pays: the QR or the challenge runs out now. */
export function expire(simulation: Simulation, id: string): PaymentIntent {
  const record = findIntent(simulation, id)
  if (record.wire.status !== 'requires_action') throw notNow(record, 'expire')
  return settlement.expire(simulation, record, lastMethod(simulation, record)).wire
}

/** The payer has paid and the bank has not yet said so; approve or decline ends it. */
export function process(simulation: Simulation, id: string): PaymentIntent {
  const record = findIntent(simulation, id)
  if (record.wire.status !== 'requires_action') throw notNow(record, 'process')
  return settlement.process(simulation, record).wire
}

function card(simulation: Simulation, token: string): MethodRecord {
  return resolvePaymentMethod(simulation, `pm_card_${token}`)
}

function lastMethod(simulation: Simulation, { wire }: IntentRecord): MethodRecord {
  const id = wire.payment_method ?? wire.last_payment_error?.payment_method?.id
  const known = id === undefined ? undefined : simulation.methods.get(id)
  if (known !== undefined) return known
  if (wire.payment_method_types.includes('card')) return card(simulation, 'visa')
  return createPaymentMethod(simulation, {
    type: 'promptpay',
    billing_details: { email: 'payer@simulator.invalid' },
  })
}

function notNow({ wire }: IntentRecord, verb: string): StripeFailure {
  return new StripeFailure(409, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `Cannot ${verb} ${wire.id}: it is ${wire.status}.`,
  })
}
