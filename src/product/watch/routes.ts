import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import type { ProductModule } from '../index.ts'
import { ListWatches, PutWatch, Watch, WatchPage, WatchParam } from './schema.ts'

const tag = 'Watches'

/** What the caller waits for: another's watches are as unknown as none. */
export const watchRoutes = () =>
  new Hono<HttpEnv<{ product: ProductModule }>>()
    .get(
      '/me/watches',
      operation({
        summary: 'List what you asked to be told of, newest first',
        tag,
        answers: [200, WatchPage],
        problems: ['cursor_invalid'],
        signedIn: true,
      }),
      allow('user'),
      valid('query', ListWatches),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { watches } = c.get('product')
        return c.json(await watches.list(userId, c.req.valid('query'), c.get('locale')), 200)
      },
    )
    .put(
      '/me/watches',
      operation({
        summary: 'Be told when a variant is back, or when a product costs less',
        tag,
        answers: [200, Watch],
        problems: ['not_found', 'still_in_stock', 'limit_reached'],
        signedIn: true,
      }),
      allow('user'),
      valid('json', PutWatch),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { watches } = c.get('product')
        return c.json(await watches.put(userId, c.req.valid('json'), c.get('locale')), 200)
      },
    )
    .delete(
      '/me/watches/:id',
      operation({
        summary: 'Be told no more',
        tag,
        answers: [204],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('user'),
      valid('param', WatchParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        await c.get('product').watches.remove(userId, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
