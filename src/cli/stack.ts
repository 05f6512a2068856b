import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { buildAll, buildReference } from './build.ts'
import { keepRunning } from './keep-running.ts'
import { migrateD1, seedIfEmpty } from './market.ts'
import { ROOT } from './paths.ts'
import { freePorts, isFree } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { launch, type Program, type Running, sleep, tail } from './processes.ts'
import { ensureSecrets } from './secrets.ts'
import { PORT_VARIABLES, type Ports, type Settings } from './settings.ts'
import { Stop } from './stop.ts'
import { variables, wrangler } from './wrangler.ts'

/** Runs one step of a start-up and shows it. */
export type Step = (title: string, work: () => Promise<unknown>) => Promise<void>

export type Stack = {
  /** Resolves with the first program that ends again and again. */
  died: Promise<Running>
  stop(): Promise<void>
}

export type StackOptions = {
  settings: Settings
  step: Step
  /** The built storefront on Pages, or Vite with hot reload. */
  storefront: 'pages' | 'vite'
  /** Told how to undo what has been started, from the first program on. */
  onStart?: (stop: () => Promise<void>) => void
}

const HEALTHY_WITHIN_MS = 120_000
const ANSWERS_WITHIN_MS = 15_000

/** Brings up the whole market on this machine: data, build, API, storefront and payment simulator. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { settings, step, storefront } = options
  const running: Running[] = []
  const endings: (() => Promise<void>)[] = []
  const stop = async () => {
    await Promise.all(running.splice(0).map(async (program) => await program.stop()))
    for (const end of endings.splice(0)) await end()
  }
  options.onStart?.(stop)
  let postgresUrl: string | undefined

  try {
    await step('Check that the ports are free', async () => await checkPorts(settings))
    await step('Development secrets', async () => await ensureSecrets(settings.secrets))
    if (settings.database === 'postgres') {
      await step('PostgreSQL with its migrations', async () => {
        const server = await startPostgres({
          port: settings.ports.postgres,
          data: settings.postgresData,
        })
        endings.push(server.stop)
        postgresUrl = server.url
      })
    }
    await step('D1 migrations', async () => await migrateD1(settings))
    await step('Build', async () => {
      if (storefront === 'pages') await buildAll(settings.verbose)
      else buildReference()
    })
    await step('A market to look at', async () => await seedIfEmpty(settings, postgresUrl))
    await step('API, storefront and payment simulator', async () => {
      const all = await programs(settings, storefront, postgresUrl)
      for (const program of all) running.push(launch(program))
      await Promise.all(running.map(async (one) => await healthy(one, settings)))
      // Whatever falls over from here on stands up again: the market stays open.
      all.forEach((program, index) => {
        const [first] = running.slice(index, index + 1)
        const answers = async () => await isAnswered(addressOf(program.name, settings))
        if (first !== undefined)
          running[index] = keepRunning(program, first, { answers, say: console.log })
      })
    })
  } catch (error) {
    await stop()
    throw error
  }
  const died = Promise.race(running.map(async (one) => await one.ended.then(() => one)))
  return { died, stop }
}

async function checkPorts({ ports, database }: Settings): Promise<void> {
  for (const [name, { variable }] of Object.entries(PORT_VARIABLES)) {
    if (name === 'postgres' && database !== 'postgres') continue
    const port = ports[name as keyof Ports]
    if (!(await isFree(port))) {
      throw new Stop(
        `Port ${port} is in use: end what listens there, or choose another with ${variable}=….`,
      )
    }
  }
}

async function programs(
  settings: Settings,
  storefront: 'pages' | 'vite',
  postgresUrl: string | undefined,
): Promise<Program[]> {
  const { ports } = settings
  const inspectors = await freePorts(3)
  const at = (port: number) => [
    ...['--ip', '127.0.0.1', '--port', String(port)],
    ...['--inspector-port', String(inspectors.pop()), '--persist-to', settings.state],
  ]
  const secrets = parseEnv(readFileSync(settings.secrets, 'utf8'))
  const [signing = ''] = (secrets.STRIPE_WEBHOOK_SECRETS ?? '').split(',')
  const api = ['dev', ...at(ports.api), '--env-file', settings.secrets]
  api.push('--env', settings.database === 'postgres' ? 'postgres' : '', ...variables(settings))
  const simulator = ['dev', '--config', 'test/simulators/wrangler.toml']
  simulator.push(...at(ports.simulator))
  simulator.push('--var', `WEBHOOK_URL:http://127.0.0.1:${ports.api}/api/webhooks/stripe`)
  simulator.push('--var', `WEBHOOK_SECRET:${signing}`)
  const hyperdrive: Record<string, string> =
    postgresUrl === undefined
      ? {}
      : { CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: postgresUrl }
  const pages = ['pages', 'dev', '--cwd', 'app', ...at(ports.storefront)]
  pages.push('--binding', `PUBLIC_ORIGIN=http://127.0.0.1:${ports.storefront}`)
  pages.push('--binding', 'ENVIRONMENT=development')
  return [
    wrangler(settings, 'API', api, hyperdrive),
    wrangler(settings, 'Payment simulator', simulator),
    storefront === 'pages' ? wrangler(settings, 'Storefront', pages) : vite(settings),
  ]
}

function vite(settings: Settings): Program {
  const { storefront, api } = settings.ports
  const program = wrangler(settings, 'Storefront', [])
  return {
    ...program,
    script: path.join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js'),
    preload: [],
    args: ['vite:dev', '--host', '127.0.0.1', '--port', String(storefront), '--strictPort'],
    env: { ...program.env, TALAT_API_PORT: String(api) },
  }
}

function addressOf(name: string, { ports }: Settings): string {
  const pages: Record<string, string> = {
    API: `http://127.0.0.1:${ports.api}/api/health/ready`,
    'Payment simulator': `http://127.0.0.1:${ports.simulator}/sim/health`,
    Storefront: `http://127.0.0.1:${ports.storefront}/`,
  }
  return pages[name] ?? ''
}

/** Whether anything is said at all: a market that is busy answers late, and a failure is an answer. */
async function isAnswered(address: string): Promise<boolean> {
  try {
    await (await fetch(address, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) })).body?.cancel()
    return true
  } catch {
    return false
  }
}

async function healthy(program: Running, settings: Settings): Promise<void> {
  const address = addressOf(program.name, settings)
  const until = Date.now() + HEALTHY_WITHIN_MS
  let answer = 'nothing'
  while (Date.now() < until && !program.isOver()) {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(10_000) })
      if (response.ok) return
      answer = `${response.status} ${(await response.text()).slice(0, 500)}`
    } catch {
      // Not listening yet.
    }
    await sleep(150)
  }
  const what = program.isOver() ? 'ended' : `did not become ready; ${address} answered ${answer}`
  throw new Stop(`${program.name} ${what}. The end of ${program.log}:\n${tail(program.log)}`)
}
