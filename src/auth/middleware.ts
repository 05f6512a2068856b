import { createMiddleware } from 'hono/factory'
import { Problem } from '../common/problem.ts'
import type { HttpEnv, Principal } from '../config/http-env.ts'

/**
 * Who may call a route. `anyone` includes guests; `user` is any signed-in account; `operator` runs
 * the market. How an id in the route is owned is the service's business: it scopes by the principal.
 */
export type Access = 'anyone' | 'user' | 'operator'

const DECLARED = Symbol.for('talat.access')

/** Declares and enforces who may call the route. `declaredAccess` lets start-up refuse a route without. */
export function allow(access: Access) {
  const middleware = createMiddleware<HttpEnv>(async (c, next) => {
    const principal = c.var.principal
    if (access !== 'anyone' && principal === null) throw new Problem('unauthenticated')
    if (access === 'operator' && !principal?.roles.includes('operator')) {
      throw new Problem('forbidden')
    }
    await next()
  })
  return Object.assign(middleware, { [DECLARED]: access })
}

/** The access a handler declares, if it is an `allow(…)`. */
export const declaredAccess = (handler: object): Access | undefined =>
  (handler as { [DECLARED]?: Access })[DECLARED]

/** The signed-in caller of a route that allows no guests. @throws Problem `unauthenticated` */
export function signedIn(principal: Principal | null): Principal {
  if (principal === null) throw new Problem('unauthenticated')
  return principal
}
