import type { Clock } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isConflict } from '#src/database/portable.ts'
import type { NotificationParams } from '#src/database/tables/notification.ts'
import { isGathered } from '../preference/rules.ts'
import type { PreferenceService } from '../preference/service.ts'
import {
  addEntries,
  type DigestEntry,
  dropEntries,
  dueEntries,
  duePeople,
  postponeEntries,
} from './repository.ts'
import { digestKey, digestParams, nextDigest } from './rules.ts'

/** A letter of the day that is to be sent. `key` is the same for all of one day. */
export type DigestLetter = {
  key: string
  userId: string
  locale: 'th' | 'en'
  params: NotificationParams
  createdAt: Date
}

export type DigestDeps = {
  database: Database
  clock: Clock
  preferences: Pick<PreferenceService, 'of'>
  /** Which of some people have the letter of this key. */
  lettersOf(key: string, userIds: readonly string[]): Promise<ReadonlySet<string>>
  /** The statements that send letters; a second one of a person and key breaks the write. */
  send(q: Query, letters: readonly DigestLetter[]): Statement[]
}

const { digest: settings } = SETTINGS

/** What is not worth a letter of its own: gathered, and told once a day. */
export function createDigestService(deps: DigestDeps) {
  const { database, clock, preferences, lettersOf, send } = deps
  const { tables } = database

  /** Writes the letters of some people: with the letter what stands in it is gone from what waits. */
  async function write(userIds: readonly string[], at: Date): Promise<void> {
    const key = digestKey(at)
    const [entries, chosen, had] = await Promise.all([
      dueEntries(database, userIds, at.getTime()),
      preferences.of(userIds),
      lettersOf(key, userIds),
    ])
    // Kept in the very minute of the letter, and seen too late: the next one has it.
    const late = entries.filter(({ userId }) => had.has(userId))
    const others = entries.filter(({ userId }) => !had.has(userId))
    // What was switched off meanwhile is told no more.
    const wanted = others.filter(({ userId, topic }) => {
      const kept = chosen.get(userId)
      return kept !== undefined && isGathered(kept, topic)
    })
    const letters = [...Map.groupBy(wanted, ({ userId }) => userId)].map(([userId, own]) => ({
      ...{ key, userId, params: digestParams(own), createdAt: at },
      locale: chosen.get(userId)?.locale ?? ('th' as const),
    }))
    const ids = (some: readonly DigestEntry[]) => some.map(({ id }) => id)
    await database.atomically((q) => [
      ...send(q, letters),
      ...dropEntries(q, tables, ids(others)),
      ...postponeEntries(q, tables, ids(late), nextDigest(at).getTime()),
    ])
  }

  return {
    /** The statements that have notices wait for the next letters, each once. */
    add(q: Query, rows: readonly Omit<DigestEntry, 'id' | 'dueMs'>[]): Statement[] {
      const entries = rows.map((row) => ({
        ...row,
        id: newId('dge'),
        dueMs: nextDigest(row.createdAt).getTime(),
      }))
      return addEntries(q, tables, entries)
    },

    /**
     * Writes the letters that are due, one a person and day; part of the minute's jobs. A run that
     * breaks off leaves whole pages of people undone, for the next one. Answers how many people.
     */
    async run(): Promise<number> {
      const at = clock.now()
      let done = 0
      for (let page = 0; page < settings.pagesARun; page += 1) {
        const people = await duePeople(database, at.getTime(), settings.peopleAPage)
        if (people.length === 0) break
        try {
          await write(people, at)
        } catch (error) {
          // Another run writes the same page: it has these, and the minute after this one the rest.
          if (isConflict(error, 'deliveries')) break
          throw error
        }
        done += people.length
      }
      return done
    },
  }
}

export type DigestService = ReturnType<typeof createDigestService>
