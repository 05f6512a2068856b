import type { D1Database } from '@cloudflare/workers-types'
import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { DrizzleD1Database, SQLiteD1Session } from 'drizzle-orm/d1'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { type Database, isOne, type Query, StaleWrite, type Write } from './database.ts'
import { causes } from './portable.ts'
import { tablesForSqlite } from './tables.ts'

// One for all requests: it remembers how each column is spelled, and the spelling of a whole table
// costs more than a query. What counts trips and reaches D1 is made for each request below.
let dialect: SQLiteAsyncDialect | undefined

/** D1 behind the Database type. */
export function sqliteDatabase(binding: D1Database): Database {
  let trips = 0
  const count = () => {
    trips += 1
  }
  dialect ??= new SQLiteAsyncDialect({ casing: 'snake_case' })
  const session = new SQLiteD1Session(binding, dialect, undefined, { logger: { logQuery: count } })
  const db = new DrizzleD1Database('async', dialect, session, undefined)

  return {
    dialect: 'd1',
    tables: tablesForSqlite(),
    select: db.select.bind(db) as Query['select'],
    insert: db.insert.bind(db),
    update: db.update.bind(db),
    delete: db.delete.bind(db),
    with: db.with.bind(db),
    async atomically(build) {
      const list = build(db).flatMap((statement) =>
        isOne(statement) ? [statement.one, db.run(EXACTLY_ONE)] : [statement],
      )
      const [first, ...rest] = list.map(asBatchItem)
      if (first === undefined) return
      count()
      try {
        await db.batch([first, ...rest])
      } catch (error) {
        if (causes(error).some((cause) => cause.message.includes('malformed JSON'))) {
          throw new StaleWrite()
        }
        throw error
      }
    },
    async together(...reads) {
      const [first, ...rest] = reads.map((read) => asBatchItem(read))
      if (first === undefined) return [] as never
      count()
      return (await db.batch([first, ...rest])) as never
    },
    trips: () => trips,
    close: async () => undefined,
  }
}

// Aborts the batch, and so undoes it, unless the statement before changed one row. Writes nothing.
const EXACTLY_ONE = sql`select case when changes() = 1 then 1 else json('') end`

// Every drizzle query builder is a batch item; Write is its dialect-free face.
const asBatchItem = (statement: Write) => statement as unknown as BatchItem<'sqlite'>
