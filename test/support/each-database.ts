import { env } from 'cloudflare:workers'
import { afterAll, afterEach, beforeAll, describe, TestRunner } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { type DatabaseConfig, openDatabase } from '../../src/database/open.ts'
import { ownPostgres } from './own-postgres.ts'

export type DatabaseKind = DatabaseConfig['kind']

const CONFIGS: readonly DatabaseConfig[] = [
  { kind: 'd1', binding: env.DB },
  { kind: 'postgres', binding: env.HYPERDRIVE },
]

/** What a suite is handed: `open` gives a connection, `config` is how the API reaches the same rows. */
type Suite = (open: () => Database, config: DatabaseConfig) => void

/**
 * Like `describeEachDatabase`, on rows that nobody else touches: jobs and a clock that is moved act
 * on everything they find. D1 is each file's own; of Postgres the suite gets a copy.
 */
export function describeOwnDatabase(title: string, suite: Suite): void {
  describeConfigs(title, suite, [
    { kind: 'd1', binding: env.DB },
    { kind: 'postgres', binding: { connectionString: '' } },
  ])
}

/**
 * Runs one suite on D1 and on Postgres. `open()` gives a connection that is closed after the test
 * that opened it, or after the suite when it was opened outside a test. Both databases outlive the
 * suite: make rows with ids of your own and count only those.
 */
export function describeEachDatabase(
  title: string,
  suite: (open: () => Database, kind: DatabaseKind) => void,
): void {
  describeConfigs(title, (open, { kind }) => suite(open, kind), CONFIGS)
}

function describeConfigs(title: string, suite: Suite, configs: readonly DatabaseConfig[]): void {
  for (const config of configs) {
    describe(`${title}, on ${config.kind}`, () => {
      if (config.kind === 'postgres' && config.binding.connectionString === '') {
        beforeAll(async () => {
          config.binding = { connectionString: await ownPostgres(env.HYPERDRIVE.connectionString) }
        })
      }
      const ofSuite: Database[] = []
      const ofTest: Database[] = []
      afterEach(async () => await closeAll(ofTest))
      afterAll(async () => await closeAll(ofSuite))

      suite(() => {
        const database = openDatabase(config)
        const opened = TestRunner.getCurrentTest() === undefined ? ofSuite : ofTest
        opened.push(database)
        return database
      }, config)
    })
  }
}

async function closeAll(databases: Database[]): Promise<void> {
  await Promise.all(databases.splice(0).map(async (database) => await database.close()))
}
