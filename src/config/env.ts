import type {
  D1Database,
  DurableObjectNamespace,
  Fetcher,
  Hyperdrive,
  KVNamespace,
  Queue,
  R2Bucket,
  RateLimit,
  SendEmail,
} from '@cloudflare/workers-types'
import * as z from 'zod'
import { Problem } from '#src/common/problem.ts'
import type { DatabaseConfig } from '#src/database/open.ts'
import { faultsInProduction } from './production.ts'
import { type OrderCaps, orderCaps } from './settings.ts'

/** What the platform hands to the Worker: bindings, plain variables and secrets (see .dev.vars.example). */
export type Env = {
  DB: D1Database
  HYPERDRIVE?: Hyperdrive
  CACHE: KVNamespace
  FILES: R2Bucket
  EVENTS: Queue
  ORDER_STATUS: DurableObjectNamespace
  CHAT_ROOMS: DurableObjectNamespace
  INBOXES: DurableObjectNamespace
  STOCK_WATCH: DurableObjectNamespace
  OPERATOR_FEED: DurableObjectNamespace
  SEATS: DurableObjectNamespace
  RATE_LIMITS: DurableObjectNamespace
  FLASH_STOCK: DurableObjectNamespace
  API_LIMIT: RateLimit
  ASSETS?: Fetcher
  /** Where EMAIL_PROVIDER is cloudflare. */
  EMAIL?: SendEmail
} & Record<(typeof VARIABLES)[number], string | undefined>

/** Every variable and secret that is read; .dev.vars.example or wrangler.toml names each. */
export const VARIABLES = [
  'ENVIRONMENT',
  'DATABASE',
  'PUBLIC_ORIGIN',
  'ALLOWED_ORIGINS',
  'SESSION_KEY',
  'TOKEN_KEY',
  'PASSWORD_COST',
  'AUTH_CALLS_PER_MINUTE',
  'ORDER_CAPS_TIMES',
  'STRIPE_SECRET_KEY',
  'STRIPE_PUBLISHABLE_KEY',
  'STRIPE_WEBHOOK_SECRETS',
  'STRIPE_API_BASE',
  'STRIPE_JS_URL',
  'EMAIL_PROVIDER',
  'EMAIL_FROM',
  'RESEND_API_KEY',
  'THAIBULKSMS_KEY',
  'THAIBULKSMS_SECRET',
  'THAIBULKSMS_SENDER',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_FROM',
  'VAPID_KEY',
  'VAPID_SUBJECT',
  'FCM_SERVICE_ACCOUNT',
  'EXPO_PUSH',
  'EXPO_ACCESS_TOKEN',
  'LINE_CHANNEL_TOKEN',
  'LINE_LOGIN_CHANNEL_ID',
  'LINE_LOGIN_CHANNEL_SECRET',
  'LINE_LOGIN_BASE',
] as const

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )

/** A value that is JSON of a shape. */
const jsonOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

const given = z.string().min(1).optional()

/** How people are reached; what is not said ends in /dev/inbox, and in production is not sent. */
const Notifications = {
  EMAIL_PROVIDER: z.enum(['local', 'cloudflare', 'resend']).default('local'),
  /** `Talat <no-reply@talat.example>`; one line, as it stands in a header. */
  EMAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+@[^\r\n]+$/)
    .default('Talat <no-reply@talat.example>'),
  RESEND_API_KEY: given,
  THAIBULKSMS_KEY: given,
  THAIBULKSMS_SECRET: given,
  THAIBULKSMS_SENDER: given,
  TWILIO_ACCOUNT_SID: given,
  TWILIO_AUTH_TOKEN: given,
  TWILIO_FROM: given,
  /** P-256 private key as JWK JSON: signs web pushes. */
  VAPID_KEY: jsonOf(
    z.object({
      ...{ kty: z.literal('EC'), crv: z.literal('P-256') },
      ...{ x: z.string(), y: z.string(), d: z.string() },
    }),
  ).optional(),
  /** Where a push service reaches whoever runs the market: mailto: or https:. */
  VAPID_SUBJECT: z
    .string()
    .regex(/^(?:mailto:|https:)/)
    .optional(),
  /** The file of a Google service account, as JSON. */
  FCM_SERVICE_ACCOUNT: jsonOf(
    z.object({ project_id: z.string(), client_email: z.string(), private_key: z.string() }),
  ).optional(),
  EXPO_PUSH: z.enum(['on']).optional(),
  EXPO_ACCESS_TOKEN: given,
  LINE_CHANNEL_TOKEN: given,
  LINE_LOGIN_CHANNEL_ID: given,
  LINE_LOGIN_CHANNEL_SECRET: given,
  /** Where a stand-in for LINE Login answers; LINE itself if nothing is said. */
  LINE_LOGIN_BASE: z.url().optional(),
}

