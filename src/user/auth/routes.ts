import { type Context, Hono } from 'hono'
import {
  cookieOf,
  forgottenRefreshCookie,
  refreshCookie,
  refreshTokenOf,
} from '#src/auth/cookie.ts'
import { DEVICE_COOKIE, deviceCookie } from '#src/auth/device.ts'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import { Problem } from '#src/common/problem.ts'
import type { UserEnv } from '../index.ts'
import { HeldToken, Login, PublicKeys, Refreshed, Register, SignedIn } from './schema.ts'
import type { Caller, NewSignIn, Renewed } from './service.ts'

const tag = 'Accounts'
const CLIENT_TYPE = {
  'X-Client-Type': {
    description: '`native` gets the refresh token in the body; anyone else gets a cookie.',
  },
}

/** Opening an account, signing in and out. A bearer token that is no longer valid is no obstacle. */
export const authRoutes = () =>
  new Hono<UserEnv>()
    .post(
      '/auth/register',
      operation({
        summary: 'Open an account',
        tag,
        answers: [201, SignedIn],
        problems: ['email_taken', 'overloaded'],
        headers: CLIENT_TYPE,
      }),
      allow('anyone', { anyToken: true }),
      valid('json', Register),
      async (c) => {
        const caller = callerOf(c)
        const signedIn = await c.get('user').auth.register(c.req.valid('json'), caller)
        return c.json(handOver(c, signedIn, caller.clientType), 201)
      },
    )
    .post(
      '/auth/login',
      operation({
        summary: 'Sign in',
        tag,
        answers: [200, SignedIn],
        problems: ['credentials_invalid', 'forbidden', 'overloaded'],
        headers: CLIENT_TYPE,
      }),
      allow('anyone', { anyToken: true }),
      valid('json', Login),
      async (c) => {
        const caller = callerOf(c)
        const signedIn = await c.get('user').auth.login(c.req.valid('json'), caller)
        return c.json(handOver(c, signedIn, caller.clientType), 200)
      },
    )
    .post(
      '/auth/refresh',
      operation({
        summary: 'Renew the session',
        tag,
        answers: [200, Refreshed],
        problems: ['token_invalid', 'token_reused', 'origin_forbidden', 'overloaded'],
      }),
      allow('anyone', { anyToken: true }),
      valid('json', HeldToken),
      async (c) => {
        // A refusal never clears the cookie: it may be the winner's of a race that this call lost.
        const held = heldToken(c, c.req.valid('json').refreshToken)
        if (held === null) throw new Problem('token_invalid')
        const renewed = await c.get('user').auth.refresh(held.token, c.get('clientAddress'))
        return c.json(keep(c, renewed, held.by), 200)
      },
    )
    .post(
      '/auth/logout',
      operation({
        summary: 'Sign out',
        tag,
        answers: [204],
        problems: ['origin_forbidden'],
      }),
      allow('anyone', { anyToken: true }),
      valid('json', HeldToken),
      async (c) => {
        const held = heldToken(c, c.req.valid('json').refreshToken)
        await c.get('user').auth.logout(held?.token ?? null, c.get('principal'))
        if (held?.by !== 'body') c.header('set-cookie', forgottenRefreshCookie(), { append: true })
        return c.body(null, 204)
      },
    )
    .get(
      '/auth/jwks.json',
      operation({
        summary: 'Read the public keys of access tokens',
        tag,
        answers: [200, PublicKeys],
      }),
      allow('anyone', { anyToken: true }),
      async (c) => {
        c.header('cache-control', 'public, max-age=300')
        return c.json(await c.get('user').publicKeys(), 200)
      },
    )

function callerOf(c: Context<UserEnv>): Caller {
  return {
    clientType: c.req.header('x-client-type') === 'native' ? 'native' : 'browser',
    clientAddress: c.get('clientAddress'),
    userAgent: c.req.header('user-agent') ?? null,
    deviceProof: cookieOf(c.req.header('cookie'), DEVICE_COOKIE),
    locale: c.get('locale'),
  }
}

/**
 * The refresh token of a request: in the body as native clients send it, or the cookie's. Where the
 * cookie authenticates, the request must come from a page of this host.
 * @throws Problem `origin_forbidden`
 */
function heldToken(c: Context<UserEnv>, inBody: string | undefined) {
  if (inBody !== undefined) return { token: inBody, by: 'body' as const }
  const token = refreshTokenOf(c.req.header('cookie'))
  if (token === null) return null
  // As browsers write it, letter by letter: anything longer was put together by somebody else.
  if (c.req.header('origin') !== new URL(c.req.url).origin) throw new Problem('origin_forbidden')
  return { token, by: 'cookie' as const }
}

function handOver(
  c: Context<UserEnv>,
  { user, deviceProof, ...tokens }: NewSignIn,
  clientType: Caller['clientType'],
): SignedIn {
  const answer = { user, ...keep(c, tokens, clientType === 'native' ? 'body' : 'cookie') }
  if (clientType === 'browser') {
    c.header('set-cookie', deviceCookie(deviceProof), { append: true })
  }
  return answer
}

// Where a token came from is where the next one goes: a script that steals into a page must not be
// able to move it from the cookie into a body that it can read.
function keep(c: Context<UserEnv>, renewed: Renewed, by: 'body' | 'cookie'): Refreshed {
  const { accessToken, expiresIn, refreshToken, refreshSeconds } = renewed
  c.header('cache-control', 'no-store')
  if (by === 'body') return { accessToken, expiresIn, refreshToken }
  c.header('set-cookie', refreshCookie(refreshToken, refreshSeconds), { append: true })
  return { accessToken, expiresIn }
}
