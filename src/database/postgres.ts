import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Database, isOne, type Query, StaleWrite } from './database.ts'
import { sqlState } from './portable.ts'
import { tablesForPostgres } from './tables.ts'

const SERIALIZATION = new Set(['40001', '40P01'])
const TRIES = 4

/**
 * Postgres behind the Database type, one connection. Through Hyperdrive a connection a request is
 * right: it pools behind; `connectionString` is the binding's.
 */
export function postgresDatabase(connectionString: string): Database {
  const client = postgres(connectionString, {
    max: 1,
    fetch_types: false,
    idle_timeout: 20,
    connect_timeout: 10,
    onnotice: () => undefined,
  })
  let trips = 0
  const db = drizzle(client, {
    casing: 'snake_case',
    logger: {
      logQuery: () => {
        trips += 1
      },
    },
  })
  // The lie of the column kit, seen from the other end: same builders, same results.
  const query = db as unknown as Query

  return {
    dialect: 'postgres',
    tables: tablesForPostgres(),
    select: query.select.bind(db) as Query['select'],
    insert: query.insert.bind(db),
    update: query.update.bind(db),
    delete: query.delete.bind(db),
    with: query.with.bind(db),
    async atomically(build) {
      const before = trips
      for (let attempt = 1; ; attempt += 1) {
        try {
          await db.transaction(async (tx) => {
            const list = build(tx as unknown as Query)
            // Sent without waiting in between: one connection answers in order. The first statement
            // that went wrong is the true cause, as on D1; the rest only say the transaction is over.
            const outcomes = await Promise.allSettled(
              list.map(async (statement) => await (isOne(statement) ? statement.one : statement)),
            )
            outcomes.forEach((outcome, index) => {
              if (outcome.status === 'rejected') throw outcome.reason
              const statement = list[index]
              if (statement !== undefined && isOne(statement) && changed(outcome.value) !== 1) {
                throw new StaleWrite()
              }
            })
          })
          break
        } catch (error) {
          if (attempt === TRIES || !SERIALIZATION.has(sqlState(error) ?? '')) throw error
          await new Promise((resolve) => setTimeout(resolve, attempt * 10 * (1 + Math.random())))
        } finally {
          trips = before + attempt
        }
      }
    },
    async together(...reads) {
      const before = trips
      // Sent without waiting in between: one connection answers in order.
      const rows = await Promise.all(reads)
      trips = before + 1
      return rows as never
    },
    trips: () => trips,
    close: async () => await client.end({ timeout: 1 }),
  }
}

const changed = (result: unknown): number => {
  const { count } = result as { count?: number }
  return count ?? 0
}
