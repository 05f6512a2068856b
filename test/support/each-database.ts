import { env } from 'cloudflare:workers'
import { afterAll, afterEach, describe, TestRunner } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { type DatabaseConfig, openDatabase } from '../../src/database/open.ts'

export type DatabaseKind = DatabaseConfig['kind']

const CONFIGS: readonly DatabaseConfig[] = [
  { kind: 'd1', binding: env.DB },
  { kind: 'postgres', binding: env.HYPERDRIVE },
]

/**
 * Runs one suite on D1 and on Postgres. `open()` gives a connection that is closed after the test
 * that opened it, or after the suite when it was opened outside a test. Both databases outlive the
 * suite: make rows with ids of your own and count only those.
 */
export function describeEachDatabase(
  title: string,
  suite: (open: () => Database, kind: DatabaseKind) => void,
): void {
  for (const config of CONFIGS) {
    describe(`${title}, on ${config.kind}`, () => {
      const ofSuite: Database[] = []
      const ofTest: Database[] = []
      afterEach(async () => await closeAll(ofTest))
      afterAll(async () => await closeAll(ofSuite))

      suite(() => {
        const database = openDatabase(config)
        const opened = TestRunner.getCurrentTest() === undefined ? ofSuite : ofTest
        opened.push(database)
        return database
      }, config.kind)
    })
  }
}

async function closeAll(databases: Database[]): Promise<void> {
  await Promise.all(databases.splice(0).map(async (database) => await database.close()))
}
