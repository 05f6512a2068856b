import { globSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The market's own D1 file, for what no route of the API writes. Close it. */
export function openRows(state: string): DatabaseSync {
  const files = globSync(path.join(state, 'v3/d1/**/*.sqlite'))
  for (const file of files.filter((name) => !name.endsWith('metadata.sqlite'))) {
    const db = new DatabaseSync(file, { timeout: 10_000 })
    const known = db.prepare("select 1 from sqlite_master where name = 'products'").get()
    if (known !== undefined) return db
    db.close()
  }
  throw new Error(`no market below ${state}`)
}
