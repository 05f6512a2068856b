import { type Collection, createCollection } from './collection.ts'
import { type Fault, FaultRecord } from './control/faults.ts'
import { Delivery, IdempotencyRecord, IntentRecord, MethodRecord, RefundRecord } from './records.ts'
import type { Store } from './store.ts'
import { Dispute } from './stripe/disputes.ts'
import { Event, type EventType } from './stripe/event.ts'
import { BalanceTransaction, Charge } from './stripe/money-objects.ts'
import { API_VERSION } from './stripe/objects.ts'
import { planDeliveries } from './webhooks/plan.ts'

/** All of these have defaults that are plainly fake. Durations in milliseconds. */
export type Settings = {
  secretKey: string
  publishableKey: string
  webhookUrl: string
  webhookSecret: string
  /** The secret that a rotation is leaving behind. */
  outgoingWebhookSecret: string
  /** How long a PromptPay QR can be paid. */
  qrLifetimeMs: number
  /** How long the bank takes to pay a PromptPay refund; cards are refunded at once. */
  refundDelayMs: number
  /** The wait before each further try of a webhook; after the last the delivery has failed. */
  retryDelaysMs: readonly number[]
  /** Where the simulator's pages are; `null` takes the address each request came to. */
  publicUrl: string | null
}

/** The request in whose name events are emitted. */
export type Cause = { requestId: string | null; idempotencyKey: string | null; origin: string }

/** The simulator's whole state and its clock. Everything on it is synchronous. */
export type Simulation = {
  settings: Settings
  /** Milliseconds. */
  now(): number
  /** Seconds, as Stripe writes times. */
  seconds(): number
  newId(prefix: string, length?: number): string
  cause: Cause
  intents: Collection<IntentRecord>
  methods: Collection<MethodRecord>
  charges: Collection<Charge>
  refunds: Collection<RefundRecord>
  disputes: Collection<Dispute>
  balance: Collection<BalanceTransaction>
  events: Collection<Event>
  deliveries: Collection<Delivery>
  idempotency: Collection<IdempotencyRecord>
  faults: Collection<FaultRecord>
  /** Records that something happened to `object`, as it now is, and plans its webhooks. */
  emit(type: EventType, object: Event['data']['object']): Event
  addFault(fault: Fault): FaultRecord
  nextDueAt(): number | null
  reset(): void
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export function createSimulation(store: Store, now: () => number, settings: Settings): Simulation {
  const simulation: Simulation = {
    settings,
    now,
    seconds: () => Math.floor(now() / 1000),
    newId: (prefix, length = 24) => `${prefix}_${randomText(length)}`,
    cause: { requestId: null, idempotencyKey: null, origin: settings.publicUrl ?? '' },
    intents: createCollection(
      store,
      'payment_intent',
      IntentRecord,
      (record) => record.wire.id,
      (record) => record.qrExpiresAt,
    ),
    methods: createCollection(store, 'payment_method', MethodRecord, (record) => record.wire.id),
    charges: createCollection(store, 'charge', Charge, (charge) => charge.id),
    refunds: createCollection(
      store,
      'refund',
      RefundRecord,
      (record) => record.wire.id,
      (record) => record.settlesAt,
    ),
    disputes: createCollection(store, 'dispute', Dispute, (dispute) => dispute.id),
    balance: createCollection(store, 'balance_transaction', BalanceTransaction, (row) => row.id),
    events: createCollection(store, 'event', Event, (event) => event.id),
    deliveries: createCollection(
      store,
      'delivery',
      Delivery,
      (delivery) => delivery.id,
      (delivery) => delivery.dueAt,
    ),
    idempotency: createCollection(store, 'idempotency', IdempotencyRecord, (record) => record.key),
    faults: createCollection(store, 'fault', FaultRecord, (record) => record.id),
    emit: (type, object) => {
      const event = simulation.events.put({
        id: simulation.newId('evt'),
        object: 'event',
        api_version: API_VERSION,
        created: simulation.seconds(),
        data: { object },
        livemode: object.object === 'refund' ? false : object.livemode,
        pending_webhooks: 1,
        request: {
          id: simulation.cause.requestId,
          idempotency_key: simulation.cause.idempotencyKey,
        },
        type,
      })
      planDeliveries(simulation, event)
      return event
    },
    addFault: (fault) =>
      simulation.faults.put({ id: simulation.newId('fault', 8), fault, left: fault.times }),
    nextDueAt: () => store.nextDueAt(),
    reset: () => store.clear(),
  }
  return simulation
}

function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length] ?? '0').join('')
}
