import { after, type Clock } from '#src/common/clock.ts'
import { decodeCursor, page } from '#src/common/cursor.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import {
  deadLetterById,
  leaseDeadLetter,
  listDeadLetters,
  type DeadLetter as Row,
  settleDeadLetter,
} from '#src/database/dead-letters.ts'
import type { DeadLetter, DeadLetterPage, ListDeadLetters } from './schema.ts'

export type DeadLetterDeps = {
  database: Database
  clock: Clock
  log: Log
  /** Hands a body to the queue as it is. Rejects when the queue does not take it. */
  send(body: unknown): Promise<void>
}

/** What no retry could deliver, for an operator who mended the cause (Q3). */
export function createDeadLetters({ database, clock, log, send }: DeadLetterDeps) {
  return {
    /** Dead letters, newest first. @throws Problem `cursor_invalid` */
    async list({ replayed, limit, cursor }: ListDeadLetters): Promise<DeadLetterPage> {
      const sort = `dead-letters:${replayed ?? 'all'}`
      const position = cursor === undefined ? null : decodeCursor(sort, cursor)
      const sentAgain = replayed === undefined ? undefined : replayed === 'true'
      const rows = await listDeadLetters(database, sentAgain, limit, position)
      const { items, nextCursor } = page(rows, limit, sort, ({ diedMs, id }) => ({
        value: diedMs,
        id,
      }))
      return { items: items.map(shown), nextCursor }
    },

    /**
     * Sends a letter's body again, under the id it had: consumers that saw it know it. It is leased
     * first, so that of two who press at once one sends it, and marked after the queue took it, so
     * that nothing is lost by a crash in between.
     * @throws Problem `not_found`, `transition_refused` when it was sent again or is being sent,
     * `overloaded` when the queue does not take it
     */
    async replay(operatorId: string, id: string): Promise<DeadLetter> {
      const letter = await deadLetterById(database, id)
      if (letter === undefined) throw new Problem('not_found')
      const now = clock.now()
      const until = after(now, SETTINGS.deadLetters.replayMs)
      if (!(await leaseDeadLetter(database, id, now.getTime(), until.getTime()))) {
        throw new Problem('transition_refused')
      }
      try {
        await send(letter.body)
      } catch (error) {
        await settleDeadLetter(database, id)
        log.error('dead_letter.not_replayed', { letterId: id, ...describeError(error) })
        throw new Problem('overloaded', { retryAfterSeconds: 5 })
      }
      await settleDeadLetter(database, id, { at: now, by: operatorId })
      log.info('dead_letter.replayed', { letterId: id, operatorId })
      return shown({ ...letter, replayedAt: now, replayedBy: operatorId })
    },
  }
}

export type DeadLetters = ReturnType<typeof createDeadLetters>

const shown = ({ id, queue, body, attempts, diedAt, replayedAt, replayedBy }: Row): DeadLetter => ({
  id,
  queue,
  body: JSON.stringify(body),
  attempts,
  diedAt: diedAt.toISOString(),
  ...(replayedAt === null ? {} : { replayedAt: replayedAt.toISOString() }),
  ...(replayedBy === null ? {} : { replayedBy }),
})
