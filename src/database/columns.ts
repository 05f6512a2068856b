import { type BuildColumns, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

type Extra = sqlite.SQLiteTableExtraConfigValue
type Columns = Record<string, sqlite.SQLiteColumnBuilderBase>

/**
 * The column vocabulary, SQLite side. Every integer column carries a CHECK of its own storage
 * class, since D1 binds numbers as REAL and would otherwise keep 5.5 in an INTEGER column.
 */
export const sqliteKit = {
  text: () => sqlite.text(),
  oneOf: <const Values extends readonly [string, ...string[]]>(values: Values) =>
    sqlite.text({ enum: values }),
  integer: () => sqlite.integer(),
  boolean: () => sqlite.integer({ mode: 'boolean' }),
  timestamp: () => sqlite.integer({ mode: 'timestamp_ms' }),
  json: <Value>() => sqlite.text({ mode: 'json' }).$type<Value>(),
  table: <Name extends string, Shape extends Columns>(
    name: Name,
    columns: Shape,
    extras: (self: BuildColumns<Name, Shape, 'sqlite'>) => Extra[] = () => [],
  ) =>
    sqlite.sqliteTable(name, columns, (self) => [
      ...extras(self as BuildColumns<Name, Shape, 'sqlite'>),
      ...wholeNumbers(name, self as unknown as Record<string, sqlite.SQLiteColumn>),
    ]),
  index: (name: string) => sqlite.index(name),
  uniqueIndex: (name: string) => sqlite.uniqueIndex(name),
  primaryKey: sqlite.primaryKey,
  check: (name: string, condition: SQL) => sqlite.check(name, condition),
}

export type Kit = typeof sqliteKit

/**
 * The same words for Postgres, with its native storage (timestamptz, boolean, jsonb, bigint).
 * The cast is the one deliberate lie: both kits build tables of the same shape, and the tests that
 * run every repository on both databases are the guarantee behind it.
 */
export const postgresKit = {
  text: () => pg.text(),
  oneOf: (values: [string, ...string[]]) => pg.text({ enum: values }),
  integer: () => pg.bigint({ mode: 'number' }),
  boolean: () => pg.boolean(),
  timestamp: () => pg.timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  json: () => pg.jsonb(),
  table: (
    name: string,
    columns: Record<string, pg.PgColumnBuilderBase>,
    extras: (self: Record<string, pg.ExtraConfigColumn>) => pg.PgTableExtraConfigValue[] = () => [],
  ) => pg.pgTable(name, columns, (self) => extras(self as Record<string, pg.ExtraConfigColumn>)),
  index: (name: string) => pg.index(name),
  uniqueIndex: (name: string) => pg.uniqueIndex(name),
  primaryKey: pg.primaryKey,
  check: (name: string, condition: SQL) => pg.check(name, condition),
} as unknown as Kit

function wholeNumbers(table: string, columns: Record<string, sqlite.SQLiteColumn>): Extra[] {
  return Object.entries(columns)
    .filter(([, column]) => column.columnType === 'SQLiteInteger')
    .map(([key, column]) =>
      sqlite.check(`${table}_${snake(key)}_whole`, sql`typeof(${column}) in ('integer', 'null')`),
    )
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
