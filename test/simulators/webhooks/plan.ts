import { isRequestFault, strikesEvent, type WebhookFault } from '../control/faults.ts'
import { strike } from '../control/strike.ts'
import type { Delivery, Tampering } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import type { Event } from '../stripe/event.ts'

const PLAIN: Tampering = {
  amount: null,
  currency: null,
  secrets: null,
  timestampShiftSeconds: 0,
}

/** Signs no one should accept. */
const FORGED_SECRET = 'whsec_forged_by_a_stranger'

/** Plans how an event is announced: once, or as the webhook faults that match it say. */
export function planDeliveries(simulation: Simulation, event: Event): void {
  const striking = simulation.faults
    .list()
    .flatMap((record) =>
      isRequestFault(record.fault) || !strikesEvent(record.fault, event.type)
        ? []
        : [{ record, fault: record.fault }],
    )
  const faults = striking.map(({ fault }) => fault)
  const first = createDelivery(simulation, event, faults)
  for (const { record, fault } of striking) {
    strike(simulation, record)
    if (fault.kind !== 'duplicate') continue
    for (let copy = 0; copy < fault.copies; copy += 1) {
      simulation.deliveries.put({ ...first, id: simulation.newId('del', 16) })
    }
  }
  const endsHolding = striking.some(
    ({ record }) => record.fault.kind === 'reorder' && record.left === 1,
  )
  if (endsHolding) releaseHeld(simulation)
}

/** Sends what is held, newest first. Answers how many there were. */
export function releaseHeld(simulation: Simulation): number {
  const held = simulation.deliveries.list().filter(({ state }) => state === 'held')
  const now = simulation.now()
  // Due times one apart, in the past, so that the order survives however they are picked up.
  for (const [index, delivery] of held.reverse().entries()) {
    simulation.deliveries.put({ ...delivery, state: 'waiting', dueAt: now - held.length + index })
  }
  return held.length
}

/** Announces an event once more, untouched. */
export function redeliver(simulation: Simulation, event: Event): Delivery {
  return createDelivery(simulation, event, [])
}

/** Whether a delivery should reach the merchant before the request that caused it is answered. */
export function isEarly(delivery: Delivery): boolean {
  return delivery.state === 'waiting' && delivery.faults.includes('early')
}

function createDelivery(
  simulation: Simulation,
  event: Event,
  faults: readonly WebhookFault[],
): Delivery {
  const kinds = faults.map((fault) => fault.kind)
  const lateMs = faults.reduce((sum, fault) => sum + (fault.kind === 'late' ? fault.ms : 0), 0)
  const state = kinds.includes('never') ? 'dropped' : kinds.includes('reorder') ? 'held' : 'waiting'
  return simulation.deliveries.put({
    id: simulation.newId('del', 16),
    eventId: event.id,
    eventType: event.type,
    state,
    dueAt: state === 'waiting' ? simulation.now() + lateMs : null,
    attempts: [],
    tampering: Object.assign({}, PLAIN, ...faults.map((fault) => tamper(simulation, event, fault))),
    faults: kinds,
  })
}

function tamper(simulation: Simulation, event: Event, fault: WebhookFault): Partial<Tampering> {
  const { webhookSecret, outgoingWebhookSecret } = simulation.settings
  switch (fault.kind) {
    case 'wrong_amount':
      return { amount: fault.amount ?? event.data.object.amount + 1 }
    case 'wrong_currency':
      return { currency: fault.currency }
    case 'rotated_secret':
      return {
        secrets:
          fault.sign === 'both' ? [outgoingWebhookSecret, webhookSecret] : [outgoingWebhookSecret],
      }
    case 'forged':
      return { secrets: [FORGED_SECRET] }
    case 'stale':
      return { timestampShiftSeconds: -fault.seconds }
    case 'future':
      return { timestampShiftSeconds: fault.seconds }
    default:
      return {}
  }
}
