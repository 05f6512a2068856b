import { DurableObject } from 'cloudflare:workers'
import * as z from 'zod'
import type { Settings } from './simulation.ts'
import { createSimulator, type Simulator } from './simulator.ts'
import { createSqliteStore } from './sqlite-store.ts'

const SECOND_MS = 1000
/** A merchant that does not answer a webhook by then has not answered it. */
const WEBHOOK_TIMEOUT_MS = 15 * SECOND_MS

const Seconds = z.coerce.number().int().nonnegative()

/** Every variable may be left out: see DEFAULT_SETTINGS. */
const Variables = z.object({
  ENVIRONMENT: z.string().default('development'),
  SECRET_KEY: z.string().startsWith('sk_sim_').optional(),
  PUBLISHABLE_KEY: z.string().startsWith('pk_sim_').optional(),
  WEBHOOK_URL: z.url().optional(),
  WEBHOOK_SECRET: z.string().min(1).optional(),
  WEBHOOK_OUTGOING_SECRET: z.string().min(1).optional(),
  PROMPTPAY_LIFETIME_SECONDS: Seconds.optional(),
  REFUND_DELAY_SECONDS: Seconds.optional(),
  PUBLIC_URL: z.url().optional(),
})

type Env = {
  SIMULATOR: DurableObjectNamespace<PaymentSimulator>
  ENVIRONMENT?: string
}

/** The one object that holds the simulated provider; its alarm is the provider's clock. */
export class PaymentSimulator extends DurableObject<Env> {
  readonly #simulator: Simulator

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    const variables = Variables.parse(env)
    this.#simulator = createSimulator({
      store: createSqliteStore(ctx.storage.sql),
      deliver: (request) => fetch(request, { signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS) }),
      environment: variables.ENVIRONMENT,
      settings: settingsOf(variables),
      wake: () => ctx.waitUntil(this.#catchUp()),
    })
  }

  override async fetch(request: Request): Promise<Response> {
    return this.#simulator.fetch(request)
  }

  override async alarm(): Promise<void> {
    await this.#catchUp()
  }

  async #catchUp(): Promise<void> {
    await this.#simulator.settle()
    const next = this.#simulator.nextDueAt()
    if (next === null) await this.ctx.storage.deleteAlarm()
    else await this.ctx.storage.setAlarm(next)
  }
}

function settingsOf(variables: z.infer<typeof Variables>): Partial<Settings> {
  const { PROMPTPAY_LIFETIME_SECONDS: qrSeconds, REFUND_DELAY_SECONDS: refundSeconds } = variables
  const given = {
    secretKey: variables.SECRET_KEY,
    publishableKey: variables.PUBLISHABLE_KEY,
    webhookUrl: variables.WEBHOOK_URL,
    webhookSecret: variables.WEBHOOK_SECRET,
    outgoingWebhookSecret: variables.WEBHOOK_OUTGOING_SECRET,
    qrLifetimeMs: qrSeconds === undefined ? undefined : qrSeconds * SECOND_MS,
    refundDelayMs: refundSeconds === undefined ? undefined : refundSeconds * SECOND_MS,
    publicUrl: variables.PUBLIC_URL,
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

export default {
  async fetch(request, env) {
    if (env.ENVIRONMENT === 'production') {
      return new Response('The payment simulator does not run in production.', { status: 503 })
    }
    return env.SIMULATOR.getByName('provider').fetch(request)
  },
} satisfies ExportedHandler<Env>
