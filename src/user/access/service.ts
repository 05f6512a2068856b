import type { Clock } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { describeError, type Log } from '#src/common/log.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { announce, type OutboxMessage } from '#src/database/outbox.ts'
import type { Ended } from '#src/services/seats/index.ts'
import { isHeld } from './repository.ts'
import { AccessEnded } from './schema.ts'

export const ACCESS_ENDED = 'access.ended'

export type AccessDeps = {
  database: Database
  clock: Clock
  log: Log
  /** Closes what somebody hears by it, on every channel. */
  endLive(userId: string, ended: Ended): Promise<void>
  /** Hands messages that were just committed to the queue. */
  relaySaved(messages: readonly OutboxMessage[]): Promise<void>
  defer(task: Promise<unknown>): void
  sleep(ms: number): Promise<void>
}

/** Before each try of the request itself; then the queue tries. */
const PAUSES_MS = [0, 200, 1000] as const

/**
 * Access that ends while somebody listens (R5): a session, a membership, an account. The write that ends
 * it announces it, so that it is never forgotten; the request itself sees to it at once.
 */
export function createAccessService(deps: AccessDeps) {
  const { database, clock, log, endLive, relaySaved, defer, sleep } = deps

  async function endNow(userId: string, ended: Ended): Promise<void> {
    for (const pauseMs of PAUSES_MS) {
      if (pauseMs > 0) await sleep(pauseMs)
      try {
        return await endLive(userId, ended)
      } catch (error) {
        log.error('access.end_failed', { userId, ...describeError(error) })
      }
    }
  }

  return {
    /** The message that one write saves, and `act` follows. */
    ended: (userId: string, ended: Ended): OutboxMessage => ({
      id: newId('msg'),
      kind: ACCESS_ENDED,
      aggregateId: userId,
      version: clock.now().getTime(),
      payload: { userId, ended },
    }),

    announce: (q: Query, message: OutboxMessage): Statement =>
      announce(q, database.tables, message, clock.now()),

    /** After the commit. The answer does not wait for it. */
    act(message: OutboxMessage): void {
      const { userId, ended } = AccessEnded.parse(message.payload)
      defer(endNow(userId, ended))
      defer(relaySaved([message]))
    },

    /** From the queue, however often: somebody who has it again meanwhile keeps it. One query. */
    async follow(payload: unknown): Promise<void> {
      const { userId, ended } = AccessEnded.parse(payload)
      if (await isHeld(database, userId, ended)) return
      await endLive(userId, ended)
    },
  }
}

export type AccessService = ReturnType<typeof createAccessService>
