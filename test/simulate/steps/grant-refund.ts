import { provenMember } from '#src/common/shop-scope.ts'
import type { Given, Keyed, PlacedOrder } from '../model.ts'
import type { Step, World } from '../world.ts'
import { type Chosen, chooseOrder } from './choose-order.ts'

type Ask = { lines: { lineId: string; quantity: number }[]; shipping: boolean; reason: string }

const GOES_ON = ['paid', 'processed', 'shipped', 'delivered', 'cancel_requested'] as const

/** A shop or an operator gives pieces of an order back; now and then both do so at once. */
export const grantRefund: Step = {
  name: 'grant refund',
  weight: 7,
  async run(world) {
    const { random, model } = world
    const chosen = await chooseOrder(world, random.chance(0.4) ? ['completed'] : GOES_ON)
    if (chosen === undefined) return
    const ask = askOf(world, chosen.order)
    const first = granting(world, chosen, ask)
    if (random.chance(0.6)) return await model.send(first)
    // The same pieces by two hands, or by one hand twice.
    const other = random.chance(0.8) ? granting(world, chosen, ask) : first
    return await Promise.all([model.send(first), model.send(other)])
  },
}

function askOf({ random }: World, { lines }: PlacedOrder): Ask {
  const shipping = random.chance(0.3)
  const some = lines.filter(() => random.chance(0.7))
  const wanted = some.length === 0 && !shipping ? lines : some
  return {
    lines: wanted.map(({ id, quantity }) => ({
      lineId: id,
      // One piece too many now and then.
      quantity: random.chance(0.1) ? quantity + 1 : random.between(1, quantity),
    })),
    shipping,
    reason: 'ชำรุด',
  }
}

function granting(
  { random, newKey, call, model }: World,
  { group, order }: Chosen,
  ask: Ask,
): Keyed {
  const shop = { shopId: order.shopId, userId: 'usr_manager', role: 'manager' } as const
  const by = random.pick([
    { actor: 'operator', userId: 'usr_operator' } as const,
    { actor: 'seller', scope: provenMember(shop) } as const,
  ])
  const key = newKey()
  const send = async () => {
    const outcome = await call('grant', null, async (services) => {
      return (await services.order().grants.grant(by, order.id, ask, { key })).body as Given
    })
    if (outcome.kind === 'answer') model.granted(outcome.value)
    return outcome
  }
  return { key, shopper: group.shopper, send }
}
