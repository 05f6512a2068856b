import type { Database, Query, Statement } from '#src/database/database.ts'
import { postJournal } from './repository.ts'
import type { Journal } from './rules.ts'

/** Statement makers for the books; nothing here runs by itself. */
export function createLedgerService({ database }: { database: Database }) {
  return {
    /** Writes and seals a journal inside an atomic write; a second of the same event fails it. */
    post: (q: Query, journal: Journal, at: Date): Statement[] =>
      postJournal(q, database.tables, journal, at),
  }
}

export type LedgerService = ReturnType<typeof createLedgerService>
