import { step } from '../../support/parcels.ts'
import type { PlacedOrder } from '../model.ts'
import type { Step, World } from '../world.ts'
import { chooseOrder } from './choose-order.ts'

const EVENTS = ['accepted', 'shipped', 'delivered'] as const
const AFTER = { paid: 'accepted', processed: 'shipped', shipped: 'delivered' } as const

type Part = { groupId: string; orderId: string }
type Event = (typeof EVENTS)[number]
type Lines = { lineId: string; quantity: number }[]

/**
 * A shop or a carrier moves an order on, now and then with some of its pieces; one that is not there
 * yet refuses, and one of which nothing is left to send.
 */
export const sendParcel: Step = {
  name: 'send parcel',
  weight: 12,
  async run(world) {
    const { random } = world
    const chosen = await chooseOrder(world, ['paid', 'processed', 'shipped'])
    if (chosen === undefined) return
    const part = { groupId: chosen.group.groupId, orderId: chosen.order.id }
    const next = AFTER[chosen.status as keyof typeof AFTER]
    const event = random.chance(0.9) ? (next ?? EVENTS[0]) : random.pick(EVENTS)
    const lines = random.chance(0.4) ? somePieces(world, chosen.order) : undefined
    await move(world, part, event, lines)
    // What was sent of it may come before the rest is sent.
    if (lines !== undefined && random.chance(0.4)) await move(world, part, 'delivered')
  },
}

/** One step of an order, in an isolate of its own. */
export async function move(world: World, part: Part, event: Event, lines?: Lines) {
  const { call, clock } = world
  return await call(event, null, async (services) => {
    const market = { services: () => services, clock: { now: () => new Date(clock.nowMs) } }
    await step(market, part, event, lines)
  })
}

function somePieces({ random }: World, { lines }: PlacedOrder): Lines {
  const { id, quantity } = random.pick(lines)
  return [{ lineId: id, quantity: random.between(1, quantity) }]
}
