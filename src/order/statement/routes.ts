import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { IdParam } from '../schema.ts'
import { OrderStatement } from './schema.ts'

/** Where what an order brings its shop is read. */
export const statementRoutes = () =>
  new Hono<OrderEnv>().get(
    '/admin/orders/:id/statement',
    operation({
      summary: 'Read what an order brings its shop, beside what the books say of it',
      tag: 'Operators',
      answers: [200, OrderStatement],
      problems: ['forbidden', 'not_found'],
      signedIn: true,
    }),
    allow('operator', { fresh: true }),
    valid('param', IdParam),
    async (c) => c.json(await c.get('order').statements.of(c.req.valid('param').id), 200),
  )
