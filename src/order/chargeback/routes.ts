import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { ChargebackPage, ListChargebacks } from './schema.ts'

/** Where operators see what payers' banks take back. */
export const chargebackRoutes = () =>
  new Hono<OrderEnv>().get(
    '/admin/chargebacks',
    operation({
      summary: 'List the chargebacks, newest first; the open ones without a status',
      tag: 'Operators',
      answers: [200, ChargebackPage],
      problems: ['forbidden', 'cursor_invalid'],
      signedIn: true,
    }),
    allow('operator', { fresh: true }),
    valid('query', ListChargebacks),
    async (c) => c.json(await c.get('order').chargebacks.list(c.req.valid('query')), 200),
  )
