import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { IdParam } from '../schema.ts'
import {
  CommissionRule,
  CommissionRulePage,
  EndCommissionRule,
  ListCommissionRules,
  NewCommissionRule,
} from './schema.ts'

const tag = 'Operators'
const fresh = { fresh: true }

/** Where operators say what the market takes of a sale. */
export const commissionRoutes = () =>
  new Hono<OrderEnv>()
    .get(
      '/admin/commission-rules',
      operation({
        summary: 'List the commission rules, newest first',
        tag,
        answers: [200, CommissionRulePage],
        problems: ['forbidden', 'cursor_invalid'],
        signedIn: true,
      }),
      allow('operator', fresh),
      valid('query', ListCommissionRules),
      async (c) => c.json(await c.get('order').commission.list(c.req.valid('query')), 200),
    )
    .post(
      '/admin/commission-rules',
      operation({
        summary: 'Set a commission rule for what is sold from then on',
        tag,
        answers: [201, CommissionRule],
        problems: ['forbidden', 'not_found', 'limit_reached'],
        signedIn: true,
      }),
      allow('operator', fresh),
      valid('json', NewCommissionRule),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('order').commission.create(userId, c.req.valid('json')), 201)
      },
    )
    .post(
      '/admin/commission-rules/:id/end',
      operation({
        summary: 'End a commission rule; what was sold by it stays as it was',
        tag,
        answers: [200, CommissionRule],
        problems: ['forbidden', 'not_found', 'transition_refused'],
        signedIn: true,
      }),
      allow('operator', fresh),
      valid('param', IdParam),
      valid('json', EndCommissionRule),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        return c.json(await c.get('order').commission.end(userId, id, c.req.valid('json')), 200)
      },
    )
