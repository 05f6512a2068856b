import {
  type Charge,
  type PaymentOrder,
  type PaymentProvider,
  ProviderRefused,
  ProviderUnavailable,
  type RefundNow,
} from '#src/order/payment/provider.ts'
import type { Isolate, Scheduler } from '../scheduler.ts'

/** A charge as the provider keeps it. `ordered` is what we asked for, whatever was paid then. */
export type Kept = Charge & { groupId: string; method: string; ordered: number }
/** `id` is ours, by which it was asked for. */
export type KeptRefund = RefundNow & { id: string; chargeRef: string; amountSatang: number }
export type Webhook = { id: string; kind: string; objectRef: string }

/**
 * The provider's side of the world: one book of charges and refunds for all isolates, which outlives
 * every crash of ours. Each change of it is told by a webhook, which `webhooks` keeps until it is taken.
 */
export function createProviderTwin(random: Scheduler['random']) {
  const charges = new Map<string, Kept>()
  const refunds = new Map<string, KeptRefund>()
  /** By our idempotency key, as the provider remembers it. */
  const startedBy = new Map<string, string>()
  const refundedBy = new Map<string, string>()
  const webhooks: Webhook[] = []
  let made = 0

  const nextId = (prefix: string): string => {
    made += 1
    return `${prefix}_${made}`
  }
  const tell = (kind: string, objectRef: string): void => {
    webhooks.push({ id: nextId('evt'), kind, objectRef })
  }
  const change = (charge: Kept, to: Partial<Kept>, kind: string): Kept => {
    const changed = { ...charge, ...to }
    charges.set(charge.providerRef, changed)
    tell(kind, charge.providerRef)
    return changed
  }

  function start(order: PaymentOrder): Kept {
    const known = charges.get(startedBy.get(order.id) ?? '')
    if (known !== undefined) return known
    const charge: Kept = {
      providerRef: nextId('pi'),
      attemptId: order.id.split('~')[0] ?? order.id,
      groupId: order.groupId,
      status: 'requires_action',
      amountSatang: order.amountSatang,
      ordered: order.amountSatang,
      receivedSatang: 0,
      currency: 'THB',
      livemode: false,
      failureCode: null,
      refundedSatang: null,
      method: order.method,
    }
    charges.set(charge.providerRef, charge)
    startedBy.set(order.id, charge.providerRef)
    tell('payment_intent.created', charge.providerRef)
    return charge
  }

  function cancel(providerRef: string): Charge | undefined {
    const charge = charges.get(providerRef)
    if (charge === undefined || charge.status === 'succeeded' || charge.status === 'canceled') {
      return charge
    }
    return change(charge, { status: 'canceled' }, 'payment_intent.canceled')
  }

  const backOf = (chargeRef: string): number =>
    [...refunds.values()]
      .filter((refund) => refund.chargeRef === chargeRef && refund.status !== 'failed')
      .reduce((sum, { amountSatang }) => sum + amountSatang, 0)

  function refund(wanted: { id: string; chargeRef: string; amountSatang: number }): KeptRefund {
    const known = refunds.get(refundedBy.get(wanted.id) ?? '')
    if (known !== undefined) return known
    const charge = charges.get(wanted.chargeRef)
    const left = (charge?.receivedSatang ?? 0) - backOf(wanted.chargeRef)
    if (wanted.amountSatang > left) throw new ProviderRefused('charge_already_refunded', wanted)
    const status = random.chance(0.4) ? ('pending' as const) : ('succeeded' as const)
    const { chargeRef, amountSatang } = wanted
    const id = wanted.id.split('~')[0] ?? wanted.id
    const made = { id, chargeRef, amountSatang, providerRef: nextId('re'), status }
    refunds.set(made.providerRef, made)
    refundedBy.set(wanted.id, made.providerRef)
    tell('refund.created', made.providerRef)
    return made
  }

  return {
    charges,
    refunds,
    webhooks,
    backOf,

    /** The payer does something about a charge, or their bank does. */
    pay(charge: Kept, receivedSatang: number = charge.amountSatang): void {
      change(charge, { status: 'succeeded', receivedSatang }, 'payment_intent.succeeded')
      tell('charge.succeeded', charge.providerRef)
    },
    process: (charge: Kept): unknown =>
      change(charge, { status: 'processing' }, 'payment_intent.processing'),
    decline: (charge: Kept): unknown =>
      change(
        charge,
        { status: 'failed', failureCode: 'card_declined' },
        'payment_intent.payment_failed',
      ),
    /** The payer's bank has taken a refund, or will not. */
    settleRefund(made: KeptRefund): void {
      refunds.set(made.providerRef, { ...made, status: 'succeeded' })
      tell('refund.updated', made.providerRef)
    },

    /** The same provider as one isolate reaches it: each call may be lost, before or after it is done. */
    reachedBy(isolate: Isolate, { through }: Pick<Scheduler, 'through'>): PaymentProvider {
      const ask = async <Answer>(label: string, run: () => Answer): Promise<Answer> => {
        try {
          return await through(isolate, 'ask', label, async () => run())
        } catch (error) {
          throw error instanceof ProviderRefused ? error : new ProviderUnavailable(error)
        }
      }
      return {
        name: 'stripe',
        methods: ['card', 'promptpay'],
        livemode: false,
        start: async (order) => {
          const { providerRef } = await ask(`start ${order.id}`, () => start(order))
          return {
            providerRef,
            status: 'requires_action',
            clientSecret: order.method === 'card' ? `${providerRef}_secret` : null,
            nextAction: { type: 'redirect', url: `https://pay.invalid/${providerRef}` },
          }
        },
        fetch: async (ref) =>
          await ask(`fetch ${ref}`, () => {
            const charge = charges.get(ref)
            return charge && { ...charge, refundedSatang: backOf(ref) }
          }),
        cancel: async (ref) => await ask(`cancel ${ref}`, () => cancel(ref)),
        refund: async (wanted) => await ask(`refund ${wanted.id}`, () => refund(wanted)),
        fetchRefund: async (ref) => await ask(`fetch ${ref}`, () => refunds.get(ref)),
        fetchDispute: async () => undefined,
        verify: async (rawBody) => ({ ...readHint(rawBody), livemode: false }),
      }
    },
  }
}

export type ProviderTwin = ReturnType<typeof createProviderTwin>

/** How this provider writes a webhook; signatures have tests of their own. */
export const bodyOf = (webhook: Webhook): string => JSON.stringify(webhook)

function readHint(rawBody: string) {
  const { id, kind, objectRef } = JSON.parse(rawBody) as Webhook
  return { eventId: id, kind, objectRef }
}
