import { sumSatang } from '#src/common/money.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { entriesOfOrder, postJournal } from './repository.ts'
import type { Journal } from './rules.ts'

/** The books: statement makers, which run in somebody's write, and what stands in them. */
export function createLedgerService({ database }: { database: Database }) {
  return {
    /** Writes and seals a journal inside an atomic write; a second of the same event fails it. */
    post: (q: Query, journal: Journal, at: Date): Statement[] =>
      postJournal(q, database.tables, journal, at),

    /** What the books say of an order, by account. One query. */
    async ofOrder(orderId: string): Promise<{ account: string; amountSatang: number }[]> {
      const byAccount = Map.groupBy(
        await entriesOfOrder(database, orderId),
        ({ account }) => account,
      )
      return [...byAccount]
        .map(([account, own]) => ({
          account,
          amountSatang: sumSatang(own.map(({ amountSatang }) => amountSatang)),
        }))
        .sort((a, b) => (a.account < b.account ? -1 : 1))
    },
  }
}

export type LedgerService = ReturnType<typeof createLedgerService>
