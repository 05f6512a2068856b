import { and, eq } from 'drizzle-orm'
import { newId } from '#src/common/id.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { Journal } from './rules.ts'

/** Writes and seals a journal; a second one of the same event meets the key. Zero entries are left out. */
export function postJournal(
  q: Query,
  { ledgerJournals, ledgerEntries }: Tables,
  { entries, ...journal }: Journal,
  at: Date,
): Statement[] {
  const id = newId('jrn')
  const rows = entries
    .filter((entry) => entry.amountSatang !== 0)
    .map((entry) => ({ id: newId('ent'), journalId: id, ...entry }))
  if (rows.length === 0) return []
  return [
    q.insert(ledgerJournals).values({ id, ...journal, at, sealed: false }),
    ...chunked(rows, 4).map((chunk) => q.insert(ledgerEntries).values(chunk)),
    q.update(ledgerJournals).set({ sealed: true }).where(eq(ledgerJournals.id, id)),
  ]
}

/** The entries of an order's sealed journals. One query. */
export async function entriesOfOrder(db: Database, orderId: string) {
  const { ledgerJournals, ledgerEntries } = db.tables
  return await db
    .select({ account: ledgerEntries.account, amountSatang: ledgerEntries.amountSatang })
    .from(ledgerJournals)
    .innerJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
    .where(and(eq(ledgerJournals.orderId, orderId), eq(ledgerJournals.sealed, true)))
}
