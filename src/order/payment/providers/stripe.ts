import type Stripe from 'stripe'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import {
  type Charge,
  type DisputeNow,
  type NextAction,
  type PaymentOrder,
  type PaymentProvider,
  ProviderRefused,
  ProviderUnavailable,
  type RefundNow,
} from '../provider.ts'

export type StripeConfig = {
  secretKey: string
  publishableKey: string
  webhookSecrets: readonly string[]
  scriptUrl: string
  /** The payment simulator's address; undefined speaks to api.stripe.com. */
  apiBase: string | undefined
}

/** Stripe's PaymentIntents: cards in its own form, PromptPay confirmed by us. docs.stripe.com/api */
export function stripeProvider(config: StripeConfig): PaymentProvider {
  let client: Promise<Stripe> | undefined
  // Loaded on first use: a request that moves no money does not pay for the SDK.
  const stripe = () => (client ??= createClient(config))

  return {
    name: 'stripe',
    methods: ['card', 'promptpay'],
    livemode: config.secretKey.startsWith('sk_live'),

    async start(order) {
      const api = await stripe()
      const intent = await outcome(() =>
        api.paymentIntents.create(intentOf(order), { idempotencyKey: order.id }),
      )
      return {
        providerRef: intent.id,
        status: intent.status === 'processing' ? 'processing' : 'requires_action',
        clientSecret: order.method === 'card' ? intent.client_secret : null,
        nextAction: order.method === 'card' ? cardForm(config) : promptPayQr(intent),
      }
    },

    async fetch(providerRef) {
      const api = await stripe()
      return await found(() =>
        api.paymentIntents.retrieve(providerRef, { expand: ['latest_charge'] }),
      )
    },

    async cancel(providerRef) {
      const api = await stripe()
      try {
        return await found(() => api.paymentIntents.cancel(providerRef))
      } catch (error) {
        // Succeeded or cancelled meanwhile: what it is now decides.
        if (!(error instanceof ProviderRefused)) throw error
        return await found(() => api.paymentIntents.retrieve(providerRef))
      }
    },

    async refund({ id, chargeRef, amountSatang }) {
      const api = await stripe()
      try {
        const refund = await outcome(() =>
          api.refunds.create(
            { payment_intent: chargeRef, amount: amountSatang, metadata: { refund_id: id } },
            { idempotencyKey: id },
          ),
        )
        return refundNow(refund)
      } catch (error) {
        // A failure is answered again for as long as its key is kept, even when the money has moved.
        const { data } = await outcome(() =>
          api.refunds.list({ payment_intent: chargeRef, limit: 100 }),
        )
        const made = data.find((refund) => refund.metadata?.refund_id === id)
        if (made === undefined) throw error
        return refundNow(made)
      }
    },

    async fetchRefund(providerRef) {
      const api = await stripe()
      return await unlessMissing(async () =>
        refundNow(await outcome(() => api.refunds.retrieve(providerRef))),
      )
    },

    async fetchDispute(providerRef) {
      const api = await stripe()
      return await unlessMissing(async () =>
        disputeNow(await outcome(() => api.disputes.retrieve(providerRef))),
      )
    },

    async verify(rawBody, headers, now) {
      const signature = headers.get('stripe-signature') ?? ''
      refuseFuture(signature, now)
      const api = await stripe()
      for (const secret of config.webhookSecrets) {
        try {
          const event = await api.webhooks.constructEventAsync(
            rawBody,
            signature,
            secret,
            SETTINGS.payment.signatureToleranceMs / 1000,
            undefined,
            now.getTime(),
          )
          return hintOf(event)
        } catch (error) {
          const { type } = error as { type?: string }
          if (type !== 'StripeSignatureVerificationError') throw error
        }
      }
      throw new Problem('signature_invalid')
    },
  }
}

// The same call under way elsewhere, such as a job beside a request: its answer is ours as well.
const KEY_IN_USE_PAUSES_MS = [200, 400, 800, 1600]

async function createClient(config: StripeConfig): Promise<Stripe> {
  const { default: Sdk } = await import('stripe')
  const base = config.apiBase === undefined ? undefined : new URL(config.apiBase)
  return new Sdk(config.secretKey, {
    httpClient: Sdk.createFetchHttpClient(),
    timeout: SETTINGS.payment.providerTimeoutMs,
    // Our jobs retry, with the same key; a hidden retry would only lengthen the shopper's wait.
    maxNetworkRetries: 0,
    telemetry: false,
    ...(base === undefined
      ? {}
      : {
          host: base.hostname,
          port: base.port,
          protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
        }),
  })
}

function intentOf(order: PaymentOrder): Stripe.PaymentIntentCreateParams {
  const common = {
    amount: order.amountSatang,
    currency: 'thb',
    description: order.number,
    metadata: { attempt_id: order.id, group_id: order.groupId },
  }
  if (order.method === 'card') return { ...common, allowed_payment_method_types: ['card'] }
  return {
    ...common,
    allowed_payment_method_types: ['promptpay'],
    payment_method_data: { type: 'promptpay', billing_details: { email: order.email } },
    confirm: true,
  }
}