const Variables = z.object({
  ...Notifications,
  ENVIRONMENT: z.enum(['development', 'test', 'production']),
  DATABASE: z.enum(['d1', 'postgres']).default('d1'),
  /** Where shoppers are: links in messages, return addresses, the Origin of refresh. */
  PUBLIC_ORIGIN: z.url(),
  /** Other origins that may call the API from a browser. */
  ALLOWED_ORIGINS: list,
  /** ES256 private key as JWK JSON, with a `kid`: signs access tokens. */
  SESSION_KEY: z.string().min(1),
  /** 32 random bytes, base64url: derives refresh successors, live tickets and order tokens. */
  TOKEN_KEY: z.string().min(32),
  /** log2 of scrypt's N; 14 by OWASP's list, 10 in tests. */
  PASSWORD_COST: z.coerce.number().int().min(10).max(16).default(14),
  AUTH_CALLS_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  /** How many times as roomy the caps on orders are: 1 in production, 20 elsewhere. */
  ORDER_CAPS_TIMES: z.coerce.number().int().min(1).optional(),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_PUBLISHABLE_KEY: z.string().min(1),
  /** Every secret that is valid now, the newest first: two while one is being replaced. */
  STRIPE_WEBHOOK_SECRETS: list.refine((secrets) => secrets.length > 0, 'at least one secret'),
  /** Set to speak to the payment simulator instead of api.stripe.com. */
  STRIPE_API_BASE: z.url().optional(),
  STRIPE_JS_URL: z.url().default('https://js.stripe.com/v3/'),
})

export type Config = z.output<typeof Variables> & { database: DatabaseConfig; orderCaps: OrderCaps }

const parsed = new WeakMap<object, Config>()

/**
 * The typed configuration of an environment, parsed once an isolate.
 * @throws Problem `misconfigured`, whose message names every variable that is missing, wrong, or has
 * no place in production.
 */
export function readConfig(env: Env): Config {
  const known = parsed.get(env)
  if (known !== undefined) return known
  const result = Variables.safeParse(env)
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`)
    throw new Problem('misconfigured', { detail: `Set ${names.join(', ')}.` })
  }
  if (result.data.ENVIRONMENT === 'production') {
    const faults = faultsInProduction(result.data)
    const named = faults.map(({ name, because }) => `${name} (${because})`)
    if (named.length > 0) {
      throw new Problem('misconfigured', { detail: `Not for production: ${named.join(', ')}.` })
    }
  }
  const { ENVIRONMENT, DATABASE, ORDER_CAPS_TIMES } = result.data
  const config = {
    ...result.data,
    database: databaseConfig(env, DATABASE),
    orderCaps: orderCaps(ORDER_CAPS_TIMES ?? (ENVIRONMENT === 'production' ? 1 : 20)),
  }
  parsed.set(env, config)
  return config
}

function databaseConfig(env: Env, kind: 'd1' | 'postgres'): DatabaseConfig {
  if (kind === 'd1') return { kind, binding: env.DB }
  if (env.HYPERDRIVE !== undefined) return { kind, binding: env.HYPERDRIVE }
  throw new Problem('misconfigured', { detail: 'DATABASE is postgres: bind HYPERDRIVE.' })
}
