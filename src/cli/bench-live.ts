import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bundleApi, bundleMeasure } from './bench/bundle.ts'
import { measureIdle } from './bench/live-idle.ts'
import { measureReconnect } from './bench/live-reconnect.ts'
import { measureRooms } from './bench/live-rooms.ts'
import { startLive } from './bench/live-server.ts'
import { signedInShoppers } from './bench/operations.ts'
import { freshSecrets } from './bench/secrets.ts'
import { onEndSignal } from './processes.ts'
import { readSettings } from './settings.ts'
import { createSteps } from './steps.ts'
import { Stop } from './stop.ts'

const PARTS = { rooms: measureRooms, reconnect: measureReconnect, idle: measureIdle }

/**
 * `npm run bench:live [-- --only rooms|reconnect|idle]`: what chat rooms carry beside other servers of
 * rooms, how fast everybody is back after a cut, and what an idle socket costs. Each part has a runtime
 * of its own. Answers 1 when a message was missed, doubled or refused; speed it prints and does not judge.
 */
export async function run(args: string[]): Promise<number> {
  const wanted = parse(args)
  const folder = mkdtempSync(path.join(tmpdir(), 'talat-live-'))
  const step = createSteps()
  onEndSignal(process.exit)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const secrets = await freshSecrets()
  let bundles = { api: '', measure: '' }
  await step('Bundle the Worker', async () => {
    const [api, measure] = await Promise.all([
      bundleApi(readSettings([]), folder),
      bundleMeasure(folder),
    ])
    bundles = { api: api.file, measure }
  })
  const signedIn = signedInShoppers(secrets.SESSION_KEY ?? '')
  const tokenOf = async (user: number) => (await signedIn(user)).authorization ?? ''
  let holds = true
  for (const name of wanted) {
    const variables = { ...secrets, ENVIRONMENT: 'development' }
    const live = await startLive({ folder: path.join(folder, name), ...bundles, variables })
    try {
      const { lines, kept } = await PARTS[name]({ live, step, tokenOf })
      console.log(`\n${lines.join('\n')}\n`)
      holds &&= kept
    } finally {
      await live.stop()
    }
  }
  return holds ? 0 : 1
}

function parse(args: string[]): (keyof typeof PARTS)[] {
  const all = Object.keys(PARTS) as (keyof typeof PARTS)[]
  try {
    const { only } = parseArgs({ args, options: { only: { type: 'string' } } }).values
    const wanted = all.filter((name) => only === undefined || name === only)
    if (wanted.length > 0) return wanted
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error))
  }
  throw new Stop(`--only is one of: ${all.join(', ')}.`)
}