const cardForm = (config: StripeConfig): NextAction => ({
  type: 'card_form',
  publishableKey: config.publishableKey,
  scriptUrl: config.scriptUrl,
})

function promptPayQr(intent: Stripe.PaymentIntent): NextAction | null {
  const qr = intent.next_action?.promptpay_display_qr_code
  if (qr === undefined || qr === null) return null
  return {
    type: 'promptpay_qr',
    qrData: qr.data,
    qrImageUrl: qr.image_url_svg,
    instructionsUrl: qr.hosted_instructions_url,
  }
}

function chargeOf(intent: Stripe.PaymentIntent): Charge {
  const { latest_charge: charge } = intent
  return {
    providerRef: intent.id,
    attemptId: intent.metadata.attempt_id ?? null,
    status: statusOf(intent),
    amountSatang: intent.amount,
    receivedSatang: intent.amount_received,
    currency: intent.currency.toUpperCase(),
    livemode: intent.livemode,
    failureCode: intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code ?? null,
    refundedSatang: typeof charge === 'string' ? null : (charge?.amount_refunded ?? 0),
  }
}

function statusOf(intent: Stripe.PaymentIntent): Charge['status'] {
  if (intent.status === 'succeeded') return 'succeeded'
  if (intent.status === 'canceled') return 'canceled'
  if (intent.status === 'processing') return 'processing'
  const failed = intent.status === 'requires_payment_method' && intent.last_payment_error !== null
  return failed ? 'failed' : 'requires_action'
}

// Known by an id of their own, and not only by the charge that they are about.
const OF_THEMSELVES = new Set(['refund', 'dispute'])

function hintOf(event: Stripe.Event) {
  const object = event.data.object as { id?: string; object?: string; payment_intent?: unknown }
  const intent = object.payment_intent
  const ofIntent = typeof intent === 'string' && !OF_THEMSELVES.has(object.object ?? '')
  return {
    eventId: event.id,
    kind: event.type,
    objectRef: ofIntent ? intent : (object.id ?? ''),
    livemode: event.livemode,
  }
}

// The SDK checks only for age: a timestamp from the future would stay good for as long as it lies ahead.
function refuseFuture(signature: string, now: Date): void {
  const stamp = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1])
  const ahead = stamp * 1000 - now.getTime()
  if (!Number.isFinite(ahead) || ahead > SETTINGS.payment.signatureToleranceMs) {
    throw new Problem('signature_invalid')
  }
}

function refundNow({ id, status }: Stripe.Refund): RefundNow {
  if (status === 'failed' || status === 'canceled') return { providerRef: id, status: 'failed' }
  return { providerRef: id, status: status === 'succeeded' ? 'succeeded' : 'pending' }
}

function disputeNow(dispute: Stripe.Dispute): DisputeNow {
  const { status, payment_intent: intent } = dispute
  // A warning that is closed took nothing, nor does what was prevented.
  const won = status === 'won' || status === 'warning_closed' || status === 'prevented'
  return {
    providerRef: dispute.id,
    chargeRef: typeof intent === 'string' ? intent : (intent?.id ?? ''),
    status: won ? 'won' : status === 'lost' ? 'lost' : 'open',
    reason: dispute.reason,
    amountSatang: dispute.amount,
    currency: dispute.currency.toUpperCase(),
    livemode: dispute.livemode,
    movements: dispute.balance_transactions.map(({ id, amount, fee }) => ({
      providerRef: id,
      amountSatang: amount,
      feeSatang: fee,
    })),
  }
}

const found = async (call: () => Promise<Stripe.PaymentIntent>): Promise<Charge | undefined> =>
  await unlessMissing(async () => chargeOf(await outcome(call)))

async function unlessMissing<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ProviderRefused && error.code === 'resource_missing') return undefined
    throw error
  }
}

/** Sorts the SDK's errors into "unknown, ask again" and "no, for good". */
async function outcome<Result>(
  call: () => Promise<Result>,
  [pauseMs, ...pauses]: readonly number[] = KEY_IN_USE_PAUSES_MS,
): Promise<Result> {
  try {
    return await call()
  } catch (error) {
    const { statusCode, code, type } = error as {
      statusCode?: number
      code?: string
      type?: string
    }
    if (code === 'idempotency_key_in_use' && pauseMs !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      return await outcome(call, pauses)
    }
    // 401 and 403 speak of our key and not of this money: another key may do what this one may not.
    const definite =
      statusCode !== undefined && statusCode < 500 && ![401, 403, 409, 429].includes(statusCode)
    if (definite) throw new ProviderRefused(code ?? type ?? 'refused', error)
    throw new ProviderUnavailable(error)
  }
}
