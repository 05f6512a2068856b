import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { loadGazetteer } from '#src/services/gazetteer/index.ts'
import { d1Over } from './seams/sqlite.ts'
import type { Home } from './simulate.ts'

const migrations = env.D1_MIGRATIONS

/** Where a simulation lives: in a Durable Object, on its SQLite, or on the D1 that is bound. */
export async function inside<Answer>(
  database: 'sqlite' | 'd1',
  run: (home: Home) => Promise<Answer>,
): Promise<Answer> {
  // Loaded once, before there is a seed: what is read from disk comes when it comes.
  await loadGazetteer()
  const stub = env.ORDER_STATUS.get(env.ORDER_STATUS.idFromName('simulation'))
  let answer: Answer | undefined
  await runInDurableObject(stub as never, async (_, ground) => {
    const { storage } = ground
    const sql = { sql: storage.sql, transactionSync: storage.transactionSync.bind(storage) }
    const base = database === 'd1' ? env.DB : d1Over(sql)
    answer = await run({ base, migrations, ground })
  })
  return answer as Answer
}
