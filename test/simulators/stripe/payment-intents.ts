import type { Simulation } from '../simulation.ts'
import { confirm } from './confirmation.ts'
import { invalid } from './errors.ts'
import {
  checkAmount,
  checkConfirmable,
  findIntent,
  methodTypes,
  notAllowed,
  unexpectedState,
} from './intent-checks.ts'
import type { PaymentIntent, PaymentIntentStatus } from './objects.ts'
import type { CreatePaymentIntent, ShippingParam, UpdatePaymentIntent } from './params.ts'
import { billingDetails, createPaymentMethod, resolvePaymentMethod } from './payment-methods.ts'

const CANCELABLE: readonly PaymentIntentStatus[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
]

/** Creates an intent and, if asked, confirms it; throws Stripe's 400s and, when declined, its 402. */
export function createIntent(simulation: Simulation, params: CreatePaymentIntent): PaymentIntent {
  checkAmount(params.amount, params.currency)
  const types = methodTypes(params)
  if (params.return_url !== undefined && params.confirm !== true) {
    throw invalid('You can only provide `return_url` when `confirm` is true.', {
      param: 'return_url',
    })
  }
  const method =
    params.payment_method_data !== undefined
      ? createPaymentMethod(simulation, params.payment_method_data, 'payment_method_data')
      : params.payment_method !== undefined
        ? resolvePaymentMethod(simulation, params.payment_method)
        : null
  if (method !== null && !types.includes(method.wire.type)) {
    throw notAllowed(method.wire.type)
  }
  const id = simulation.newId('pi')
  const automatic = params.allowed_payment_method_types === undefined
  const wire: PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: automatic
      ? {
          allow_redirects: params.automatic_payment_methods?.allow_redirects ?? 'always',
          enabled: true,
        }
      : null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? 'automatic_async',
    client_secret: simulation.newId(`${id}_secret`, 25),
    confirmation_method: 'automatic',
    created: simulation.seconds(),
    currency: params.currency,
    customer: null,
    customer_account: null,
    description: params.description || null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: params.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: method?.wire.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: methodOptions(types),
    payment_method_types: types,
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email || null,
    review: null,
    setup_future_usage: null,
    shipping: shippingOf(params.shipping),
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: params.statement_descriptor_suffix || null,
    status: method === null ? 'requires_payment_method' : 'requires_confirmation',
    transfer_data: null,
    transfer_group: params.transfer_group || null,
  }
  const record = { wire, qrExpiresAt: null }
  if (params.confirm === true) checkConfirmable(wire, params)
  simulation.intents.put(record)
  simulation.emit('payment_intent.created', wire)
  return params.confirm === true && method !== null
    ? confirm(simulation, record, params, method)
    : wire
}

/** Changes what may change before the intent is closed. */
export function updateIntent(
  simulation: Simulation,
  id: string,
  params: UpdatePaymentIntent,
): PaymentIntent {
  const record = findIntent(simulation, id)
  const { wire } = record
  if (params.amount !== undefined) {
    if (!['requires_payment_method', 'requires_confirmation'].includes(wire.status)) {
      throw unexpectedState(
        wire,
        `This PaymentIntent's amount could not be updated because it has a status of ${wire.status}.`,
      )
    }
    checkAmount(params.amount, wire.currency)
  }
  const updated: PaymentIntent = {
    ...wire,
    amount: params.amount ?? wire.amount,
    description: params.description ?? wire.description,
    metadata: mergeMetadata(wire.metadata, params.metadata),
    receipt_email: params.receipt_email ?? wire.receipt_email,
    shipping: params.shipping === undefined ? wire.shipping : shippingOf(params.shipping),
  }
  return simulation.intents.put({ ...record, wire: updated }).wire
}

/** Ends an open intent; one that has been paid or ended refuses with Stripe's 400. */
export function cancelIntent(
  simulation: Simulation,
  id: string,
  reason: PaymentIntent['cancellation_reason'],
): PaymentIntent {
  const { wire } = findIntent(simulation, id)
  if (!CANCELABLE.includes(wire.status)) {
    throw unexpectedState(
      wire,
      `You cannot cancel this PaymentIntent because it has a status of ${wire.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE.join(', ')}.`,
    )
  }
  const canceled = simulation.intents.put({
    qrExpiresAt: null,
    wire: {
      ...wire,
      canceled_at: simulation.seconds(),
      cancellation_reason: reason,
      next_action: null,
      status: 'canceled',
    },
  })
  simulation.emit('payment_intent.canceled', canceled.wire)
  return canceled.wire
}

function methodOptions(
  types: PaymentIntent['payment_method_types'],
): PaymentIntent['payment_method_options'] {
  return {
    ...(types.includes('card')
      ? {
          card: {
            installments: null,
            mandate_options: null,
            network: null,
            request_three_d_secure: 'automatic' as const,
          },
        }
      : {}),
    ...(types.includes('promptpay') ? { promptpay: {} } : {}),
  }
}

export function shippingOf(input: ShippingParam | undefined): PaymentIntent['shipping'] {
  if (input === undefined) return null
  return {
    address: billingDetails({ address: input.address }).address,
    carrier: null,
    name: input.name,
    phone: input.phone ?? null,
    tracking_number: null,
  }
}

/** An empty string takes a key away. */
export function mergeMetadata(
  known: Record<string, string>,
  change: Record<string, string> | undefined,
): Record<string, string> {
  const merged = { ...known, ...change }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''))
}
