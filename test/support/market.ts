import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Hyperdrive } from '@cloudflare/workers-types'
import { afterAll, beforeAll, vi } from 'vitest'
import { createApi } from '#src/api.ts'
import { after, type Clock } from '#src/common/clock.ts'
import { createLog, type Log } from '#src/common/log.ts'
import { createTasks } from '#src/common/tasks.ts'
import { compose } from '#src/compose.ts'
import type { Env } from '#src/config/env.ts'
import type { Database } from '#src/database/database.ts'
import type { DatabaseConfig } from '#src/database/open.ts'
import { runJobs } from '#src/jobs.ts'
import { createSimulator, type SimulatorOptions } from '../simulators/simulator.ts'
import { describeOwnDatabase } from './each-database.ts'

const API = 'http://127.0.0.1:8787'
const SIMULATOR = 'http://127.0.0.1:8789'

export type Answer = {
  status: number
  // The shape of each answer is asserted by whoever reads it.
  body: any
  headers: Headers
  /** Round trips to the database that the request made. */
  trips: number
}

export type CallOptions = {
  body?: unknown
  token?: string
  cartToken?: string
  orderToken?: string
  key?: string
  headers?: Record<string, string>
}

/** A whole market inside one test: the API on one database, the payment simulator, one clock for both. */
export function openMarket(
  database: DatabaseConfig,
  simulator: Partial<SimulatorOptions> = {},
  variables: Partial<Env> = {},
) {
  let offsetMs = 0
  const clock: Clock = { now: () => after(new Date(), offsetMs) }
  const bindings: Env = {
    ...env,
    ...variables,
    DATABASE: database.kind,
    ...(database.kind === 'postgres' ? { HYPERDRIVE: database.binding as Hyperdrive } : {}),
  }
  const api = createApi(clock)
  const quiet: Log = createLog({}, () => undefined)
  const contexts: ReturnType<typeof createExecutionContext>[] = []

  async function fetch(request: Request): Promise<Response> {
    const ctx = createExecutionContext()
    contexts.push(ctx)
    return await api.fetch(request, bindings, ctx)
  }

  const request = async (path: string, init: RequestInit = {}): Promise<Response> =>
    await fetch(new Request(`${API}${path}`, init))

  const provider = createSimulator({
    now: () => clock.now().getTime(),
    deliver: async (webhook) =>
      await request(new URL(webhook.url).pathname, {
        method: 'POST',
        headers: webhook.headers,
        body: await webhook.text(),
      }),
    settings: { webhookUrl: `${API}/api/webhooks/stripe` },
    ...simulator,
  })
  const realFetch = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!url.startsWith(SIMULATOR)) return await realFetch(input, init)
    return await provider.fetch(input, init)
  })
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)

  async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const headers = new Headers({ 'x-client-type': 'native', ...options.headers })
    if (options.body !== undefined) headers.set('content-type', 'application/json')
    if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`)
    if (options.cartToken !== undefined) headers.set('x-cart-token', options.cartToken)
    if (options.orderToken !== undefined) headers.set('x-order-token', options.orderToken)
    if (options.key !== undefined) headers.set('idempotency-key', options.key)
    const response = await request(`/api${path}`, {
      method,
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    })
    const text = await response.text()
    const trips = Number(
      /desc="(\d+) trips"/.exec(response.headers.get('server-timing') ?? '')?.[1],
    )
    const json = /json/.test(response.headers.get('content-type') ?? '') && text !== ''
    return {
      status: response.status,
      body: json ? JSON.parse(text) : text,
      headers: response.headers,
      trips,
    }
  }

  /** Waits for everything that requests left to do after their answers. */
  async function rest(): Promise<void> {
    while (contexts.length > 0) {
      await Promise.all(contexts.splice(0).map(async (ctx) => await waitOnExecutionContext(ctx)))
    }
  }

  async function control(path: string, body?: unknown): Promise<Response> {
    return await provider.fetch(`${SIMULATOR}/sim${path}`, {
      method: 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  return {
    kind: database.kind,
    clock,
    bindings,
    fetch,
    request,
    call,
    rest,
    provider,
    control,
    /** Delivers the webhooks that are due, and lets the API finish with them. */
    async deliver(): Promise<void> {
      await provider.settle()
      await rest()
    },
    /** Moves the one clock of API and provider. */
    pass(ms: number): void {
      offsetMs += ms
    },
    /** The modules as a job gets them; close them after use. */
    services: () => compose({ env: bindings, log: quiet, tasks: createTasks(), clock }),
    /** Runs the minute's jobs, as the cron does. */
    async jobs(): Promise<void> {
      const services = this.services()
      await runJobs(services, quiet)
      await services.close()
      await rest()
    },
    close(): void {
      vi.restoreAllMocks()
    },
  }
}

export type Market = ReturnType<typeof openMarket>

/** Runs a suite against a market of its own on each database; both are open while a test runs. */
export function describeEachMarket(
  title: string,
  suite: (market: () => Market, open: () => Database) => void,
  simulator: Partial<SimulatorOptions> = {},
  variables: Partial<Env> = {},
): void {
  describeOwnDatabase(title, (open, config) => {
    let market: Market | undefined
    beforeAll(() => {
      market = openMarket(config, simulator, variables)
    })
    afterAll(() => market?.close())
    suite(() => {
      if (market === undefined) throw new RangeError('the market opens with the first test')
      return market
    }, open)
  })
}
