import type { DrizzleD1Database } from 'drizzle-orm/d1'
import type { Tables } from './tables.ts'

/** What both dialects can do, and no more: the query builders. */
export type Query = Pick<DrizzleD1Database, 'select' | 'insert' | 'update' | 'delete' | 'with'>

/** A built query that has not run. Awaiting it runs it; inside `atomically` it must not be awaited. */
export type Write = PromiseLike<unknown> & { getSQL?: unknown }

/** A write that must change exactly one row, or the whole atomic write is undone. */
export type OneWrite = { readonly one: Write }

export type Statement = Write | OneWrite

/** A built select that was not asked yet; `together` asks it. */
export type Read<Row> = PromiseLike<Row[]> & { getSQL?: unknown }

/**
 * The one door to the data. Repositories take their tables from it, so that one process can speak
 * to both databases; there is no interactive transaction, since D1 has none.
 */
export type Database = Query & {
  readonly dialect: 'd1' | 'postgres'
  readonly tables: Tables
  /**
   * Runs all statements or none, in order, in one round trip on D1 and one transaction on Postgres.
   * @throws StaleWrite when a `one(…)` changed no row, or whatever the database said; ask
   * `isConflict` and `isCheck` of portable.ts which.
   */
  atomically(build: (query: Query) => Statement[]): Promise<void>
  /**
   * Asks several things in one round trip, which costs more than most questions do. Inside one read
   * every column needs a name of its own (`as`): D1 answers a batch by name.
   */
  together<const Rows extends readonly unknown[]>(
    ...reads: { [Each in keyof Rows]: Read<Rows[Each]> }
  ): Promise<{ [Each in keyof Rows]: Rows[Each][] }>
  /** Round trips so far: queries; atomic writes and what is asked together as one each. */
  trips(): number
  /** Gives the connection back. Nothing may be asked afterwards. */
  close(): Promise<void>
}

/** Marks a write that must change exactly one row. */
export function one(statement: Write): OneWrite {
  return { one: statement }
}

export const isOne = (statement: Statement): statement is OneWrite => 'one' in statement

/** A write that had to change one row changed none: the row was not in the state that was decided on. */
export class StaleWrite extends Error {
  constructor() {
    super('a write that had to change exactly one row did not')
    this.name = 'StaleWrite'
  }
}
