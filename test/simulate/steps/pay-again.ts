import type { Keyed } from '../model.ts'
import type { Step, World } from '../world.ts'

const CHOICES = [
  { provider: 'stripe', method: 'promptpay' },
  { provider: 'stripe', method: 'card' },
  { provider: 'cod', method: 'cash' },
] as const

export const payAgain: Step = {
  name: 'pay again',
  weight: 3,
  async run(world) {
    const { model } = world
    if (model.groups.size > 0) await model.send(paying(world))
  },
}

function paying({ random, model, newKey, call }: World): Keyed {
  const { groupId, shopper, orderToken } = random.pick([...model.groups.values()])
  const choice = random.pick(CHOICES)
  const { userId, cartToken } = shopper
  const asking = { userId, cartToken, orderToken, locale: 'th', clientAddress: '::1' } as const
  const key = newKey()
  const send = async () =>
    await call('pay-again', shopper, async (services) => {
      return (await services.order().payAgain.pay(asking, groupId, choice, { key })).body
    })
  return { key, shopper, send }
}
