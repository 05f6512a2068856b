import { createMiddleware } from 'hono/factory'
import { type Clock, systemClock } from '#src/common/clock.ts'
import { describeError } from '#src/common/log.ts'
import { Problem } from '#src/common/problem.ts'
import type { ShopRole, ShopScope } from '#src/common/shop-scope.ts'
import { id } from '#src/common/text.ts'
import type { HttpEnv, Principal } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { network } from './limits.ts'
import { createAccessTokens } from './tokens.ts'

/**
 * Who may call a route. `anyone` includes guests; `user` is any signed-in account; `operator` runs
 * the market; `member` works for the shop that the path names as `:shopId`. How an id in the route is
 * owned is the service's business: it scopes by the principal, or by the shop.
 */
export type Access = 'anyone' | 'user' | 'operator' | 'member'

export type AllowOptions = {
  /** Ask the session row too: logout, suspension and lost roles end access at once, not in minutes. */
  fresh?: boolean
  /** Do not mind a token that is not valid: whoever renews or ends a session has an old one. */
  anyToken?: boolean
  /** Of a shop's members those with one of these roles, all without. The others answer 403. */
  roles?: readonly ShopRole[]
}

const DECLARED = Symbol.for('talat.access')

/** Declares and enforces who may call the route. `declaredAccess` lets start-up refuse a route without. */
export function allow(access: Access, options: AllowOptions = {}) {
  const { fresh = access === 'member', anyToken = false, roles } = options
  const middleware = createMiddleware<HttpEnv>(async (c, next) => {
    const principal = c.get('principal')
    if (c.get('tokenRefused') && !anyToken) throw new Problem('token_invalid')
    if (access !== 'anyone' && principal === null) throw new Problem('unauthenticated')
    if (access === 'operator' && !principal?.roles.includes('operator')) {
      throw new Problem('forbidden')
    }
    if (fresh && principal !== null && !(await c.get('sessionIsLive')(principal))) {
      throw new Problem('token_invalid', { detail: 'The session behind this token has ended.' })
    }
    if (access === 'member') {
      const scope = await membership(signedIn(principal), c.req.param('shopId'), c.get('memberOf'))
      if (roles !== undefined && !roles.includes(scope.role)) throw new Problem('forbidden')
      c.set('shopScope', scope)
    }
    await next()
  })
  return Object.assign(middleware, { [DECLARED]: access })
}

// A shop that somebody does not work for is as unknown to them as one that is not there (Z1).
async function membership(
  principal: Principal,
  shopId: string | undefined,
  memberOf: HttpEnv['Variables']['memberOf'],
): Promise<ShopScope> {
  const known = id.safeParse(shopId)
  const scope = known.success ? await memberOf(principal, known.data) : undefined
  if (scope === undefined) throw new Problem('not_found')
  return scope
}

/** The access a handler declares, if it is an `allow(…)`. */
export const declaredAccess = (handler: object): Access | undefined =>
  (handler as { [DECLARED]?: Access })[DECLARED]

/** The signed-in caller of a route that allows no guests. @throws Problem `unauthenticated` */
export function signedIn(principal: Principal | null): Principal {
  if (principal === null) throw new Problem('unauthenticated')
  return principal
}

/** The shop of a route that allows its members only. @throws RangeError on any other route */
export function inShop(scope: ShopScope | null): ShopScope {
  if (scope === null) throw new RangeError('a shop on a route without allow(member)')
  return scope
}

/**
 * Reads `Authorization: Bearer` and says who is asking: nobody without it. That a token is not valid
 * is only noted here; `allow` answers 401 `token_invalid`, so that a client may renew its session
 * while it still sends the old token.
 */
export function authenticate(clock: Clock = systemClock) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const header = c.req.header('authorization')
    const token = header === undefined ? undefined : /^bearer +(\S+) *$/i.exec(header)?.[1]
    const tokens = createAccessTokens(c.get('config').SESSION_KEY, SETTINGS.session.accessTokenMs)
    const principal = token === undefined ? null : await tokens.verify(token, clock.now())
    c.set('principal', principal)
    c.set('tokenRefused', header !== undefined && principal === null)
    await next()
  })
}

/**
 * The cheap first limit, per location: a signed-in user, or a client's network, over the API_LIMIT
 * binding. Fails open, since the exact limits stand behind it. Tests skip it unless they ask.
 */
export function limitCalls({ inTests = false }: { inTests?: boolean } = {}) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    // Providers call from few addresses, in bursts; their limit is the signature.
    const webhook = c.req.path.startsWith('/api/webhooks/')
    if (!webhook && (c.get('config').ENVIRONMENT !== 'test' || inTests)) {
      const caller = c.get('principal')?.userId ?? network(c.get('clientAddress'))
      const success = await c.env.API_LIMIT.limit({ key: caller }).then(
        (outcome) => outcome.success,
        (error: unknown) => {
          c.get('log').error('limit.failed', describeError(error))
          return true
        },
      )
      if (!success) throw new Problem('rate_limited', { retryAfterSeconds: 60 })
    }
    await next()
  })
}
