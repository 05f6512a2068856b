import { consume } from '#src/queue.ts'
import type { Step } from '../world.ts'

/** The queue hands out some of what it holds, in any order, and again what was not acknowledged. */
export const consumeMessages: Step = {
  name: 'consume messages',
  weight: 6,
  async run({ random, queue, mutation, log, call }) {
    const messages = queue
      .held()
      .filter(() => random.chance(0.7))
      .toSorted(() => random.next() - 0.5)
    if (messages.length === 0) return
    const { batch, acked, retried } = queue.batchOf(messages)
    if (mutation.acknowledgesFirst === 'messages') {
      queue.settle(new Set(messages.map(({ id }) => id)), new Set())
    }
    const outcome = await call('consumer', null, async (services) => {
      await consume(batch, services, log)
    })
    // Who died acknowledged nothing; now and then what was acknowledged comes again all the same.
    if (outcome.kind === 'answer' && random.chance(0.9)) queue.settle(acked, retried)
  },
}
