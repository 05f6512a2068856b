import type { StoredAnswer } from '#src/database/idempotency.ts'
import type { OrderModule } from '#src/order/index.ts'
import type { Placed } from '../model.ts'
import type { Step, World } from '../world.ts'

type Buyer = Parameters<OrderModule['cancellation']['cancel']>[0]
type Act = (
  order: OrderModule,
  ...of: [Buyer, orderId: string, { key: string }]
) => Promise<StoredAnswer>

/** A buyer gives an order up, whatever state it is in. */
export const cancelOrder: Step = {
  name: 'cancel',
  weight: 3,
  run: async (world) =>
    await act(world, 'cancel', anyOrder(world), (order, ...of) => order.cancellation.cancel(...of)),
}

/** A buyer says that a parcel has come; mostly one that was sent. */
export const receiveOrder: Step = {
  name: 'received',
  weight: 4,
  async run(world) {
    const sent = [...world.model.parcels].filter(([, steps]) => steps >= 2).map(([id]) => id)
    const of = anyOrder(world, world.random.chance(0.8) && sent.length > 0 ? sent : undefined)
    await act(world, 'received', of, (order, ...rest) => order.completion.received(...rest))
  },
}

type Chosen = { group: Placed; orderId: string } | undefined

function anyOrder({ random, model }: World, among?: readonly string[]): Chosen {
  const all = [...model.groups.values()].flatMap((group) =>
    group.orders.map(({ id: orderId }) => ({ group, orderId })),
  )
  const some = all.filter(({ orderId }) => among?.includes(orderId) ?? true)
  return some.length === 0 ? undefined : random.pick(some)
}

async function act(world: World, name: string, chosen: Chosen, how: Act): Promise<void> {
  if (chosen === undefined) return
  const { orderId, group } = chosen
  const { shopper, orderToken } = group
  const buyer = { userId: shopper.userId, orderToken, locale: 'th' as const }
  const key = world.newKey()
  const send = async () =>
    await world.call(name, shopper, async (services) => {
      const { body } = await how(services.order(), buyer, orderId, { key })
      return body as { id: string; status: string }
    })
  const outcome = await world.model.send({ key, shopper, send })
  if (outcome.kind === 'answer') {
    world.model.told(orderId, (outcome.value as { status: string }).status)
  }
}
