import type { Step } from '../world.ts'

/** The payer, or their bank, does something about a charge. None of our Workers takes part in it. */
export const pay: Step = {
  name: 'pay',
  weight: 9,
  async run({ random, provider, scheduler }) {
    const charges = [...provider.charges.values()].filter(({ status }) => status !== 'succeeded')
    const open = charges.filter(({ status }) => status !== 'canceled')
    // Money may come after a QR has ended.
    const from = open.length > 0 && random.chance(0.9) ? open : charges
    if (from.length === 0) return
    const charge = random.pick(from)
    const promptPay = charge.method === 'promptpay'
    const way = random.next()
    scheduler.note(`payer: ${charge.providerRef} ${way.toFixed(2)}`)
    if (charge.status === 'canceled' && !promptPay) return
    if (way < 0.1 && charge.status !== 'canceled') provider.process(charge)
    else if (way < 0.2 && charge.status !== 'canceled') provider.decline(charge)
    else if (way < 0.3 && promptPay)
      provider.pay(charge, charge.amountSatang - random.between(1, 900))
    else provider.pay(charge)
  },
}
