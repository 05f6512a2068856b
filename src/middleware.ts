import { accepts } from 'hono/accepts'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { ChatModule } from './chat/index.ts'
import type { Clock } from './common/clock.ts'
import { newId } from './common/id.ts'
import { createLog } from './common/log.ts'
import { Problem } from './common/problem.ts'
import { createTasks } from './common/tasks.ts'
import { compose, type Services } from './compose.ts'
import { readConfig } from './config/env.ts'
import type { HttpEnv, Locale } from './config/http-env.ts'
import { SETTINGS } from './config/settings.ts'
import type { OrderModule } from './order/index.ts'
import type { ProductModule } from './product/index.ts'
import type { DeadLetters } from './services/dead-letters/index.ts'
import type { DevInbox } from './services/dev-inbox/index.ts'
import type { Live } from './services/live/index.ts'
import type { MayListen } from './services/live/routes.ts'
import type { OperatorFeed } from './services/operator-feed/index.ts'
import type { SeatsOf } from './services/seats/index.ts'
import type { Uploads } from './services/upload/index.ts'
import type { UserModule } from './user/index.ts'

export type ApiEnv = HttpEnv<{
  services: Services
  user: UserModule
  product: ProductModule
  order: OrderModule
  chat: ChatModule
  live: Live
  seatsOf: SeatsOf
  /** Of a request for a ticket: when it came in, in milliseconds since 1970. */
  askedMs: number
  deadLetters: DeadLetters
  operatorFeed: OperatorFeed
  devInbox: DevInbox
  uploads: Uploads
  mayListen: MayListen
  probes: Services['probes']
}>

// Everywhere `c.get(…)`, not `c.var`: that copies all variables each time it is read.

/**
 * What `ctx.props` says of a call that came in by the door of server-rendered pages: it names the
 * shopper it speaks for. Props are the Worker's own, so nothing that is sent over HTTP can set them.
 */
export const FOR_A_SHOPPER = { forShopper: true } as const

/** A request id, the language, the caller's address and a log that carries them; one line at the end. */
export const identify = createMiddleware<ApiEnv>(async (c, next) => {
  const startedAt = Date.now()
  const given = c.req.header('x-request-id') ?? ''
  const requestId = /^[\w-]{8,64}$/.test(given) ? given : newId('req')
  const log = createLog({ requestId })
  c.set('requestId', requestId)
  c.set('log', log)
  c.set(
    'locale',
    localeOf(
      accepts(c, {
        header: 'Accept-Language',
        supports: ['th', 'en'],
        default: 'th',
        match: byPrimaryTag,
      }),
    ),
  )
  c.set('principal', null)
  c.set('tokenRefused', false)
  c.set('shopScope', null)
  c.set(
    'clientAddress',
    clientAddress(c.executionCtx.props, (name) => c.req.header(name)),
  )
  await next()
  c.res.headers.set('x-request-id', requestId)
  const services = c.get('services') as Services | undefined
  const trips = services?.trips() ?? 0
  if (c.get('config')?.ENVIRONMENT !== 'production') {
    c.res.headers.set('server-timing', `db;desc="${trips} trips"`)
  }
  log.info('request', {
    method: c.req.method,
    path: new URL(c.req.url).pathname,
    status: c.res.status,
    ms: Date.now() - startedAt,
    trips,
    userId: c.get('principal')?.userId,
  })
})

/** Configuration, or 503 `misconfigured` that names what is missing in the log and not to strangers. */
export const configure = createMiddleware<ApiEnv>(async (c, next) => {
  c.set('config', readConfig(c.env))
  await next()
})

// The API is data, never a page.
const ofData = secureHeaders({
  strictTransportSecurity: 'max-age=63072000; includeSubDomains',
  xContentTypeOptions: 'nosniff',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  crossOriginResourcePolicy: 'same-site',
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
})

/** The headers of every answer; the reference page and stored files say their own content policy. */
export const secure = createMiddleware<ApiEnv>(async (c, next) => {
  let own: string | null = null
  await ofData(c, async () => {
    await next()
    own = c.res.headers.get('content-security-policy')
  })
  if (own !== null) c.res.headers.set('content-security-policy', own)
})

/** Another origin's pages may call only when it is named. */
export const crossOrigin = createMiddleware<ApiEnv>(async (c, next) => {
  // Most callers are the storefront on its own host, or no browser at all.
  if (c.req.header('origin') === undefined) return await next()
  const allowed = c.get('config').ALLOWED_ORIGINS
  return await cors({
    origin: (origin) => (allowed.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    allowHeaders: [
      'authorization',
      'content-type',
      'accept-language',
      'idempotency-key',
      'x-cart-token',
      'x-order-token',
      'x-client-type',
    ],
    exposeHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  })(c, next)
})

/** Nobody's cache keeps an answer unless its route says so. */
export const uncached = createMiddleware<ApiEnv>(async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-store')
})

