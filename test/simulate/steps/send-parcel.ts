import { step } from '../../support/parcels.ts'
import type { Step } from '../world.ts'
import { chooseOrder } from './choose-order.ts'

const EVENTS = ['accepted', 'shipped', 'delivered'] as const
const AFTER = { paid: 'accepted', processed: 'shipped', shipped: 'delivered' } as const

/** A shop or a carrier moves an order on; one that is not there yet refuses. */
export const sendParcel: Step = {
  name: 'send parcel',
  weight: 12,
  async run(world) {
    const { random, clock, call } = world
    const chosen = await chooseOrder(world, ['paid', 'processed', 'shipped'])
    if (chosen === undefined) return
    const part = { groupId: chosen.group.groupId, orderId: chosen.order.id }
    const next = AFTER[chosen.status as keyof typeof AFTER]
    const event = random.chance(0.9) ? (next ?? EVENTS[0]) : random.pick(EVENTS)
    await call(event, null, async (services) => {
      const market = { services: () => services, clock: { now: () => new Date(clock.nowMs) } }
      await step(market, part, event)
    })
  },
}
