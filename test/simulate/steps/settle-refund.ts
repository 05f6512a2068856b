import type { Step } from '../world.ts'

/** A bank takes a refund that was on its way, or will not; now and then it sends back what it took. */
export const settleRefund: Step = {
  name: 'settle refund',
  weight: 3,
  async run({ random, provider, scheduler }) {
    const all = [...provider.refunds.values()]
    const pending = all.filter(({ status }) => status === 'pending')
    const returns = pending.length === 0 && !scheduler.isCalm()
    const from = returns ? all.filter(({ status }) => status === 'succeeded') : pending
    if (from.length === 0) return
    const fails = returns || (!scheduler.isCalm() && random.chance(0.3))
    const refund = random.pick(from)
    scheduler.note(`bank: ${refund.providerRef} ${fails ? 'failed' : 'succeeded'}`)
    provider.settleRefund(refund, fails ? 'failed' : 'succeeded')
  },
}
