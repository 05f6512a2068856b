import { type SQL, sql } from 'drizzle-orm'
import { StaleWrite } from './database.ts'

/** The first row of a query's result, if any. */
export const first = <Row>(rows: Row[]): Row | undefined => rows[0]

/** `sum(column)` as a number on both databases; 0 over no rows. */
export const total = (column: unknown): SQL<number> =>
  sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)

/** A whole number inside an expression. D1 binds numbers as REAL, and 5 + 1.0 is 6.0. */
export const whole = (value: number): SQL => sql`cast(${value} as integer)`

/**
 * The rows of a list beyond a position in it, sorted by `key` and then `id`: a row value keeps a keyset
 * on one index range, and both databases have them.
 */
export const beyond = (
  key: unknown,
  id: unknown,
  after: { value: number; id: string },
  order: 'asc' | 'desc' = 'desc',
): SQL =>
  order === 'desc'
    ? sql`(${key}, ${id}) < (${after.value}, ${after.id})`
    : sql`(${key}, ${id}) > (${after.value}, ${after.id})`

/** Whether a text holds another, to the letter; of any length, where D1's LIKE takes 50 bytes. */
export const holds = (text: unknown, part: string): SQL =>
  sql`replace(${text}, ${part}, '') <> ${text}`

/** D1 takes 100 bound parameters a statement. */
export const MAX_PARAMETERS = 100

/** Cuts rows into chunks that fit one statement, given how many parameters a row binds. */
export function chunked<Row>(rows: readonly Row[], parametersPerRow: number): Row[][] {
  const size = Math.max(1, Math.floor(MAX_PARAMETERS / parametersPerRow))
  const chunks: Row[][] = []
  for (let start = 0; start < rows.length; start += size) {
    chunks.push(rows.slice(start, start + size))
  }
  return chunks
}

/** An error and everything it was caused by, outermost first. */
export function causes(error: unknown): Error[] {
  const chain: Error[] = []
  let current: unknown = error
  while (current instanceof Error && chain.length < 10) {
    chain.push(current)
    current = current.cause
  }
  return chain
}

/** Postgres' five-letter error code, when there is one. */
export function sqlState(error: unknown): string | undefined {
  for (const cause of causes(error)) {
    const { code } = cause as Error & { code?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return undefined
}

/**
 * True when a write met a unique key, on both databases. `table` (its name in the database) narrows
 * it to the keys of one table.
 */
export function isConflict(error: unknown, table?: string): boolean {
  return causes(error).some((cause) => {
    const fields = cause as Error & { code?: unknown; table_name?: unknown }
    if (fields.code === '23505') return table === undefined || fields.table_name === table
    const named = /UNIQUE constraint failed: ([a-z_]+)\./.exec(cause.message)
    return named !== null && (table === undefined || named[1] === table)
  })
}

/** True when a write broke the CHECK of this name, on both databases. */
export function isCheck(error: unknown, name: string): boolean {
  return causes(error).some((cause) => {
    const fields = cause as Error & { code?: unknown; constraint_name?: unknown }
    if (fields.code === '23514') return fields.constraint_name === name
    return cause.message.includes(`CHECK constraint failed: ${name}`)
  })
}

/** True when a `one(…)` write found its row in another state than was decided on. */
export const isStale = (error: unknown): boolean => error instanceof StaleWrite

/** True when the database has no room for another connection or did not answer. */
export function isOverload(error: unknown): boolean {
  const state = sqlState(error)
  if (state === '53300' || state === '57014') return true
  return causes(error).some((cause) => /overloaded|too many clients/i.test(cause.message))
}
