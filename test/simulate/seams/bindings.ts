import { env } from 'cloudflare:workers'
import type { D1Database, DurableObjectNamespace } from '@cloudflare/workers-types'
import type { Env } from '#src/config/env.ts'
import { RANDOM_KEY } from '../../support/test-variables.ts'
import type { Isolate, Scheduler } from '../scheduler.ts'
import { type Rewrite, seamedD1 } from './database.ts'
import type { FlashTwin } from './flash-stock.ts'
import type { QueueTwin } from './queue.ts'

type Outside = {
  base: D1Database
  queue: QueueTwin
  flash: FlashTwin
  rewrite: Rewrite | undefined
}

/** What the platform binds to one isolate: its database, queue and channels, each behind its seam. */
export function bindingsOf(
  isolate: Isolate,
  scheduler: Scheduler,
  { base, queue, flash, rewrite }: Outside,
): Env {
  const publish = async (key: string) =>
    await scheduler.through(isolate, 'send', `frame ${key}`, async () => 1)
  return {
    ...env,
    DATABASE: 'd1',
    // Of no other run: what follows from it must be the same for a seed.
    TOKEN_KEY: RANDOM_KEY,
    DB: seamedD1(base, scheduler, isolate, rewrite),
    EVENTS: queue.reachedBy(isolate, scheduler),
    ORDER_STATUS: objects({ publish }),
    // Hints that follow the queue's message and decide nothing.
    INBOXES: objects({ publish: async () => 1 }),
    STOCK_WATCH: objects({ publish: async () => 1 }),
    OPERATOR_FEED: objects({ publish: async () => 1 }),
    SEATS: objects({ end: async () => undefined }),
    FLASH_STOCK: flash.reachedBy(isolate),
    // Nobody is limited here: how many may do what at a time has tests of its own.
    RATE_LIMITS: objects({
      take: async () => ({ allowed: true, retryAfterSeconds: 0 }),
      reset: async () => undefined,
    }),
  }
}

const objects = (stub: object) =>
  ({ idFromName: (name: string) => name, get: () => stub }) as unknown as DurableObjectNamespace
