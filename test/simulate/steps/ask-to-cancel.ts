import { provenMember } from '#src/common/shop-scope.ts'
import type { Step } from '../world.ts'
import { chooseOrder } from './choose-order.ts'
import { act } from './give-up-or-receive.ts'

/** A buyer would like an order to be cancelled that its shop has begun with. */
export const askToCancel: Step = {
  name: 'ask to cancel',
  weight: 4,
  async run(world) {
    const of = await chooseOrder(world, ['processed'])
    await act(world, 'cancel-request', of, (order, buyer, id, key) =>
      order.cancellation.request(buyer, id, { reason: 'changed_mind' }, key),
    )
    if (world.random.chance(0.8)) await answerCancel.run(world)
  },
}

/** Its shop agrees or does not; often it says nothing, and the minute's job agrees. */
export const answerCancel: Step = {
  name: 'answer cancel',
  weight: 2,
  async run(world) {
    const { random, newKey, call, model } = world
    const chosen = await chooseOrder(world, ['cancel_requested'])
    if (chosen === undefined) return
    const { group, order } = chosen
    const { shopId, id } = order
    const scope = provenMember({ shopId, userId: 'usr_packer', role: 'staff' })
    const member = { scope, locale: 'th' as const }
    const agrees = random.chance(0.5)
    const key = newKey()
    const send = async () =>
      await call('answer-cancel', null, async (services) => {
        const { fulfilment } = services.order()
        const { body } = agrees
          ? await fulfilment.approve(member, id, { key })
          : await fulfilment.refuse(member, id, { reason: 'already_packed' }, { key })
        return body as { status: string }
      })
    const outcome = await model.send({ key, shopper: group.shopper, send })
    if (outcome.kind === 'answer') model.told(id, (outcome.value as { status: string }).status)
  },
}
