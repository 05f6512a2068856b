import { step } from '../../support/parcels.ts'
import type { Step } from '../world.ts'

const EVENTS = ['accepted', 'shipped', 'delivered'] as const

/** A shop or a carrier moves an order on; one that is not there yet refuses. */
export const sendParcel: Step = {
  name: 'send parcel',
  weight: 12,
  async run({ random, model, clock, call }) {
    if (model.groups.size === 0) return
    const { groupId, orders } = random.pick([...model.groups.values()])
    const part = { groupId, orderId: random.pick(orders).id }
    const done = model.parcels.get(part.orderId) ?? 0
    const event = random.chance(0.8) ? (EVENTS[done] ?? EVENTS[2]) : random.pick(EVENTS)
    const outcome = await call(event, null, async (services) => {
      const market = { services: () => services, clock: { now: () => new Date(clock.nowMs) } }
      await step(market, part, event)
    })
    if (outcome.kind === 'answer') model.parcels.set(part.orderId, done + 1)
  },
}
