import type { D1Database, Hyperdrive } from '@cloudflare/workers-types'
import type { Database } from './database.ts'
import { postgresDatabase } from './postgres.ts'
import { sqliteDatabase } from './sqlite.ts'

/** Which database, and the binding that reaches it. */
export type DatabaseConfig =
  | { kind: 'd1'; binding: D1Database }
  | { kind: 'postgres'; binding: Pick<Hyperdrive, 'connectionString'> }

/** Opens the configured database for one request, message batch or job; close it afterwards. */
export function openDatabase(config: DatabaseConfig): Database {
  return config.kind === 'd1'
    ? sqliteDatabase(config.binding)
    : postgresDatabase(config.binding.connectionString)
}

/** Rejects unless the database answers a question about one row. */
export async function ping(database: Database): Promise<void> {
  await database.select({ id: database.tables.shops.id }).from(database.tables.shops).limit(1)
}
