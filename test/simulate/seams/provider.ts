import {
  type Charge,
  type DisputeNow,
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
/** With what the bank and the provider have done of it so far. */
export type KeptDispute = DisputeNow
export type Webhook = { id: string; kind: string; objectRef: string }

const FEE_SATANG = 50_000
/** How often a refund is refused for good, by its key. */
const REFUSES = 0.1

/**
 * The provider's side of the world: one book of charges and refunds for all isolates, which outlives
 * every crash of ours. Each change of it is told by a webhook, which `webhooks` keeps until it is taken.
 */
export function createProviderTwin({ random, isCalm }: Pick<Scheduler, 'random' | 'isCalm'>) {
  const charges = new Map<string, Kept>()
  const refunds = new Map<string, KeptRefund>()
  /** By our idempotency key, as the provider remembers it. */
  const startedBy = new Map<string, string>()
  const refundedBy = new Map<string, string>()
  const refused = new Set<string>()
  const disputes = new Map<string, KeptDispute>()
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

  /** What banks took of a charge, with the fees of it. */
  const takenOf = (chargeRef: string): number =>
    [...disputes.values()]
      .filter((one) => one.chargeRef === chargeRef)
      .flatMap(({ movements }) => movements)
      .reduce((sum, { amountSatang, feeSatang }) => sum - amountSatang + feeSatang, 0)

  function refund(wanted: { id: string; chargeRef: string; amountSatang: number }): KeptRefund {
    const known = refunds.get(refundedBy.get(wanted.id) ?? '')
    if (known !== undefined) return known
    const charge = charges.get(wanted.chargeRef)
    const left = (charge?.receivedSatang ?? 0) - backOf(wanted.chargeRef)
    if (wanted.amountSatang > left) throw new ProviderRefused('charge_already_refunded', wanted)
    // What was said for a key is said again.
    if (refused.has(wanted.id) || (!isCalm() && random.chance(REFUSES))) {
      refused.add(wanted.id)
      throw new ProviderRefused('balance_insufficient', wanted)
    }
    const status = random.chance(0.4) ? ('pending' as const) : ('succeeded' as const)
    const { chargeRef, amountSatang } = wanted
    const id = wanted.id.split('~')[0] ?? wanted.id
    const made = { id, chargeRef, amountSatang, providerRef: nextId('re'), status }
    refunds.set(made.providerRef, made)
    refundedBy.set(wanted.id, made.providerRef)
    tell('refund.created', made.providerRef)
    return made
  }

  function argue(of: KeptDispute, to: Partial<KeptDispute>, event: string): KeptDispute {
    const changed = { ...of, ...to }
    disputes.set(of.providerRef, changed)
    tell(`charge.dispute.${event}`, of.providerRef)
    return changed
  }
  const moved = ({ movements }: KeptDispute, amountSatang: number, feeSatang: number) => ({
    movements: [...movements, { providerRef: nextId('txn'), amountSatang, feeSatang }],
  })

  return {
    charges,
    refunds,
    disputes,
    webhooks,
    backOf,
    takenOf,

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
    /** The payer's bank has taken a refund, or will not; it may send back what it took before. */
    settleRefund(made: KeptRefund, status: 'succeeded' | 'failed'): void {
      refunds.set(made.providerRef, { ...made, status })
      tell(status === 'failed' ? 'refund.failed' : 'refund.updated', made.providerRef)
    },

    /** The payer tells their bank that they did not mean to pay all or a part of a charge. */
    dispute({ providerRef: chargeRef }: Kept, amountSatang: number): KeptDispute {
      const status = 'open' as const
      const how = { reason: 'fraudulent', currency: 'THB', livemode: false, movements: [] }
      const opened = { providerRef: nextId('dp'), chargeRef, status, amountSatang, ...how }
      return argue(opened, {}, 'created')
    },
    /** The bank takes what is disputed, and the provider its fee. */
    withdraw: (of: KeptDispute): KeptDispute =>
      argue(of, moved(of, -of.amountSatang, FEE_SATANG), 'funds_withdrawn'),
    /** The bank decides: what was won comes back, now or later. */
    close: (of: KeptDispute, status: 'won' | 'lost'): KeptDispute =>
      argue(of, { status }, 'closed'),
    reinstate: (of: KeptDispute): KeptDispute =>
      argue(of, moved(of, of.amountSatang, 0), 'funds_reinstated'),

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
        fetchDispute: async (ref) => await ask(`fetch ${ref}`, () => disputes.get(ref)),
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
