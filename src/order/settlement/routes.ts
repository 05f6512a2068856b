import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { ListPutAside, PutAsidePage } from './schema.ts'

/** Where operators see money that paid nothing. */
export const settlementRoutes = () =>
  new Hono<OrderEnv>().get(
    '/admin/put-aside',
    operation({
      summary: 'List money that was put aside, newest first, with how its way back stands',
      tag: 'Operators',
      answers: [200, PutAsidePage],
      problems: ['forbidden', 'cursor_invalid'],
      signedIn: true,
    }),
    allow('operator', { fresh: true }),
    valid('query', ListPutAside),
    async (c) => c.json(await c.get('order').settlement.putAside(c.req.valid('query')), 200),
  )
