import { Hono } from 'hono'
import { allow, inShop, signedIn } from '#src/auth/middleware.ts'
import { HEADERS, idempotencyKey, KEYED } from '#src/common/http/headers.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import { ShopOrderParam } from '../fulfilment/schema.ts'
import type { OrderEnv } from '../index.ts'
import { IdParam } from '../schema.ts'
import { GrantRefund, Refund } from './schema.ts'

const described = (tag: string) =>
  operation({
    summary: 'Give pieces of an order back, with their shares of discount, VAT and commission',
    tag,
    headers: HEADERS.idempotencyKey,
    answers: [201, Refund],
    problems: [
      ...KEYED,
      'forbidden',
      'not_found',
      'transition_refused',
      'limit_reached',
      'conflict',
    ],
    signedIn: true,
  })

/** Where a part of an order's money is given back, and sent again when that failed. */
export const grantRoutes = () =>
  new Hono<OrderEnv>()
    .post(
      '/admin/orders/:id/refunds',
      described('Operators'),
      allow('operator', { fresh: true }),
      valid('param', IdParam),
      valid('json', GrantRefund),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const key = idempotencyKey(c.req)
        const by = { userId, actor: 'operator' } as const
        const { id } = c.req.valid('param')
        const { body } = await c.get('order').grants.grant(by, id, c.req.valid('json'), { key })
        // A stored answer was checked when it was made; only its type is lost in storage.
        return c.json(body as Refund, 201)
      },
    )
    .post(
      '/admin/refunds/:id/retry',
      operation({
        summary: 'Send a refund that failed once more, such as one that a difference names',
        tag: 'Operators',
        headers: HEADERS.idempotencyKey,
        answers: [200, Refund],
        problems: [...KEYED, 'forbidden', 'not_found', 'transition_refused'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('param', IdParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const key = idempotencyKey(c.req)
        const { id } = c.req.valid('param')
        const { body } = await c.get('order').grants.retry(userId, id, { key })
        return c.json(body as Refund, 200)
      },
    )
    .post(
      '/seller/shops/:shopId/orders/:id/refunds',
      described('Shop orders'),
      allow('member', { roles: ['owner', 'manager'] }),
      valid('param', ShopOrderParam),
      valid('json', GrantRefund),
      async (c) => {
        const key = idempotencyKey(c.req)
        const by = { actor: 'seller', scope: inShop(c.get('shopScope')) } as const
        const { id } = c.req.valid('param')
        const { body } = await c.get('order').grants.grant(by, id, c.req.valid('json'), { key })
        return c.json(body as Refund, 201)
      },
    )
