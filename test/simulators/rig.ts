import Stripe from 'stripe'
import { createSimulator, type SimulatorOptions } from './simulator.ts'

/** What the merchant's endpoint was sent. */
export type Received = { body: string; signature: string; at: number }

const START = Date.UTC(2026, 10, 22, 9, 0, 0)
const ORIGIN = 'http://127.0.0.1:8789'

/** A simulator with a clock to move, a merchant's endpoint that remembers, and the real stripe SDK. */
export function createRig(options: SimulatorOptions = {}) {
  let clockMs = START
  const received: Received[] = []
  let answer: () => Response | Promise<Response> = () => new Response('{}', { status: 200 })
  const simulator = createSimulator({
    now: () => clockMs,
    deliver: async (request) => {
      const signature = request.headers.get('stripe-signature') ?? ''
      received.push({ body: await request.text(), signature, at: clockMs })
      return answer()
    },
    ...options,
  })
  const fetchSimulator = simulator.fetch

  return {
    simulator,
    received,
    stripe: sdk('sk_sim_talat', fetchSimulator),
    sdk: (key: string, config: Partial<Stripe.StripeConfig> = {}) =>
      sdk(key, fetchSimulator, config),
    /** A request by hand; `path` starts at the root. */
    request: (path: string, init?: RequestInit) => fetchSimulator(`${ORIGIN}${path}`, init),
    control: async (path: string, body?: unknown) => {
      const response = await fetchSimulator(`${ORIGIN}/sim${path}`, {
        method: 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : JSON.parse(text) }
    },
    /** Moves the clock and lets happen what it brings. */
    pass: async (ms: number) => {
      clockMs += ms
      await simulator.settle()
    },
    now: () => clockMs,
    /** How the merchant's endpoint answers from now on. */
    merchantAnswers: (next: () => Response | Promise<Response>) => {
      answer = next
    },
    /** The types of the events received, in order. */
    types: (): string[] => received.map(({ body }) => JSON.parse(body).type),
  }
}
export type Rig = ReturnType<typeof createRig>

function sdk(key: string, fetchFn: typeof fetch, config: Partial<Stripe.StripeConfig> = {}) {
  return new Stripe(key, {
    host: '127.0.0.1',
    port: 8789,
    protocol: 'http',
    httpClient: Stripe.createFetchHttpClient(fetchFn),
    maxNetworkRetries: 0,
    telemetry: false,
    ...config,
  })
}

export const promptPay = {
  amount: 125_050,
  currency: 'thb',
  allowed_payment_method_types: ['promptpay'],
  payment_method_data: {
    type: 'promptpay',
    billing_details: { email: 'malee@example.com' },
  },
  confirm: true,
} satisfies Stripe.PaymentIntentCreateParams

export const card = {
  amount: 59_900,
  currency: 'thb',
  allowed_payment_method_types: ['card'],
  payment_method: 'pm_card_visa',
  confirm: true,
} satisfies Stripe.PaymentIntentCreateParams
