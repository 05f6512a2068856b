import type { StoredAnswer } from '#src/database/idempotency.ts'
import type { OrderModule } from '#src/order/index.ts'
import type { Step, World } from '../world.ts'
import { type Chosen, chooseOrder } from './choose-order.ts'

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
    await act(
      world,
      'cancel',
      await chooseOrder(world, ['pending_payment', 'paid']),
      (order, ...of) => order.cancellation.cancel(...of),
    ),
}

/** A buyer says that a parcel has come; mostly one that was sent. */
export const receiveOrder: Step = {
  name: 'received',
  weight: 4,
  async run(world) {
    const of = await chooseOrder(world, ['shipped', 'delivered'])
    await act(world, 'received', of, (order, ...rest) => order.completion.received(...rest))
  },
}

/** A buyer wants longer to look at what has come. */
export const wantMoreTime: Step = {
  name: 'more time',
  weight: 1,
  async run(world) {
    const of = await chooseOrder(world, ['delivered'])
    await act(world, 'more-time', of, (order, ...rest) => order.completion.moreTime(...rest))
  },
}

/** What a buyer does with an order of theirs, under a key; they are told how it stands then. */
export async function act(
  world: World,
  name: string,
  chosen: Chosen | undefined,
  how: Act,
): Promise<void> {
  if (chosen === undefined) return
  const { group } = chosen
  const orderId = chosen.order.id
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
