import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { D1Database } from '@cloudflare/workers-types'
import { loadGazetteer } from '#src/services/gazetteer/index.ts'
import { d1Over } from './seams/sqlite.ts'

const migrations = env.D1_MIGRATIONS

/** Where a simulation lives: in a Durable Object, on its SQLite, or on the D1 that is bound. */
export async function inside<Answer>(
  database: 'sqlite' | 'd1',
  run: (home: { base: D1Database; migrations: typeof migrations }) => Promise<Answer>,
): Promise<Answer> {
  // Loaded once, before there is a seed: what is read from disk comes when it comes.
  await loadGazetteer()
  if (database === 'd1') return await run({ base: env.DB, migrations })
  const stub = env.ORDER_STATUS.get(env.ORDER_STATUS.idFromName('simulation'))
  let answer: Answer | undefined
  await runInDurableObject(stub as never, async (_, { storage }) => {
    const sql = { sql: storage.sql, transactionSync: storage.transactionSync.bind(storage) }
    answer = await run({ base: d1Over(sql), migrations })
  })
  return answer as Answer
}
