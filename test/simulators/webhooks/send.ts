import type { Delivery, Tampering } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import type { Event } from '../stripe/event.ts'
import { signatureHeader } from './sign.ts'

/** Sends one webhook request to the merchant; a rejection counts as no answer. */
export type Deliver = (request: Request) => Promise<Response>

/** If the process dies while a delivery is on its way, it is tried again after this. */
const SENDING_LEASE_MS = 60_000

/** Makes one try at a delivery and writes down how it went; a failure is tried again later. */
export async function sendWebhook(
  simulation: Simulation,
  delivery: Delivery,
  deliver: Deliver,
): Promise<void> {
  const event = simulation.events.get(delivery.eventId)
  if (event === undefined) return
  const at = simulation.now()
  simulation.deliveries.put({ ...delivery, state: 'sending', dueAt: at + SENDING_LEASE_MS })
  const attempt = { at, ...(await post(simulation, event, delivery.tampering, deliver)) }
  // A reset while the request was out leaves nothing to write to.
  if (simulation.deliveries.get(delivery.id) === undefined) return
  const attempts = [...delivery.attempts, attempt]
  const accepted = attempt.status !== null && attempt.status >= 200 && attempt.status < 300
  const delay = simulation.settings.retryDelaysMs[attempts.length - 1]
  if (accepted || delay === undefined) {
    const state = accepted ? 'delivered' : 'failed'
    simulation.deliveries.put({ ...delivery, attempts, state, dueAt: null })
    if (accepted) simulation.events.put({ ...event, pending_webhooks: 0 })
    return
  }
  const dueAt = simulation.now() + delay
  simulation.deliveries.put({ ...delivery, attempts, state: 'waiting', dueAt })
}

async function post(
  simulation: Simulation,
  event: Event,
  tampering: Tampering,
  deliver: Deliver,
): Promise<{ status: number | null; error: string | null }> {
  const body = JSON.stringify(tampered(event, tampering), null, 2)
  const timestamp = simulation.seconds() + tampering.timestampShiftSeconds
  const secrets = tampering.secrets ?? [simulation.settings.webhookSecret]
  try {
    const response = await deliver(
      new Request(simulation.settings.webhookUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': await signatureHeader(body, secrets, timestamp),
          'user-agent': 'Stripe/1.0 (Talat payment simulator)',
        },
        body,
      }),
    )
    await response.body?.cancel()
    return { status: response.status, error: null }
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : String(error) }
  }
}

function tampered(event: Event, { amount, currency }: Tampering): Event {
  const object = event.data.object
  const changed = {
    ...object,
    ...(currency === null ? {} : { currency }),
    ...(amount === null ? {} : { amount }),
  }
  if (amount !== null && changed.object === 'payment_intent' && changed.status === 'succeeded') {
    changed.amount_received = amount
  }
  if (amount !== null && changed.object === 'charge' && changed.captured) {
    changed.amount_captured = amount
  }
  return { ...event, data: { object: changed } }
}
