import { type Context, Hono } from 'hono'
import { allow, inShop } from '#src/auth/middleware.ts'
import { HEADERS, idempotencyKey, KEYED } from '#src/common/http/headers.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { ProblemCode } from '#src/common/problem.ts'
import type { OrderEnv } from '../index.ts'
import {
  CancelOwn,
  ListShopOrders,
  RefuseCancel,
  SendParcel,
  ShopOrder,
  ShopOrderPage,
  ShopOrderParam,
  ShopParam,
} from './schema.ts'

const SHOP = '/seller/shops/:shopId/orders'

const member = (c: Context<OrderEnv>) => ({
  scope: inShop(c.get('shopScope')),
  locale: c.get('locale'),
})
const keyed = (c: Context<OrderEnv>) => ({ key: idempotencyKey(c.req) })
// A stored answer was checked against its schema when it was made; only its type is lost in storage.
const asOrder = ({ body }: { body: unknown }) => body as ShopOrder

const move = (summary: string, status = 200, problems: readonly ProblemCode[] = []) =>
  operation({
    summary,
    tag: 'Shop orders',
    headers: HEADERS.idempotencyKey,
    answers: [status, ShopOrder],
    problems: [...KEYED, 'not_found', 'transition_refused', 'conflict', ...problems],
    signedIn: true,
  })

/** A shop's orders, for those who work there: read, accepted, sent, cancelled. */
export const fulfilmentRoutes = () =>
  new Hono<OrderEnv>()
    .get(
      SHOP,
      operation({
        summary: 'List the orders of a shop you work for',
        tag: 'Shop orders',
        answers: [200, ShopOrderPage],
        problems: ['not_found', 'cursor_invalid'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      valid('query', ListShopOrders),
      async (c) =>
        c.json(await c.get('order').fulfilment.list(member(c), c.req.valid('query')), 200),
    )
    .get(
      `${SHOP}/:id`,
      operation({
        summary: 'Read one order of your shop, with where it goes while it is to be sent',
        tag: 'Shop orders',
        answers: [200, ShopOrder],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopOrderParam),
      async (c) =>
        c.json(await c.get('order').fulfilment.read(member(c), c.req.valid('param').id), 200),
    )
    .post(
      `${SHOP}/:id/accept`,
      move('Begin with an order: from here its buyer asks before it is cancelled'),
      allow('member'),
      valid('param', ShopOrderParam),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(asOrder(await c.get('order').fulfilment.accept(member(c), id, keyed(c))), 200)
      },
    )
    .post(
      `${SHOP}/:id/parcels`,
      move('Say what was handed to a carrier: all that is left, or the lines named', 201, [
        'more_than_ordered',
      ]),
      allow('member'),
      valid('param', ShopOrderParam),
      valid('json', SendParcel),
      async (c) => {
        const { id } = c.req.valid('param')
        const sent = c.req.valid('json')
        const answer = await c.get('order').fulfilment.send(member(c), id, sent, keyed(c))
        return c.json(asOrder(answer), 201)
      },
    )
    .post(
      `${SHOP}/:id/cancel`,
      move('Cancel an order that you cannot send: its buyer gets everything back'),
      allow('member', { roles: ['owner', 'manager'] }),
      valid('param', ShopOrderParam),
      valid('json', CancelOwn),
      async (c) => {
        const { id } = c.req.valid('param')
        const why = c.req.valid('json')
        const answer = await c.get('order').fulfilment.cancel(member(c), id, why, keyed(c))
        return c.json(asOrder(answer), 200)
      },
    )
    .post(
      `${SHOP}/:id/cancel-request/approve`,
      move('Agree that an order is cancelled'),
      allow('member', { roles: ['owner', 'manager'] }),
      valid('param', ShopOrderParam),
      async (c) => {
        const { id } = c.req.valid('param')
        const answer = await c.get('order').fulfilment.approve(member(c), id, keyed(c))
        return c.json(asOrder(answer), 200)
      },
    )
    .post(
      `${SHOP}/:id/cancel-request/refuse`,
      move('Do not agree that an order is cancelled, and send it'),
      allow('member', { roles: ['owner', 'manager'] }),
      valid('param', ShopOrderParam),
      valid('json', RefuseCancel),
      async (c) => {
        const { id } = c.req.valid('param')
        const why = c.req.valid('json')
        const answer = await c.get('order').fulfilment.refuse(member(c), id, why, keyed(c))
        return c.json(asOrder(answer), 200)
      },
    )
