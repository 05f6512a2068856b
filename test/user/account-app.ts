import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import { REFRESH_COOKIE } from '#src/auth/cookie.ts'
import { type Counter, createLimits, type Limits } from '#src/auth/limits.ts'
import { allow, authenticate, inShop } from '#src/auth/middleware.ts'
import type { Passwords } from '#src/auth/password.ts'
import { after, type Clock } from '#src/common/clock.ts'
import { asProblem, problemResponse } from '#src/common/http/problem-response.ts'
import { newId } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import { readConfig } from '#src/config/env.ts'
import type { Database } from '#src/database/database.ts'
import { createUserModule, type UserEnv } from '#src/user/index.ts'
import { userRoutes } from '#src/user/routes.ts'

export const HOST = 'https://talat.example'
export const PASSWORD = 'ปลาทูแม่กลองคอหัก'

export type HeldClock = Clock & { advance(ms: number): void }

export function heldClock(start = new Date('2026-11-22T03:00:00Z')): HeldClock {
  let at = start
  return {
    now: () => at,
    advance: (ms) => {
      at = after(at, ms)
    },
  }
}

/** The counters of the RateLimit object, in memory and by a held clock. */
export function countedLimits(clock: Clock, callsPerMinute = 10_000): Limits {
  const tries = new Map<string, number[]>()
  const counter = (name: string): Counter => ({
    async take(limit, windowMs) {
      const now = clock.now().getTime()
      const kept = (tries.get(name) ?? []).filter((at) => at > now - windowMs)
      const allowed = kept.length < limit
      tries.set(name, allowed ? [...kept, now] : kept)
      const freeAt = (kept[0] ?? now) + windowMs
      return { allowed, retryAfterSeconds: allowed ? 0 : Math.ceil((freeAt - now) / 1000) }
    },
    async reset() {
      tries.delete(name)
    },
  })
  return createLimits(counter, callsPerMinute, 10_000)
}

type Options = { clock?: HeldClock; limits?: Limits; passwords?: Passwords }

/** The account routes as src/api.ts serves them, on connections that `open` gives, one a request. */
export function accountApp(open: () => Database, options: Options = {}) {
  const clock = options.clock ?? heldClock()
  const limits = options.limits ?? countedLimits(clock)
  const config = readConfig(env)
  const modules = () => {
    const database = open()
    const fileUrl = (key: string) => `/files/${key}`
    const user = createUserModule({
      ...{ database, config, clock, limits, fileUrl, lineLogin: null, ...options },
      delivery: {
        ...{ log: createLog({}, () => undefined), ways: {}, publicOrigin: HOST },
        openLink: async (link) => link,
        ...{ publishInbox: async () => undefined, defer: () => undefined },
      },
      access: {
        ...{ endLive: async () => undefined, relaySaved: async () => undefined },
        sleep: async () => undefined,
      },
    })
    return { database, user }
  }
  const app = new Hono<UserEnv>()
    .basePath('/api')
    .use(async (c, next) => {
      const { user, database } = modules()
      c.set('config', config)
      c.set(
        'log',
        createLog({}, () => undefined),
      )
      c.set('requestId', 'req_test')
      c.set('locale', c.req.header('accept-language') === 'en' ? 'en' : 'th')
      c.set('clientAddress', c.req.header('x-test-address') ?? '203.0.113.7')
      c.set('user', user)
      c.set('sessionIsLive', user.sessionIsLive)
      c.set('memberOf', async ({ userId }, shopId) => await user.memberOf(userId, shopId))
      c.set('shopScope', null)
      await next()
      c.header('x-test-trips', String(database.trips()))
    })
    .use(authenticate(clock))
    .onError((error, c) => {
      const problem = asProblem(error)
      if (problem === undefined) throw error
      return problemResponse(problem, c.var.requestId, 'en')
    })
    .get('/seller/shops/:shopId/books', allow('member', { roles: ['owner', 'manager'] }), (c) =>
      c.json(inShop(c.get('shopScope'))),
    )
    .get('/seller/shops/:shopId/parcels', allow('member'), (c) =>
      c.json(inShop(c.get('shopScope'))),
    )
    .get('/money', allow('user', { fresh: true }), (c) => c.json({ moved: true }))
    .route('/', userRoutes())

  const send = async (method: string, path: string, body?: unknown, headers: Headers = {}) =>
    await app.request(
      `${HOST}/api${path}`,
      {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      env,
    )

  return { clock, send, module: () => modules().user, config }
}

export type AccountApp = ReturnType<typeof accountApp>
type Headers = Record<string, string>

export const someEmail = () => `${newId('req')}@example.com`

export type Tokens = { accessToken: string; refreshToken?: string; expiresIn: number }
export type Entered = Tokens & { user: { id: string; email: string }; cookie: string }

/** A new account that has just signed in, from a browser unless said otherwise. */
export async function newAccount(
  { send }: AccountApp,
  headers: Headers = {},
  email = someEmail(),
): Promise<Entered> {
  const answer = await send(
    'POST',
    '/auth/register',
    { email, password: PASSWORD, name: 'สมชาย ใจดี' },
    headers,
  )
  if (answer.status !== 201) throw new Error(`register: ${answer.status} ${await answer.text()}`)
  return { ...(await answer.json<Omit<Entered, 'cookie'>>()), cookie: cookieIn(answer) ?? '' }
}

/** The value of the refresh cookie that an answer sets; undefined when it sets none. */
export const cookieIn = (answer: Response): string | undefined =>
  answer.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${REFRESH_COOKIE}=`))
    ?.split(';')[0]
    ?.slice(REFRESH_COOKIE.length + 1)

export const bearer = ({ accessToken }: { accessToken: string }): Headers => ({
  authorization: `Bearer ${accessToken}`,
})

/** What a browser on our own page sends along. */
export const fromPage = (cookie: string, origin = HOST): Headers => ({
  cookie: `${REFRESH_COOKIE}=${cookie}`,
  origin,
})

export const codeOf = async (answer: Response): Promise<string> =>
  (await answer.json<{ code: string }>()).code
