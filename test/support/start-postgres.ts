import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../src/cli/postgres.ts'
import { TEMPLATE } from './own-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** Global set-up: one real PostgreSQL for the whole run, empty but for the migrations. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  const admin = postgres(new URL('/postgres', server.url).href, { max: 1 })
  await admin.unsafe(`CREATE DATABASE ${TEMPLATE} TEMPLATE talat`)
  await admin.end()
  project.provide('postgresUrl', server.url)
  return server.stop
}
