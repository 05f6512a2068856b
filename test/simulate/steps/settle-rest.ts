import type { Given } from '../model.ts'
import type { Step, World } from '../world.ts'
import { move } from './send-parcel.ts'

/**
 * People settle what is partly on its way, which no clock does: an operator gives back what is left to
 * send, or its shop sends it, as it must where nothing may go back.
 */
export const settleRest: Step = {
  name: 'settle rest',
  weight: 0,
  async run(world) {
    for (const { orderId, groupId, left } of await halfSent(world)) {
      const given = world.random.chance(0.5) && (await giveBack(world, orderId, left))
      if (!given) await move(world, { groupId, orderId }, 'shipped')
    }
  },
}

type Left = { lineId: string; quantity: number }[]

/** Orders of which some was sent and some is left to send. */
async function halfSent({ db, scheduler }: World) {
  const { orders, orderLines } = db.tables
  const all = await scheduler.look(async () => await db.select().from(orders))
  const lines = await scheduler.look(async () => await db.select().from(orderLines))
  return all.flatMap(({ id: orderId, groupId, status }) => {
    const own = lines.filter((line) => line.orderId === orderId)
    if (status !== 'processed' || own.every(({ sentQuantity }) => sentQuantity === 0)) return []
    const left = own.map(({ id, quantity, sentQuantity, refundedQuantity }) => ({
      lineId: id,
      quantity: quantity - sentQuantity - refundedQuantity,
    }))
    return [{ orderId, groupId, left: left.filter(({ quantity }) => quantity > 0) }]
  })
}

async function giveBack({ call, newKey, model }: World, orderId: string, lines: Left) {
  const by = { actor: 'operator', userId: 'usr_operator' } as const
  const ask = { lines, shipping: false, reason: 'ของหมด' }
  const outcome = await call('grant', null, async (services) => {
    const { grants } = services.order()
    return (await grants.grant(by, orderId, ask, { key: newKey() })).body as Given
  })
  if (outcome.kind === 'answer') model.granted(outcome.value)
  return outcome.kind === 'answer'
}
