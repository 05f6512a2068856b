import type { World } from './open-world.ts'
import { bringRows, type Sent, type Stage } from './parcel-rows.ts'
import type { Card } from './shopping.ts'
import { call, orderBasket, type Placed, putIn, type Visitor } from './visitors.ts'

/** What became of an order's payment, and of the order after it. */
export const FATES = [
  ...(['waiting', 'card', 'refused', 'checking', 'declined', 'expired'] as const),
  ...(['paid', 'parted', 'cash', 'cancelled'] as const),
  /** Each shop's part at another stage; the first is there. */
  'moving',
  'completed',
  'cash-delivered',
] as const
export type Fate = (typeof FATES)[number]

/** How far each part of an order that is on its way has come. */
export const STAGES = ['delivered', 'shipped', 'processed'] as const satisfies Stage[]

/** What can be bought: things of three shops, and one that is paid for at the door. */
export type Bought = { cards: Card[]; cash: Card }

/** One order for each fate, and the fate brought about: at the provider, or by the shopper. */
export async function orderAll(
  { api, simulator }: World,
  headers: Visitor['headers'],
  addressId: string,
  { cards, cash }: Bought,
): Promise<Record<Fate, Placed>> {
  const placed: Partial<Record<Fate, Placed>> = {}
  for (const fate of FATES) {
    const order = async () => {
      for (const card of byCash(fate) ? [cash] : cards.slice(0, fate === 'moving' ? 3 : 2)) {
        await putIn(api, card, headers)
      }
      return await orderBasket(api, headers, { addressId, ...WAYS[fate] })
    }
    let made = await order()
    // A provider that the local server lost on the way leaves an order without a next step.
    for (let tries = 0; tries < 3 && !byCash(fate); tries += 1) {
      if (made.payment.nextAction != null) break
      made = await order()
    }
    placed[fate] = made
    const sign = SIGNS[fate]
    if (sign !== undefined) await signal(simulator, made, sign)
  }
  const all = placed as Record<Fate, Placed>
  for (const fate of FATES) if (fate in SIGNS) await untilHeard(api, headers, all[fate])
  for (const { orderGroup } of [all.parted, all.cancelled]) {
    const key = { ...headers, 'idempotency-key': crypto.randomUUID() }
    await call(`${api}/api/orders/${orderGroup.orders[0]?.id}/cancel`, {}, key)
  }
  return all
}

/** What one person ordered, for each fate. */
export type Ordered = { headers: Visitor['headers']; placed: Record<Fate, Placed> }

/**
 * What shops and carriers do with all of it, then what is left to the buyers. Nothing else may be on
 * its way to the market meanwhile.
 */
export async function sendAll({ api, state }: World, all: readonly Ordered[]): Promise<void> {
  bringRows(
    state,
    all.flatMap(({ placed }) => [
      sent(placed.moving, STAGES),
      sent(placed.completed, ['delivered']),
      sent(placed['cash-delivered'], ['delivered']),
    ]),
  )
  await Promise.all(all.map(({ headers, placed }) => receive(api, headers, placed.completed)))
}

/** A group with its parts at these stages, the last for all that are left. */
function sent({ orderGroup }: Placed, stages: readonly Stage[]): Sent {
  const last = stages.at(-1) ?? 'delivered'
  const of = orderGroup.orders.map(({ id }, n) => [id, stages[n] ?? last])
  return { groupId: orderGroup.id, stages: Object.fromEntries(of) }
}

/** The buyer has it, which pays the shops, and says how the first thing is. */
async function receive(api: string, headers: Visitor['headers'], { orderGroup }: Placed) {
  for (const { id } of orderGroup.orders) {
    const key = { ...headers, 'idempotency-key': crypto.randomUUID() }
    await call(`${api}/api/orders/${id}/received`, {}, key)
  }
  const url = `${api}/api/orders/${orderGroup.orders[0]?.id}`
  const { lines } = await call<Received>(url, undefined, headers)
  for (const { id, productSlug } of lines) {
    const review = { orderLineId: id, rating: 5, text: 'ของดี แพ็กมาเรียบร้อย' }
    await call(`${api}/api/products/${productSlug}/reviews`, review, headers)
  }
}

type Received = { lines: { id: string; productSlug: string }[] }

const byCash = (fate: Fate) => fate === 'cash' || fate === 'cash-delivered'
const inCash = { payment: { provider: 'cod', method: 'cash' } }
const byCard = { payment: { provider: 'stripe', method: 'card' } }
const WAYS: Partial<Record<Fate, object>> = {
  card: byCard,
  refused: byCard,
  cash: inCash,
  'cash-delivered': inCash,
}
const SIGNS: Partial<Record<Fate, 'process' | 'decline' | 'expire' | 'approve'>> = {
  checking: 'process',
  declined: 'decline',
  expired: 'expire',
  paid: 'approve',
  parted: 'approve',
  moving: 'approve',
  completed: 'approve',
}

async function signal(simulator: string, { payment }: Placed, sign: string): Promise<void> {
  const [intent] = /pi_\w+/.exec(payment.nextAction?.instructionsUrl ?? '') ?? []
  await call(`${simulator}/sim/payment_intents/${intent}/${sign}`, {})
}

/** Until the webhook has come that says what became of a payment. */
async function untilHeard(
  api: string,
  headers: Visitor['headers'],
  { orderGroup, payment }: Placed,
) {
  const until = Date.now() + 10_000
  const url = `${api}/api/order-groups/${orderGroup.id}`
  while ((await call<Placed>(url, undefined, headers)).payment.status === payment.status) {
    if (Date.now() > until) throw new Error(`nothing was heard of the payment of ${orderGroup.id}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
