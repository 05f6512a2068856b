import { and, asc, lt, lte, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn, AnySQLiteTable } from 'drizzle-orm/sqlite-core'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from './database.ts'

/**
 * Deletes the oldest rows from before `before`, along the index of their time: as many as one run
 * may, and with the last of them those of the same moment. `those` narrows it down to some rows.
 */
export async function forgetOldest(
  database: Database,
  { table, at }: { table: AnySQLiteTable; at: AnySQLiteColumn },
  before: Date,
  those?: SQL,
): Promise<void> {
  const old = and(those, lt(at, before))
  const rows = await database
    .select({ at })
    .from(table)
    .where(old)
    .orderBy(asc(at))
    .limit(SETTINGS.retention.rowsARun)
  const last = rows.at(-1)
  if (last !== undefined) await database.delete(table).where(and(old, lte(at, last.at)))
}
