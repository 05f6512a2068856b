import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bundleApi, bundleMeasure } from './bench/bundle.ts'
import type { Drive, Driven } from './bench/client.ts'
import { median } from './bench/median.ts'
import {
  fullCarts,
  type Operation,
  operations,
  SHOPPERS,
  signedInShoppers,
  type World,
} from './bench/operations.ts'
import { bundleForgetful, bundlePages, pageOperations } from './bench/pages.ts'
import { freshSecrets } from './bench/secrets.ts'
import { migrationStatements, type Server, startServer } from './bench/server.ts'
import { onEndSignal, sleep } from './processes.ts'
import { readSettings } from './settings.ts'
import { createSteps } from './steps.ts'
import { Stop } from './stop.ts'

const CONNECTIONS = 16
const PRODUCTS = 5000
const ROUNDS = 3
const SECONDS = 1.2
/** What the shares are shares of. */
const COMPARED = ['hello', 'one row of D1']

type Sample = Driven & { cpuSeconds: number }

/**
 * `npm run bench [-- --only pages]`: what the API and the pages cost, as a share of the cheapest route
 * that reads one row of D1 in the same run, and of one that reads none. `--only` takes a part of the
 * operations' names. Prints and asserts nothing: machines differ, and so does one from hour to hour.
 */
export async function run(args: string[]): Promise<void> {
  const { only } = parse(args)
  const settings = readSettings([])
  const folder = mkdtempSync(path.join(tmpdir(), 'talat-bench-'))
  const step = createSteps()
  const client = fork(path.join(import.meta.dirname, 'bench/client.ts'), {
    execArgv: ['--no-warnings'],
  })
  let server: Server | undefined
  onEndSignal(process.exit)
  process.once('exit', () => {
    client.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  try {
    const secrets = await freshSecrets()
    let size = ''
    await step('Bundle the Worker and the storefront, start them in workerd', async () => {
      const storefront = await bundlePages()
      const forgetful = await bundleForgetful(folder)
      const [api, measure] = await Promise.all([bundleApi(settings, folder), bundleMeasure(folder)])
      size = `${api.kib.toFixed(0)} KiB, ${api.gzipKib.toFixed(0)} KiB gzip`
      server = await startServer({
        folder,
        api: api.file,
        measure,
        storefront,
        forgetful,
        variables: { ...secrets, ENVIRONMENT: 'development' },
      })
    })
    if (server === undefined) return
    const { ports } = server
    const firstMs = await firstAnswer(ports.api)
    await step(`A market of ${PRODUCTS} products`, async () => await fillMarket(ports.measure))
    const world = (await (await ask(ports.measure, 'GET', '/world')).json()) as World
    const signedIn = signedInShoppers(secrets.SESSION_KEY ?? '')
    await step(`${SHOPPERS.ordering} full carts`, async () => {
      await ask(ports.measure, 'POST', '/seed/carts', JSON.stringify(fullCarts(world)))
    })
    const list = [...(await operations(world, signedIn)), ...pageOperations(world)].filter(
      ({ name }) => only === undefined || COMPARED.includes(name) || name.includes(only),
    )
    const samples = new Map<string, Sample[]>(list.map(({ name }) => [name, []]))
    await step(`${ROUNDS} rounds of ${list.length} operations`, async () => {
      if (server !== undefined) await measure(client, server, list, samples)
    })
    console.log(`\nWorker: ${size}; first answer of a new isolate: ${firstMs.toFixed(0)} ms`)
    console.log(
      `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s each, medians; checkout: signed in, two shops, cash on delivery\n`,
    )
    console.log(report(list, samples))
  } finally {
    client.disconnect()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function parse(args: string[]): { only?: string | undefined } {
  try {
    return parseArgs({ args, options: { only: { type: 'string' } } }).values
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error))
  }
}

async function measure(
  client: ChildProcess,
  server: Server,
  list: Operation[],
  samples: Map<string, Sample[]>,
): Promise<void> {
  const spent = new Map<Operation, number>()
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const operation of list) {
      // Round 0 warms up. What works only once goes on where it stopped.
      const from = spent.get(operation) ?? 0
      const requests = operation.repeat ? operation.requests : operation.requests.slice(from)
      if (operation.askFirst === true) {
        await drive(client, {
          port: server.ports[operation.worker],
          connections: CONNECTIONS,
          seconds: 60,
          repeat: false,
          requests,
        })
        await settled(server)
      }
      const cpuBefore = server.cpuSeconds()
      const driven = await drive(client, {
        port: server.ports[operation.worker],
        connections: CONNECTIONS,
        seconds: round === 0 ? SECONDS / 3 : SECONDS,
        repeat: operation.repeat,
        requests,
      })
      // What an answer leaves to be done is part of its cost: the relay, and the queue's consumer.
      if (!operation.repeat) await sleepFully(1500)
      accept(operation.name, driven)
      spent.set(operation, from + driven.done + CONNECTIONS)
      const cpuSeconds = server.cpuSeconds() - cpuBefore
      if (round > 0) samples.get(operation.name)?.push({ ...driven, cpuSeconds })
    }
  }
}

