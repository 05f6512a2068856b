import type { Mutant } from './mutants.ts'
import type { Remade } from './seams/flash-stock.ts'
import { cancelOrder } from './steps/give-up-or-receive.ts'
import { passTime } from './steps/pass-time.ts'
import { pay } from './steps/pay.ts'
import { placeOrder } from './steps/place-order.ts'
import { planSale } from './steps/plan-sale.ts'
import { jobs } from './steps/run-jobs.ts'
import { sendAgain } from './steps/send-again.ts'

/** Units come once for each transfer that this life of the object has heard of. */
const forgetful: Remade = (object) => {
  const life = Math.random()
  return {
    ...facesOf(object),
    transfer: async (transfer) =>
      await object.transfer({ ...transfer, id: `${transfer.id} ${life}` }),
  }
}

/** What is given up is there for others again, though the database may have it. */
const generous: Remade = (object) => ({
  ...facesOf(object),
  async release(key) {
    await object.reconcile([{ key, holders: [], quantity: 1, stands: false }], 0, false)
  },
})

const facesOf: Remade = (object) => ({
  transfer: async (...given) => await object.transfer(...given),
  take: async (...given) => await object.take(...given),
  settle: async (...given) => await object.settle(...given),
  release: async (...given) => await object.release(...given),
  reconcile: async (...given) => await object.reconcile(...given),
})

const LOSSY = { fails: 0.02, lost: 0.12, crash: 0.03, delay: 0.03, unheard: 0.03 }
/** What a flash sale is about, and nothing else. */
const STEPS = [planSale, placeOrder, sendAgain, pay, cancelOrder, jobs, passTime]

/** Mistakes that a flash sale can make. */
export const FLASH_MUTANTS: readonly Mutant[] = [
  {
    name: 'units that come again to an object that began anew',
    seed: 13,
    breaks: /^S8/,
    scenario: { odds: LOSSY },
    mutate: () => ({ flash: forgetful }),
  },
  {
    name: 'a take that is given up though its order is written',
    seed: 9,
    breaks: /^S8/,
    scenario: { odds: LOSSY, steps: STEPS },
    mutate: () => ({ flash: generous }),
  },
]
