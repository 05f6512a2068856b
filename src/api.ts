import { type Context, Hono } from 'hono'
import { authenticate, declaredAccess, limitCalls } from './auth/middleware.ts'
import { forEverybody } from './cache/middleware.ts'
import { chatRoutes } from './chat/routes.ts'
import { type Clock, systemClock } from './common/clock.ts'
import { asProblem, problemResponse } from './common/http/problem-response.ts'
import { describeError } from './common/log.ts'
import { Problem } from './common/problem.ts'
import { PUBLIC_READS } from './config/settings.ts'
import { isOverload } from './database/portable.ts'
import {
  type ApiEnv,
  capBody,
  configure,
  crossOrigin,
  identify,
  jsonOnly,
  provide,
  secure,
  uncached,
} from './middleware.ts'
import { orderRoutes } from './order/routes.ts'
import { flashSaleRoutes } from './product/flash-sale/routes.ts'
import { productRoutes } from './product/routes.ts'
import { sitemapRoutes } from './product/sitemap/routes.ts'
import { deadLetterRoutes } from './services/dead-letters/routes.ts'
import { devInboxRoutes } from './services/dev-inbox/routes.ts'
import { healthRoutes } from './services/health/routes.ts'
import { liveRoutes } from './services/live/routes.ts'
import { operatorFeedRoutes } from './services/operator-feed/routes.ts'
import { referenceRoutes } from './services/reference/routes.ts'
import { fileRoutes, uploadRoutes } from './services/upload/routes.ts'
import { userRoutes } from './user/routes.ts'

/**
 * The HTTP face of Talat: middleware in order, one mount a module, one place where errors become
 * answers. Refuses to be built with a route that does not say who may call it.
 */
export function createApi(clock: Clock = systemClock) {
  const app = new Hono<ApiEnv>()
  app.use(identify, uncached, secure, configure, crossOrigin, capBody, jsonOnly)
  for (const [path, keptMs] of PUBLIC_READS) app.use(path, forEverybody(keptMs))
  app.use(authenticate(clock), limitCalls(), provide(clock))
  app.route('/api', healthRoutes())
  app.route('/api', userRoutes())
  app.route('/api', productRoutes())
  app.route('/api', flashSaleRoutes())
  app.route('/api', orderRoutes())
  app.route('/api', chatRoutes())
  app.route('/api', deadLetterRoutes())
  app.route('/api', operatorFeedRoutes())
  app.route('/api', liveRoutes())
  app.route('/api', uploadRoutes())
  app.route(
    '/api',
    referenceRoutes(() => app as never),
  )
  app.route('/', fileRoutes())
  app.route('/', sitemapRoutes())
  app.route('/', devInboxRoutes())

  app.notFound((c) => {
    const methods = METHODS.filter((method) => isRouted(app, method, c.req.path))
    if (methods.length === 0) return refusal(c, new Problem('not_found'))
    const answer = refusal(c, new Problem('method_not_allowed'))
    answer.headers.set('allow', methods.join(', '))
    return answer
  })
  app.onError((error, c) => {
    const known = asProblem(error)
    if (known?.code === 'misconfigured') c.get('log').error('misconfigured', describeError(error))
    if (known?.code === 'misconfigured') return refusal(c, new Problem(known.code))
    if (known !== undefined) return refusal(c, known)
    c.get('log').error('request.failed', describeError(error))
    if (isOverload(error)) {
      return refusal(c, new Problem('overloaded', { retryAfterSeconds: 1 }))
    }
    return refusal(c, new Problem('internal'))
  })
  refuseUndeclared(app)
  return app
}

// Also for what failed before anything was known of the request.
const refusal = (c: Context<ApiEnv>, problem: Problem): Response =>
  problemResponse(problem, c.get('requestId') ?? '', c.get('locale') ?? 'th')

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const

const isRouted = (app: Hono<ApiEnv>, method: string, path: string): boolean =>
  app.router.match(method, path)[0].some(([[handler]]) => declaredAccess(handler) !== undefined)

// Deny by default: a route nobody thought about must not exist (Z3).
function refuseUndeclared(app: Hono<ApiEnv>): void {
  const declared = new Map<string, boolean>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const route = `${method} ${path}`
    declared.set(route, declared.get(route) === true || declaredAccess(handler) !== undefined)
  }
  const missing = [...declared].filter(([, known]) => !known).map(([route]) => route)
  if (missing.length > 0) throw new Error(`routes without allow(…): ${missing.join(', ')}`)
}
