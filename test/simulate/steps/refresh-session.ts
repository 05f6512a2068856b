import type { Shopper } from '../town.ts'
import type { Step } from '../world.ts'

const busy = new WeakSet<Shopper>()

/**
 * A device renews its session; sometimes two of its tabs do so at once. It does not begin anew while
 * one is under way: a token that is two steps old ends the session, however young it is (A1).
 */
export const refreshSession: Step = {
  name: 'refresh session',
  weight: 2,
  async run({ random, shoppers, model, clock, call }) {
    const device = random.pick(shoppers)
    const { token } = device
    if (token === null || busy.has(device)) return
    busy.add(device)
    const tab = async () => {
      const judge = model.refreshing(token, clock.nowMs)
      const outcome = await call('refresh', device, async (services) => {
        return (await services.user().auth.refresh(token, '::1')).refreshToken
      })
      judge(outcome, clock.nowMs)
      // The tab that is slower must not put an older token in place of a newer one.
      if (outcome.kind === 'answer' && device.token === token) device.token = outcome.value
      if (outcome.kind === 'refused') device.token = null
    }
    await Promise.all(random.chance(0.5) ? [tab(), tab()] : [tab()])
    busy.delete(device)
  },
}
