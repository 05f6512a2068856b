import { Hono } from 'hono'
import { allow, inShop } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import { ShopOrderParam } from '../fulfilment/schema.ts'
import type { OrderEnv } from '../index.ts'
import { IdParam } from '../schema.ts'
import { OrderStatement } from './schema.ts'

const described = (tag: string) =>
  operation({
    summary: 'Read what an order brings its shop, beside what the books say of it',
    tag,
    answers: [200, OrderStatement],
    problems: ['forbidden', 'not_found'],
    signedIn: true,
  })

/** Where what an order brings its shop is read. */
export const statementRoutes = () =>
  new Hono<OrderEnv>()
    .get(
      '/admin/orders/:id/statement',
      described('Operators'),
      allow('operator', { fresh: true }),
      valid('param', IdParam),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(await c.get('order').statements.of(id, 'of any shop'), 200)
      },
    )
    .get(
      '/seller/shops/:shopId/orders/:id/statement',
      described('Shop orders'),
      allow('member', { roles: ['owner', 'manager'] }),
      valid('param', ShopOrderParam),
      async (c) => {
        const { id } = c.req.valid('param')
        const scope = inShop(c.get('shopScope'))
        return c.json(await c.get('order').statements.of(id, scope), 200)
      },
    )
