import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unstable_readConfig } from 'wrangler'
import { seedMarket } from '../../migrations/seed.ts'
import { createPasswords } from '../auth/password.ts'
import { openDatabase } from '../database/open.ts'
import { fingerprint } from './build.ts'
import { ROOT, STATE } from './paths.ts'
import { runToEnd } from './processes.ts'
import type { Settings } from './settings.ts'
import { openStorage } from './storage.ts'
import { quietEnv, wrangler } from './wrangler.ts'

/** Applies the D1 migrations unless the same ones were applied to this state before. */
export async function migrateD1(settings: Settings): Promise<void> {
  const stamp = path.join(settings.state, 'migrations.sha256')
  const now = fingerprint(['migrations/d1/*.sql'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  mkdirSync(settings.state, { recursive: true })
  const apply = ['d1', 'migrations', 'apply', 'talat', '--local', '--persist-to', settings.state]
  await runToEnd(wrangler(settings, 'D1 migrations', apply))
  writeFileSync(stamp, now)
}

/** Fills an empty market, or finishes one that was cut off; any other is left as it is. */
export async function seedIfEmpty(
  settings: Settings,
  postgresUrl: string | undefined,
): Promise<void> {
  Object.assign(process.env, quietEnv(settings))
  const storage = await openStorage(storageConfig(settings), settings.state)
  const database = openDatabase(
    postgresUrl === undefined
      ? { kind: 'd1', binding: storage.DB }
      : { kind: 'postgres', binding: { connectionString: postgresUrl } },
  )
  try {
    await seedMarket({
      environment: process.env.ENVIRONMENT ?? 'development',
      database,
      putObject: storage.putFile,
      hashPassword: createPasswords(14).hash,
      market: { products: settings.products },
      pictureCache: path.join(STATE, 'pictures'),
      progress: (line) => console.log(`      ${line}`),
      now: new Date(),
    })
  } finally {
    await database.close()
    await storage.close()
  }
}

// Only the two bindings that a seed writes to.
function storageConfig(settings: Settings): string {
  const whole = unstable_readConfig({ config: path.join(ROOT, 'wrangler.toml') })
  const file = path.join(settings.state, 'storage.json')
  const { compatibility_date, d1_databases, r2_buckets } = whole
  writeFileSync(
    file,
    JSON.stringify({ name: 'talat-storage', compatibility_date, d1_databases, r2_buckets }),
  )
  return file
}
