import type { PlaceOrder } from '#src/order/schema.ts'
import type { Keyed } from '../model.ts'
import { GUEST_ADDRESS, type Shopper } from '../town.ts'
import type { Step, World } from '../world.ts'
import { putIn } from './put-in-cart.ts'

const PAYMENTS = [
  { weight: 4, provider: 'stripe', method: 'promptpay' },
  { weight: 3, provider: 'stripe', method: 'card' },
  { weight: 2, provider: 'cod', method: 'cash' },
] as const

/** A basket becomes an order; sometimes from two tabs, by one key or by two. */
export const placeOrder: Step = {
  name: 'place order',
  weight: 9,
  async run(world) {
    const { random, shoppers, model } = world
    const shopper = random.pick(shoppers)
    if (random.chance(0.85)) await putIn(world, shopper)
    const input = inputOf(world, shopper)
    const first = placing(world, shopper, input, world.newKey())
    if (random.chance(0.7)) return await model.send(first)
    const other = random.chance(0.5) ? first : placing(world, shopper, input, world.newKey())
    return await Promise.all([model.send(first), model.send(other)])
  },
}

function inputOf({ random, shops, vouchers }: World, shopper: Shopper): PlaceOrder {
  const { provider, method } = random.weighted(PAYMENTS)
  const used = vouchers.filter(() => random.chance(0.25)).map(({ code }) => code)
  return {
    shipping: Object.fromEntries(shops.map(({ id, optionId }) => [id, optionId])),
    payment: { provider, method },
    ...(used.length === 0 ? {} : { vouchers: used }),
    ...(shopper.addressId === null
      ? { address: GUEST_ADDRESS, contact: { email: shopper.email, phone: GUEST_ADDRESS.phone } }
      : { addressId: shopper.addressId }),
  }
}

/** A checkout with its key; the model hears of the group that it makes. */
export function placing(world: World, shopper: Shopper, input: PlaceOrder, key: string): Keyed {
  const { userId, cartToken } = shopper
  const asking = {
    userId,
    cartToken,
    orderToken: null,
    locale: 'th',
    clientAddress: '::1',
  } as const
  const send = async () => {
    const outcome = await world.call('checkout', shopper, async (services) => {
      const { checkout, reader } = services.order()
      const { body } = await checkout.place(asking, input, { key })
      return await reader.withToken(body as never, { userId, orderToken: null })
    })
    if (outcome.kind === 'answer') {
      const { orderGroup, orderToken = null } = outcome.value as Body
      const orders = orderGroup.orders.map(({ id, shop, lines }) => ({
        ...{ id, shopId: shop.id },
        lines: lines.map(({ id, quantity }) => ({ id, quantity })),
      }))
      world.model.placed({ groupId: orderGroup.id, orders, shopper, orderToken })
    }
    return outcome
  }
  return { key, shopper, send }
}

type Seen = { id: string; shop: { id: string }; lines: { id: string; quantity: number }[] }
type Body = { orderGroup: { id: string; orders: Seen[] }; orderToken?: string }
