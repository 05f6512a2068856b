import type { Clock } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { announce, onceByMessage } from '#src/database/outbox.ts'
import type { ChatRooms } from '#src/services/chat-room/index.ts'
import type { Erasure } from '../schema.ts'
import {
  type ErasureRow,
  endErasure,
  findErasure,
  forgetNotes,
  insertErasure,
  openErasureOf,
  talksOf,
} from './repository.ts'

/** The kind of the queue's message that erases some rooms of somebody, and says where to go on. */
export const CHAT_ERASED = 'chat.erase'

export type ErasingDeps = {
  database: Database
  clock: Clock
  rooms: ChatRooms
  copy: { follow(id: string): Promise<void> }
  pictures: { removeOf(userId: string, usedFor: string | null, until: Date): Promise<void> }
  /** Hands what was announced to the queue, after the answer; what it refuses stays due. */
  relay(aggregateId: string): void
}

/**
 * Forgets what somebody said in talks, everywhere: in the rooms, in the copy, in files. What they said
 * for a shop stays, since it is the shop's own answer to its customer, without their name.
 */
export function createErasingService(deps: ErasingDeps) {
  const { database, clock, rooms, copy, pictures, relay } = deps
  const { tables } = database

  const goOn = (erasureId: string, after: string, page: number) => ({
    ...{ id: `${erasureId}:${page}`, kind: CHAT_ERASED, aggregateId: erasureId, version: page },
    payload: { after },
  })

  return {
    /** Asks for it; once while it is under way. All that was said until then is meant. */
    async ask(userId: string): Promise<Erasure> {
      const open = await openErasureOf(database, userId)
      if (open !== undefined) return shown(open)
      const row: ErasureRow = { id: newId('ers'), userId, askedAt: clock.now(), doneAt: null }
      await database.atomically((q) => [
        insertErasure(q, tables, row),
        forgetNotes(q, tables, userId),
        announce(q, tables, goOn(row.id, '', 0), row.askedAt),
      ])
      relay(row.id)
      return shown(row)
    },

    /** Erases some rooms, then announces the next ones, or that all is done. Safe twice. */
    async run(messageId: string, erasureId: string, page: number, after: string): Promise<void> {
      const erasure = await findErasure(database, erasureId)
      if (erasure === undefined || erasure.doneAt !== null) return
      const { userId, askedAt } = erasure
      const limit = SETTINGS.chat.roomsAMessage
      const talks = await talksOf(database, userId, after, limit)
      for (const { id, isOwn } of talks) {
        await rooms(id).erase(id, userId, askedAt.getTime())
        if (isOwn) await pictures.removeOf(userId, id, askedAt)
        await copy.follow(id)
      }
      const last = talks.at(-1)
      const isDone = last === undefined || talks.length < limit
      if (isDone) await pictures.removeOf(userId, null, askedAt)
      await onceByMessage(database, CHAT_ERASED, messageId, (q) => [
        isDone
          ? endErasure(q, tables, erasureId, clock.now())
          : announce(q, tables, goOn(erasureId, last.id, page + 1), clock.now()),
      ])
      if (!isDone) relay(erasureId)
    },
  }
}

export type ErasingService = ReturnType<typeof createErasingService>

const shown = ({ id, askedAt, doneAt }: ErasureRow): Erasure => ({
  ...{ id, askedAt: askedAt.toISOString(), isDone: doneAt !== null },
})
