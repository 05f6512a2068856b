import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../src/cli/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** Global set-up: one real PostgreSQL for the whole run, empty but for the migrations. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url)
  return server.stop
}
