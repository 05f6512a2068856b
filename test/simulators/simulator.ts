import { Hono } from 'hono'
import { runClock } from './clockwork.ts'
import { controlRoutes } from './control/routes.ts'
import { lineRoutes } from './line/routes.ts'
import { isLoopback } from './pay/layout.ts'
import { payRoutes } from './pay/routes.ts'
import { createSimulation, type Settings, type Simulation } from './simulation.ts'
import { createMemoryStore, type Store } from './store.ts'
import { StripeFailure } from './stripe/errors.ts'
import { createIdempotency } from './stripe/idempotency.ts'
import { stripeRoutes } from './stripe/routes.ts'
import { stripeJsRoutes } from './stripe-js/routes.ts'
import { isEarly } from './webhooks/plan.ts'
import { type Deliver, sendWebhook } from './webhooks/send.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** Everything fake on purpose: these secrets open nothing. */
export const DEFAULT_SETTINGS: Settings = {
  secretKey: 'sk_sim_talat',
  publishableKey: 'pk_sim_talat',
  webhookUrl: 'http://127.0.0.1:8787/api/webhooks/stripe',
  webhookSecret: 'whsec_sim_talat',
  outgoingWebhookSecret: 'whsec_sim_talat_outgoing',
  qrLifetimeMs: 15 * MINUTE_MS,
  refundDelayMs: 0,
  retryDelaysMs: [SECOND_MS, 5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS],
  publicUrl: null,
}

export type SimulatorOptions = {
  /** Default: in memory. */
  store?: Store
  /** Milliseconds since the epoch; default: the system's clock. Move it and call `settle`. */
  now?: () => number
  /** Takes each webhook request; default: fetch. A rejection or a status outside 2xx is tried again. */
  deliver?: Deliver
  settings?: Partial<Settings>
  /** Deliver by itself after each request (true), or only when `settle` is called (default). */
  autoDeliver?: boolean
  /** Called when there may be something for `settle` to do; takes the place of `autoDeliver`. */
  wake?: () => void
  /** The deployment's `ENVIRONMENT`; `production` is refused. */
  environment?: string
}

export type Simulator = {
  /** Answers a request to the simulator, whatever its host; can stand in for the global fetch. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** Expires, refunds and delivers whatever is due by the clock, until nothing is. */
  settle(): Promise<void>
  /** When `settle` will next have something to do, in ms; `null` if never. */
  nextDueAt(): number | null
  /** The state itself, for a test that wants to look. */
  simulation: Simulation
}

/** A payment provider in a box. Throws where `environment` is production. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  if (options.environment === 'production') {
    throw new Error('The payment simulator does not run in production.')
  }
  const simulation = createSimulation(
    options.store ?? createMemoryStore(),
    options.now ?? Date.now,
    { ...DEFAULT_SETTINGS, ...options.settings },
  )
  const deliver: Deliver = options.deliver ?? ((request) => fetch(request))
  let draining: Promise<void> | null = null

  const drain = async (): Promise<void> => {
    for (;;) {
      runClock(simulation)
      const [next] = simulation.deliveries.due(simulation.now())
      if (next === undefined) return
      await sendWebhook(simulation, next, deliver)
    }
  }
  const hasDue = () => (simulation.nextDueAt() ?? Number.POSITIVE_INFINITY) <= simulation.now()
  const settle = async (): Promise<void> => {
    while (draining !== null || hasDue()) {
      draining ??= drain().finally(() => {
        draining = null
      })
      await draining
    }
  }
  const deliverEarly = async (): Promise<void> => {
    const early = simulation.deliveries.due(simulation.now()).filter(isEarly)
    for (const { id } of early) {
      // By its turn, one may have been picked up by `settle`.
      const delivery = simulation.deliveries.get(id)
      if (delivery?.state === 'waiting') await sendWebhook(simulation, delivery, deliver)
    }
  }

  const settleQuietly = () => {
    if (options.autoDeliver === true) settle().catch(() => undefined)
  }
  const wake = options.wake ?? settleQuietly

  const machine = { simulation, idempotency: createIdempotency(simulation), deliverEarly, wake }
  const app = new Hono()
  app.use(async (c, next) => {
    // A page of some website must not press the buttons of a simulator that happens to run here.
    const origin = c.req.header('origin')
    if (origin !== undefined && c.req.method !== 'GET' && !isLoopback(origin)) {
      return c.json({ error: { type: 'invalid_request_error', message: 'Not from here.' } }, 403)
    }
    // Nobody may find open what the clock has closed.
    runClock(simulation)
    await next()
    wake()
    return undefined
  })
  app.route('/v1', stripeRoutes(machine))
  app.route('/sim', controlRoutes(simulation, settle))
  app.route('/line/oauth2/v2.1', lineRoutes(simulation.now))
  app.route('/v3', stripeJsRoutes())
  app.route('/', payRoutes(simulation))
  app.onError((error, c) => {
    if (error instanceof StripeFailure) {
      return Response.json({ error: error.body }, { status: error.status })
    }
    if (c.req.raw.signal?.aborted) throw error
    return Response.json(
      { error: { type: 'api_error', message: `The simulator broke: ${error.message}` } },
      { status: 500 },
    )
  })

  return {
    fetch: async (input, init) => app.fetch(new Request(input, init)),
    settle,
    nextDueAt: simulation.nextDueAt,
    simulation,
  }
}
