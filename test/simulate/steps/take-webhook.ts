import { bodyOf } from '../seams/provider.ts'
import type { Step } from '../world.ts'

/** The provider announces something; again until it gets a 2xx, and sometimes after it. */
export const takeWebhook: Step = {
  name: 'take webhook',
  weight: 12,
  async run({ random, provider: { webhooks }, mutation, model, call }) {
    if (webhooks.length === 0) return
    const webhook = random.pick(webhooks)
    const acknowledge = () => {
      model.acknowledged.add(webhook.id)
      const at = webhooks.indexOf(webhook)
      if (at >= 0 && random.chance(0.8)) webhooks.splice(at, 1)
    }
    if (mutation.acknowledgesFirst === 'webhooks') acknowledge()
    const outcome = await call('webhook', null, async (services) => {
      await services.order().webhooks.receive('stripe', bodyOf(webhook), new Headers())
    })
    if (outcome.kind === 'answer') acknowledge()
  },
}
