import type { Behaviour, MethodRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import { invalid, missing, StripeFailure } from './errors.ts'
import type { BillingDetails, Card, PaymentMethod } from './objects.ts'
import type { BillingDetailsParam, CardParam, PaymentMethodData } from './params.ts'

type TestCard = { brand: Card['brand']; last4: string; behaviour: Behaviour }

const DECLINED = 'Your card was declined.'
const declines = (code: string, declineCode: string, message: string): Behaviour => ({
  kind: 'declines',
  code,
  declineCode,
  message,
})

const CARDS = new Map<string, TestCard>([
  ['4242424242424242', { brand: 'visa', last4: '4242', behaviour: { kind: 'succeeds' } }],
  ['5555555555554444', { brand: 'mastercard', last4: '4444', behaviour: { kind: 'succeeds' } }],
  ['4000002500003155', { brand: 'visa', last4: '3155', behaviour: { kind: 'challenges' } }],
  [
    '4000000000000002',
    {
      brand: 'visa',
      last4: '0002',
      behaviour: declines('card_declined', 'generic_decline', DECLINED),
    },
  ],
  [
    '4000000000009995',
    {
      brand: 'visa',
      last4: '9995',
      behaviour: declines(
        'card_declined',
        'insufficient_funds',
        'Your card has insufficient funds.',
      ),
    },
  ],
])

const TOKENS = new Map([
  ['pm_card_visa', '4242424242424242'],
  ['pm_card_mastercard', '5555555555554444'],
  ['pm_card_authenticationRequired', '4000002500003155'],
  ['pm_card_threeDSecure2Required', '4000002500003155'],
  ['pm_card_chargeDeclined', '4000000000000002'],
  ['pm_card_visa_chargeDeclined', '4000000000000002'],
  ['pm_card_chargeDeclinedInsufficientFunds', '4000000000009995'],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', '4000000000009995'],
])

/**
 * Creates a payment method from what a form carries; throws Stripe's card errors (402
 * `incorrect_number`, `invalid_expiry_year` …) and its parameter errors (400).
 */
export function createPaymentMethod(
  simulation: Simulation,
  data: PaymentMethodData,
  prefix = '',
): MethodRecord {
  const billing = billingDetails(data.billing_details)
  const param = (name: string) => (prefix === '' ? name : `${prefix}${bracket(name)}`)
  if (data.type === 'promptpay') {
    if (billing.email === null) {
      const name = param('billing_details[email]')
      throw invalid(`Missing required param: ${name}.`, { code: 'parameter_missing', param: name })
    }
    const wire: PaymentMethod = { ...base(simulation, data, billing), promptpay: {} }
    return simulation.methods.put({ wire, behaviour: { kind: 'succeeds' } })
  }
  if (data.card === undefined) {
    throw invalid(`Missing required param: ${param('card')}.`, {
      code: 'parameter_missing',
      param: param('card'),
    })
  }
  const card = checkedCard(simulation, data.card)
  const known = CARDS.get(card.number) ?? {
    brand: 'visa',
    last4: card.number.slice(-4),
    behaviour: declines(
      'card_declined',
      'test_mode_live_card',
      'Your card was declined. Your request was in test mode, but used a non test card.',
    ),
  }
  return storeCard(simulation, data, known, card)
}

/** Finds a payment method, or makes one from a test token such as `pm_card_visa`. */
export function resolvePaymentMethod(simulation: Simulation, id: string): MethodRecord {
  const number = TOKENS.get(id)
  const card = number === undefined ? undefined : CARDS.get(number)
  if (card !== undefined) {
    const year = new Date(simulation.now()).getUTCFullYear() + 3
    return storeCard(simulation, { type: 'card' }, card, { exp_month: 12, exp_year: year })
  }
  const found = simulation.methods.get(id)
  if (found === undefined) throw missing('PaymentMethod', id, 'payment_method')
  return found
}

export function billingDetails(input: BillingDetailsParam | undefined): BillingDetails {
  return {
    address: {
      city: input?.address?.city ?? null,
      country: input?.address?.country ?? null,
      line1: input?.address?.line1 ?? null,
      line2: input?.address?.line2 ?? null,
      postal_code: input?.address?.postal_code ?? null,
      state: input?.address?.state ?? null,
    },
    email: input?.email || null,
    name: input?.name || null,
    phone: input?.phone || null,
    tax_id: input?.tax_id || null,
  }
}

function base(simulation: Simulation, data: PaymentMethodData, billing: BillingDetails) {
  return {
    id: simulation.newId('pm'),
    object: 'payment_method' as const,
    allow_redisplay: 'unspecified' as const,
    billing_details: billing,
    created: simulation.seconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: data.metadata ?? {},
    type: data.type,
  }
}

function storeCard(
  simulation: Simulation,
  data: PaymentMethodData,
  known: TestCard,
  expiry: { exp_month: number; exp_year: number },
): MethodRecord {
  const wire: PaymentMethod = {
    ...base(simulation, data, billingDetails(data.billing_details)),
    card: {
      brand: known.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'TH',
      display_brand: known.brand,
      exp_month: expiry.exp_month,
      exp_year: expiry.exp_year,
      fingerprint: `sim${known.brand}${known.last4}`,
      funding: 'credit',
      generated_from: null,
      last4: known.last4,
      networks: { available: [known.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  }
  return simulation.methods.put({ wire, behaviour: known.behaviour })
}

function checkedCard(simulation: Simulation, card: CardParam): CardParam {
  const number = card.number.replaceAll(/[\s-]/g, '')
  if (!passesLuhn(number)) throw cardError('incorrect_number', 'Your card number is incorrect.')
  const today = new Date(simulation.now())
  const year = card.exp_year < 100 ? card.exp_year + 2000 : card.exp_year
  if (card.exp_month < 1 || card.exp_month > 12) {
    throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.")
  }
  const passed =
    year < today.getUTCFullYear() ||
    (year === today.getUTCFullYear() && card.exp_month < today.getUTCMonth() + 1)
  if (passed) throw cardError('invalid_expiry_year', "Your card's expiration year is invalid.")
  if (card.cvc !== undefined && !/^\d{3,4}$/.test(card.cvc)) {
    throw cardError('invalid_cvc', "Your card's security code is invalid.")
  }
  return { ...card, number, exp_year: year }
}

const PARAMS: Record<string, string> = {
  incorrect_number: 'number',
  invalid_cvc: 'cvc',
  invalid_expiry_month: 'exp_month',
  invalid_expiry_year: 'exp_year',
}

function cardError(code: string, message: string) {
  return new StripeFailure(
    402,
    { type: 'card_error', code, message, param: PARAMS[code] ?? 'number' },
    false,
  )
}

/** The check digit that every card number carries. */
export function passesLuhn(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false
  let sum = 0
  for (const [index, digit] of [...number].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

function bracket(name: string): string {
  const open = name.indexOf('[')
  return open === -1 ? `[${name}]` : `[${name.slice(0, open)}]${name.slice(open)}`
}
