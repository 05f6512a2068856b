import type { Shopper } from '../town.ts'
import type { Step, World } from '../world.ts'

export const putInCart: Step = {
  name: 'put in cart',
  weight: 4,
  run: async (world) => await putIn(world, world.random.pick(world.shoppers)),
}

/** One or two of something, without knowing whether it is there. */
export async function putIn(world: World, shopper: Shopper): Promise<void> {
  const { random, clock, variants, model, call } = world
  const onSale = [...model.campaigns.values()].filter(({ endsAtMs }) => clock.nowMs < endsAtMs)
  // What is in a flash sale is what many came for.
  const variantId =
    onSale.length > 0 && random.chance(0.5)
      ? random.pick(onSale).variantId
      : random.pick(variants).id
  const line = { variantId, quantity: random.between(1, 2) }
  model.wants(shopper, line.variantId, line.quantity)
  await call('cart', shopper, async (services) => {
    const { userId, cartToken } = shopper
    return await services.order().cart.add({ userId, cartToken }, line, 'th')
  })
}
