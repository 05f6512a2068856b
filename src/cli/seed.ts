import { migrateD1, seedIfEmpty } from './market.ts'
import { startPostgres } from './postgres.ts'
import { onEndSignal } from './processes.ts'
import { readSettings } from './settings.ts'
import { createSteps } from './steps.ts'

/** `npm run seed [-- --products N]`: migrations and a market, without starting anything. */
export async function run(args: string[]): Promise<void> {
  onEndSignal(process.exit)
  const settings = readSettings(args)
  const step = createSteps()
  if (settings.database === 'd1') {
    await step('D1 migrations', async () => await migrateD1(settings))
    await step('A market to look at', async () => await seedIfEmpty(settings, undefined))
    return
  }
  const { port, data } = { port: settings.ports.postgres, data: settings.postgresData }
  const server = await startPostgres({ port, data })
  try {
    // Files and the cache stand on the same local state whichever database is chosen.
    await step('D1 migrations', async () => await migrateD1(settings))
    await step('A market to look at', async () => await seedIfEmpty(settings, server.url))
  } finally {
    await server.stop()
  }
}
