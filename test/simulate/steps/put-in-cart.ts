import type { Shopper } from '../town.ts'
import type { Step, World } from '../world.ts'

export const putInCart: Step = {
  name: 'put in cart',
  weight: 4,
  run: async (world) => await putIn(world, world.random.pick(world.shoppers)),
}

/** One or two of something, without knowing whether it is there. */
export async function putIn(world: World, shopper: Shopper): Promise<void> {
  const { random, variants, model, call } = world
  const line = { variantId: random.pick(variants).id, quantity: random.between(1, 2) }
  model.wants(shopper, line.variantId, line.quantity)
  await call('cart', shopper, async (services) => {
    const { userId, cartToken } = shopper
    return await services.order().cart.add({ userId, cartToken }, line, 'th')
  })
}
