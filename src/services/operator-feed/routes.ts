import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import type { OperatorFeed } from './index.ts'
import { ListOperatorEvents, OperatorEventPage } from './schema.ts'

/** What happens in the market; the channel `admin` tells of it as it happens. */
export const operatorFeedRoutes = () =>
  new Hono<HttpEnv<{ operatorFeed: OperatorFeed }>>().get(
    '/admin/feed',
    operation({
      summary: 'List what happened in the market, newest first; of one topic or of all',
      tag: 'Operators',
      answers: [200, OperatorEventPage],
      problems: ['forbidden', 'cursor_invalid'],
      signedIn: true,
    }),
    allow('operator', { fresh: true }),
    valid('query', ListOperatorEvents),
    async (c) => c.json(await c.get('operatorFeed').list(c.req.valid('query')), 200),
  )

export type OperatorFeedApi = ReturnType<typeof operatorFeedRoutes>
