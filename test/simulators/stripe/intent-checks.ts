import type { IntentRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import { invalid, missing, refused } from './errors.ts'
import type { PaymentIntent } from './objects.ts'
import type { CreatePaymentIntent } from './params.ts'

/** Stripe's least charge: 10 baht; half a dollar's worth elsewhere. */
const MINIMUM = { thb: { amount: 1000, text: '฿10.00 thb' }, other: { amount: 50, text: '50' } }
const MAXIMUM = 99_999_999

/** Finds an intent or throws Stripe's 404. */
export function findIntent(simulation: Simulation, id: string): IntentRecord {
  const found = simulation.intents.get(id)
  if (found === undefined) throw missing('payment_intent', id, 'intent')
  return found
}

export function unexpectedState(wire: PaymentIntent, message: string) {
  return refused(message, { code: 'payment_intent_unexpected_state', payment_intent: wire })
}

export function notAllowed(type: string) {
  return invalid(
    `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of its payment_method_types.`,
    { code: 'payment_intent_incompatible_payment_method', param: 'payment_method' },
  )
}

/** What a confirmation must bring, checked before anything is written. */
export function checkConfirmable(
  wire: PaymentIntent,
  params: {
    return_url?: string | undefined
    use_stripe_sdk?: boolean | undefined
    payment_method?: string | undefined
    payment_method_data?: unknown
  },
): void {
  const given = params.payment_method !== undefined || params.payment_method_data !== undefined
  if (!given && wire.payment_method === null) {
    throw unexpectedState(
      wire,
      "You cannot confirm this PaymentIntent because it's missing a payment method. Update the PaymentIntent with a payment method and then confirm it again.",
    )
  }
  const redirects = wire.automatic_payment_methods?.allow_redirects === 'always'
  if (redirects && params.return_url === undefined && params.use_stripe_sdk !== true) {
    throw invalid(
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never`.",
      { param: 'return_url' },
    )
  }
}

/** Throws Stripe's 400 for an amount that it would not charge. */
export function checkAmount(amount: number, currency: string): void {
  const minimum = currency === 'thb' ? MINIMUM.thb : MINIMUM.other
  if (amount < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (amount < minimum.amount) {
    throw invalid(`Amount must be at least ${minimum.text}`, {
      code: 'amount_too_small',
      param: 'amount',
    })
  }
  if (amount > MAXIMUM) {
    throw invalid('Amount must be no more than 999,999.99', {
      code: 'amount_too_large',
      param: 'amount',
    })
  }
}

/** The ways to pay that the currency allows, of those asked for. */
export function methodTypes(params: CreatePaymentIntent): PaymentIntent['payment_method_types'] {
  const { allowed_payment_method_types: allowed, automatic_payment_methods: automatic } = params
  if (allowed !== undefined && automatic !== undefined) {
    throw invalid(
      'You may only specify one of these parameters: allowed_payment_method_types, automatic_payment_methods.',
      { param: 'allowed_payment_method_types' },
    )
  }
  const compatible: PaymentIntent['payment_method_types'] =
    params.currency === 'thb' ? ['card', 'promptpay'] : ['card']
  const types = compatible.filter((type) => allowed === undefined || allowed.includes(type))
  if (types.length > 0) return types
  throw invalid(
    `None of the allowed payment method types can be used with the currency provided (${params.currency}).`,
    { param: 'allowed_payment_method_types' },
  )
}
