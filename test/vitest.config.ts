import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { testVariables } from './support/test-variables.ts'

const root = path.resolve(import.meta.dirname, '..')
const variables = await testVariables()
const migrations = await readD1Migrations(path.join(root, 'migrations/d1'))

// Without it vite hands each of these to workerd file by file, which takes longer than the tests.
const bundled = [
  ...['drizzle-orm', 'drizzle-orm/d1', 'drizzle-orm/postgres-js', 'drizzle-orm/sqlite-core'],
  ...['drizzle-orm/pg-core', 'drizzle-orm/batch', 'hono', 'hono-openapi', 'jose'],
  ...['stripe', 'meilisearch', 'zod', 'uuidv7', 'promptparse', 'uqr', 'fast-check'],
]

/** Tests inside workerd, with the bindings of wrangler.toml and both databases. */
function inWorkers(name: string, include: string): TestProjectConfiguration {
  return {
    plugins: [
      cloudflareTest(({ inject }) => {
        mkdirSync(path.join(root, 'build/reference'), { recursive: true })
        return {
          wrangler: { configPath: path.join(root, 'wrangler.toml') },
          miniflare: {
            bindings: {
              ...variables,
              D1_MIGRATIONS: migrations,
              SIMULATE: process.env.TALAT_SIMULATE ?? '',
            },
            hyperdrives: { HYPERDRIVE: inject('postgresUrl') },
          },
        }
      }),
    ],
    test: {
      name,
      root,
      include: [include],
      globalSetup: ['test/support/start-postgres.ts'],
      setupFiles: ['test/support/apply-migrations.ts'],
      testTimeout: 20_000,
      deps: {
        optimizer: {
          // postgres has a build for workerd whose imports of node: confuse the bundler.
          ssr: { enabled: true, include: bundled, exclude: ['postgres'] },
        },
      },
    },
  }
}

/** Journeys through the whole market, in a browser. */
function inBrowser(name: string, pattern: string): TestProjectConfiguration {
  return {
    test: {
      name,
      root,
      include: [`test/e2e/**/*.${pattern}.ts`],
      globalSetup: ['test/e2e/open-world.ts'],
      hookTimeout: 60_000,
      // Journeys share one market and one machine: side by side they would only slow each other.
      fileParallelism: false,
      testTimeout: 60_000,
    },
  }
}

export default defineConfig({
  test: {
    root,
    // Every core: each file has a database of its own, so that they may run side by side.
    maxWorkers: '100%',
    // A Postgres socket that is closed inside workerd says so after the test has ended well.
    onUnhandledError: (error) => (error.message === 'Stream was cancelled.' ? false : undefined),
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{database,worker}.test.ts'],
          testTimeout: 30_000,
        },
      },
      inWorkers('databases', 'test/**/*.database.test.ts'),
      inWorkers('workers', 'test/**/*.worker.test.ts'),
      inBrowser('e2e', 'e2e'),
      // No tests: `npm run looks` and `npm run simulate` ask for them.
      ...(process.env.TALAT_LOOKS === undefined ? [] : [inBrowser('looks', 'looks')]),
      ...(process.env.TALAT_SIMULATE === undefined
        ? []
        : [inWorkers('simulate', 'test/simulate*/command.ts')]),
    ],
  },
})