/** Waits until what was left to be done behind the visitors' backs is done. */
async function settled(server: Server): Promise<void> {
  for (let before = server.cpuSeconds(), n = 0; n < 100; n += 1) {
    await sleepFully(200)
    const now = server.cpuSeconds()
    if (!(now - before > 0.02)) return
    before = now
  }
}

function report(list: Operation[], samples: Map<string, Sample[]>): string {
  const of = (name: string) => samples.get(name) ?? []
  const base = of('one row of D1').map(speed)
  // On a busy machine the shares by CPU are the truer ones.
  const baseCpu = median(of('one row of D1').map(cpu))
  const hello = of('hello').map(speed)
  const helloCpu = median(of('hello').map(cpu))
  const rows = list.map(({ name }) => {
    const taken = of(name)
    const middle = (value: (sample: Sample, index: number) => number) => median(taken.map(value))
    return [
      name,
      middle(speed).toFixed(0),
      middle(({ p50Ms }) => p50Ms).toFixed(1),
      middle(({ p99Ms }) => p99Ms).toFixed(1),
      middle(cpu).toFixed(3),
      dash(middle(({ trips }) => trips)),
      middle((sample, round) => speed(sample) / (base[round] ?? Number.NaN)).toFixed(3),
      (baseCpu / middle(cpu)).toFixed(3),
      middle((sample, round) => speed(sample) / (hello[round] ?? Number.NaN)).toFixed(3),
      (helloCpu / middle(cpu)).toFixed(3),
    ]
  })
  const head = [
    'operation',
    'ops/s',
    'p50 ms',
    'p99 ms',
    'CPU s/1000',
    'queries',
    'of one row',
    'by CPU',
    'of hello',
    'by CPU',
  ]
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
  return [head, ...rows].map(line).join('\n')
}

const speed = ({ done, seconds }: Driven) => done / seconds
const cpu = ({ cpuSeconds, done }: Sample) => (cpuSeconds / done) * 1000
const dash = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1))

function accept(name: string, { statuses, refusal, done }: Driven): void {
  if (refusal === undefined && done > 0) return
  throw new Stop(`The bench is broken: ${name} answered ${JSON.stringify(statuses)}: ${refusal}`)
}

async function drive(client: ChildProcess, wanted: Drive): Promise<Driven> {
  client.send(wanted)
  const [result] = await once(client, 'message')
  return result as Driven
}

async function fillMarket(port: number): Promise<void> {
  for (const statements of migrationStatements()) {
    await ask(port, 'POST', '/statements', JSON.stringify(statements))
  }
  await ask(port, 'POST', `/seed/market?products=${PRODUCTS}`)
  await ask(port, 'POST', `/seed/shoppers?count=${SHOPPERS.adding + SHOPPERS.ordering}`)
}

async function ask(port: number, method: string, path: string, body?: string): Promise<Response> {
  const init = body === undefined ? { method } : { method, body }
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
  if (!response.ok) throw new Stop(`${path}: ${response.status} ${await response.text()}`)
  return response
}

async function firstAnswer(port: number): Promise<number> {
  const started = performance.now()
  await (await ask(port, 'GET', '/api/health')).text()
  return performance.now() - started
}

// `sleep` of processes.ts does not keep this process alive.
const sleepFully = async (ms: number) => {
  const alive = setTimeout(() => undefined, ms)
  await sleep(ms)
  clearTimeout(alive)
}
