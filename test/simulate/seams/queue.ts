import type { MessageBatch, Queue } from '@cloudflare/workers-types'
import type { Isolate, Scheduler } from '../scheduler.ts'

export type Held = { id: string; body: unknown; attempts: number }

const MAX_RETRIES = 5

/** A queue that keeps what it took until it is acknowledged, and hands it out in any order. */
export function createQueueTwin() {
  let held: Held[] = []
  const dead: Held[] = []
  let made = 0
  const without = (ids: ReadonlySet<string>) => held.filter(({ id }) => !ids.has(id))

  return {
    held: (): readonly Held[] => held,
    dead,
    reachedBy(isolate: Isolate, { through }: Pick<Scheduler, 'through'>): Queue {
      const sendBatch = async (messages: { body: unknown }[]) =>
        await through(isolate, 'send', `queue ×${messages.length}`, async () => {
          for (const { body } of messages) {
            made += 1
            held.push({ id: `q${made}`, body: JSON.parse(JSON.stringify(body)), attempts: 1 })
          }
        })
      return { sendBatch } as unknown as Queue
    },

    /** A batch for a consumer. What it says of each message counts once it has come to its end. */
    batchOf(messages: readonly Held[]) {
      const acked = new Set<string>()
      const retried = new Set<string>()
      const batch = {
        queue: 'talat-events',
        messages: messages.map(({ id, body, attempts }) => ({
          ...{ id, body, attempts, timestamp: new Date() },
          ack: () => acked.add(id),
          retry: () => retried.add(id),
        })),
      } as unknown as MessageBatch
      return { batch, acked, retried }
    },
    settle(acked: ReadonlySet<string>, retried: ReadonlySet<string>): void {
      held = without(acked).map((message) =>
        retried.has(message.id) ? { ...message, attempts: message.attempts + 1 } : message,
      )
      const over = held.filter(({ attempts }) => attempts > MAX_RETRIES)
      dead.push(...over)
      held = without(new Set(over.map(({ id }) => id)))
    },
    /** An operator hands the dead letters in again. */
    replay(): void {
      held.push(...dead.splice(0).map((message) => ({ ...message, attempts: 1 })))
    },
  }
}

export type QueueTwin = ReturnType<typeof createQueueTwin>
