import { and, eq, inArray } from 'drizzle-orm'
import {
  type Database,
  one,
  type Query,
  type Read,
  type Statement,
} from '#src/database/database.ts'
import type { Tables } from '#src/database/tables.ts'
import { MARKET } from './rules.ts'

export type CashRow = Tables['cashTerms']['$inferSelect']

/** What some shops and the market say of cash, to be asked with something else. */
export function readTerms(db: Database, shopIds: readonly string[]): Read<CashRow> {
  const { cashTerms } = db.tables
  const holders = [...new Set([...shopIds, MARKET])]
  return db.select().from(cashTerms).where(inArray(cashTerms.shopId, holders))
}

/** The first terms of a holder, or the next; a conflict or a stale write when somebody was before. */
export function writeTerms(q: Query, { cashTerms }: Tables, row: CashRow): Statement {
  if (row.version === 1) return q.insert(cashTerms).values(row)
  const { shopId, version, ...terms } = row
  return one(
    q
      .update(cashTerms)
      .set({ ...terms, version })
      .where(and(eq(cashTerms.shopId, shopId), eq(cashTerms.version, version - 1))),
  )
}
