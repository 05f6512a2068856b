import { Hono } from 'hono'
import { cardFrame, controllerFrame } from './frame.ts'
import { STRIPE_JS } from './script.ts'

/** What a browser loads instead of js.stripe.com. */
export function stripeJsRoutes(): Hono {
  const app = new Hono()
  app.get('/stripe.js', (c) =>
    c.body(STRIPE_JS, 200, {
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache',
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    }),
  )
  app.get('/elements/card', () => cardFrame())
  app.get('/controller', () => controllerFrame())
  return app
}