/** Bodies that are bytes: what a provider signed, and files. Their routes cap them. */
const isRaw = (method: string, pathname: string): boolean =>
  pathname.startsWith('/api/webhooks/') ||
  (method === 'PUT' && pathname.startsWith('/api/uploads/'))

/** Bodies are counted as they stream in. */
export const capBody = createMiddleware<ApiEnv>(async (c, next) => {
  if (c.req.method === 'GET') return await next()
  if (isRaw(c.req.method, new URL(c.req.url).pathname)) return await next()
  return await bodyLimit({
    maxSize: SETTINGS.body.maxBytes,
    onError: () => {
      throw new Problem('body_too_large')
    },
  })(c, next)
})

/** A body that is not JSON is said to be so, before a schema calls it empty. */
export const jsonOnly = createMiddleware<ApiEnv>(async (c, next) => {
  const writes = c.req.method === 'POST' || c.req.method === 'PATCH' || c.req.method === 'PUT'
  const type = c.req.header('content-type')
  // As strict as the validator, which would take another type for no body at all.
  const json =
    type === undefined
      ? c.req.raw.body === null || c.req.header('content-length') === '0'
      : /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)
  const { pathname } = new URL(c.req.url)
  // A mail program's one click is a form (RFC 8058 §3.2); what it acts by is in its address.
  const others = isRaw(c.req.method, pathname) || pathname === '/api/unsubscribe'
  if (writes && !json && !others) throw new Problem('unsupported_media_type')
  await next()
})

/** The modules of this request; deferred work and the connection outlive the answer. */
export const provide = (clock: Clock) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const services = compose({
      clock,
      env: c.env,
      log: c.get('log'),
      tasks: createTasks(),
      principal: () => c.get('principal'),
    })
    c.set('services', services)
    c.set('user', whenAsked(services.user))
    c.set('product', whenAsked(services.product))
    c.set('order', whenAsked(services.order))
    c.set('chat', whenAsked(services.chat))
    c.set('live', whenAsked(services.live))
    c.set('seatsOf', services.seatsOf)
    c.set('deadLetters', whenAsked(services.deadLetters))
    c.set('operatorFeed', whenAsked(services.operatorFeed))
    c.set('devInbox', whenAsked(services.devInbox))
    c.set('uploads', whenAsked(services.uploads))
    c.set('probes', services.probes)
    c.set('sessionIsLive', async (principal) => await services.user().sessionIsLive(principal))
    c.set('memberOf', async ({ userId }, shopId) => await services.user().memberOf(userId, shopId))
    c.set('mayListen', async (channel, listener) => {
      const { userId, isOperator } = listener
      const himself = (may: boolean) => (may ? { shopId: null } : null)
      if (channel === 'inbox') return himself(userId !== null)
      if (channel === 'admin') return himself(isOperator)
      const [kind, id] = channel.split(':')
      if (id === undefined) return null
      if (kind === 'order-group')
        return himself(await services.order().reader.mayWatch(id, listener))
      if (kind === 'stock') return himself((await services.product().card(id, 'th')) !== undefined)
      return kind === 'chat' && userId !== null ? await services.chat().admit(id, userId) : null
    })
    try {
      await next()
    } finally {
      c.executionCtx.waitUntil(services.close())
    }
  })

// A module is some hundred closures: a request makes those that its handler asks something of.
const whenAsked = <Module extends object>(make: () => Module): Module =>
  new Proxy({} as Module, { get: (_, name) => Reflect.get(make(), name) })

// `en-US` is English (RFC 4647 §3.4); what is wanted most comes first.
function byPrimaryTag(
  asked: readonly { type: string; q: number }[],
  { supports, default: otherwise }: { supports: string[]; default: string },
): string {
  const tags = [...asked].sort((a, b) => b.q - a.q).filter(({ q }) => q > 0)
  const primary = tags.map(({ type }) => type.trim().toLowerCase().split('-')[0] ?? '')
  return primary.find((tag) => supports.includes(tag)) ?? otherwise
}

const localeOf = (language: string): Locale => (language === 'en' ? 'en' : 'th')

// Pages speak for a shopper; for anybody else only the platform's own header counts, so that nobody
// chooses the address he is limited by.
function clientAddress(
  props: Partial<typeof FOR_A_SHOPPER> | undefined,
  header: (name: string) => string | undefined,
): string {
  const forwarded = header('x-talat-client-address')
  if (props?.forShopper === true && forwarded !== undefined) return forwarded
  return header('cf-connecting-ip') ?? '127.0.0.1'
}
