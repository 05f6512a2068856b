import { promptPayPayload } from '../pay/qr.ts'
import type { IntentRecord, MethodRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import { refused, StripeFailure } from './errors.ts'
import { checkConfirmable, findIntent, notAllowed, unexpectedState } from './intent-checks.ts'
import type { NextAction, PaymentIntent } from './objects.ts'
import type { ConfirmPaymentIntent, CreatePaymentIntent } from './params.ts'
import { createPaymentMethod, resolvePaymentMethod } from './payment-methods.ts'
import { decline, succeed } from './settlement.ts'

type Confirmation = Pick<
  CreatePaymentIntent | ConfirmPaymentIntent,
  'payment_method' | 'payment_method_data' | 'return_url' | 'use_stripe_sdk'
>

/** `POST /v1/payment_intents/{id}/confirm`. Throws Stripe's 400s and, when declined, its 402. */
export function confirmIntent(
  simulation: Simulation,
  id: string,
  params: ConfirmPaymentIntent,
): PaymentIntent {
  const record = findIntent(simulation, id)
  const { status } = record.wire
  if (status === 'succeeded' || status === 'canceled' || status === 'processing') {
    const why =
      status === 'succeeded'
        ? 'it has already succeeded after being previously confirmed'
        : `it has a status of ${status}`
    throw unexpectedState(record.wire, `You cannot confirm this PaymentIntent because ${why}.`)
  }
  checkConfirmable(record.wire, params)
  return confirm(simulation, record, params, chooseMethod(simulation, record, params))
}

/** Confirms an intent that has just been checked: the card's answer, or the next step to take. */
export function confirm(
  simulation: Simulation,
  record: IntentRecord,
  params: Confirmation,
  method: MethodRecord,
): PaymentIntent {
  if (!record.wire.payment_method_types.includes(method.wire.type)) {
    throw notAllowed(method.wire.type)
  }
  const attached: IntentRecord = {
    qrExpiresAt: null,
    wire: {
      ...record.wire,
      last_payment_error: null,
      payment_method: method.wire.id,
    },
  }
  if (method.wire.type === 'promptpay') return showQr(simulation, attached)
  switch (method.behaviour.kind) {
    case 'succeeds':
      return succeed(simulation, attached, method).wire
    case 'challenges':
      return challenge(simulation, attached, params)
    case 'declines':
      throw declined(decline(simulation, attached, method, method.behaviour).wire)
  }
}

function chooseMethod(
  simulation: Simulation,
  record: IntentRecord,
  params: Confirmation,
): MethodRecord {
  if (params.payment_method_data !== undefined) {
    return createPaymentMethod(simulation, params.payment_method_data, 'payment_method_data')
  }
  const id = params.payment_method ?? record.wire.payment_method
  if (id === null) throw refused('This PaymentIntent has no payment method.')
  return resolvePaymentMethod(simulation, id)
}

function showQr(simulation: Simulation, record: IntentRecord): PaymentIntent {
  const { wire } = record
  const page = `${simulation.cause.origin}/pay/${wire.id}`
  return act(
    simulation,
    wire,
    {
      type: 'promptpay_display_qr_code',
      promptpay_display_qr_code: {
        data: promptPayPayload(wire.id, wire.amount),
        hosted_instructions_url: page,
        image_url_png: `${page}/qr.png`,
        image_url_svg: `${page}/qr.svg`,
      },
    },
    simulation.now() + simulation.settings.qrLifetimeMs,
  )
}

function challenge(
  simulation: Simulation,
  record: IntentRecord,
  params: Confirmation,
): PaymentIntent {
  const url = `${simulation.cause.origin}/pay/${record.wire.id}/challenge`
  const next: NextAction =
    params.use_stripe_sdk === true || params.return_url === undefined
      ? {
          type: 'use_stripe_sdk',
          use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url },
        }
      : {
          type: 'redirect_to_url',
          redirect_to_url: { return_url: params.return_url, url },
        }
  return act(simulation, record.wire, next, null)
}

function act(
  simulation: Simulation,
  wire: PaymentIntent,
  next: NextAction,
  qrExpiresAt: number | null,
): PaymentIntent {
  const waiting = simulation.intents.put({
    qrExpiresAt,
    wire: { ...wire, next_action: next, status: 'requires_action' },
  })
  simulation.emit('payment_intent.requires_action', waiting.wire)
  return waiting.wire
}

function declined(wire: PaymentIntent): StripeFailure {
  const error = wire.last_payment_error
  if (error === null) throw new Error(`${wire.id} was declined without an error`)
  return new StripeFailure(402, { ...error, payment_intent: wire })
}
