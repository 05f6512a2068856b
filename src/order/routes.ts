import { type Context, Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { HEADERS, idempotencyKey, KEYED, secretHeader } from '#src/common/http/headers.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import { breakRoutes } from './break/routes.ts'
import { cartOwner, cartRoutes } from './cart/routes.ts'
import { cashRoutes } from './cash/routes.ts'
import { chargebackRoutes } from './chargeback/routes.ts'
import { commissionRoutes } from './commission/routes.ts'
import { fulfilmentRoutes } from './fulfilment/routes.ts'
import { grantRoutes } from './grant/routes.ts'
import type { OrderEnv } from './index.ts'
import { marketVoucherRoutes, shopVoucherRoutes } from './issuing/routes.ts'
import { parcelRoutes } from './parcel/routes.ts'
import { PaymentChoice } from './payment/schema.ts'
import { quoteRoutes } from './quote/routes.ts'
import {
  IdParam,
  ListOrders,
  OrderDetail,
  OrderPage,
  PlacedOrder,
  PlaceOrder,
  RequestCancel,
} from './schema.ts'
import { settlementRoutes } from './settlement/routes.ts'
import { shippingRoutes } from './shipping/routes.ts'
import { statementRoutes } from './statement/routes.ts'
import { voucherRoutes } from './voucher/routes.ts'
import { webhookRoutes } from './webhook/routes.ts'

const tag = 'Orders'
const MOVE_PROBLEMS = [...KEYED, 'not_found', 'transition_refused', 'conflict'] as const
const fresh = { fresh: true }

const viewer = (c: Context<OrderEnv>) => ({
  userId: c.get('principal')?.userId ?? null,
  orderToken: secretHeader(c.req, 'x-order-token'),
})

const shopper = (c: Context<OrderEnv>) => ({
  ...cartOwner(c),
  ...viewer(c),
  locale: c.get('locale'),
  clientAddress: c.get('clientAddress'),
})

const buyer = (c: Context<OrderEnv>) => ({ ...viewer(c), locale: c.get('locale') })

// A stored answer was checked against its schema when it was made; only its type is lost in storage.
type Stored = { body: unknown }
const asPlaced = ({ body }: Stored) => body as PlacedOrder

type Move = (
  by: ReturnType<typeof buyer>,
  orderId: string,
  keyed: { key: string },
) => Promise<Stored>

/** One of the buyer's moves of an order under the call's Idempotency-Key: the order after it. */
async function moved(c: Context<OrderEnv, '/orders/:id'>, move: Move): Promise<OrderDetail> {
  const { body } = await move(buyer(c), c.req.param('id'), { key: idempotencyKey(c.req) })
  return body as OrderDetail
}

const buyersMove = (summary: string) =>
  operation({
    summary,
    tag,
    headers: { ...HEADERS.idempotencyKey, ...HEADERS.orderToken },
    answers: [200, OrderDetail],
    problems: [...MOVE_PROBLEMS],
  })

/** Placing, paying and reading orders, for accounts and for guests with an order's token. */
export const orderRoutes = () =>
  new Hono<OrderEnv>()
    .route('/', cartRoutes())
    .route('/', quoteRoutes())
    .route('/', shopVoucherRoutes())
    .route('/', marketVoucherRoutes())
    .route('/', shippingRoutes())
    .route('/', voucherRoutes())
    .route('/', cashRoutes())
    .route('/', commissionRoutes())
    .route('/', grantRoutes())
    .route('/', settlementRoutes())
    .route('/', chargebackRoutes())
    .route('/', statementRoutes())
    .route('/', breakRoutes())
    .route('/', webhookRoutes())
    .route('/', fulfilmentRoutes())
    .route('/', parcelRoutes())
    .post(
      '/orders',
      operation({
        summary: 'Order what is in the cart',
        tag,
        headers: { ...HEADERS.idempotencyKey, ...HEADERS.cartToken },
        answers: [201, PlacedOrder],
        problems: [
          ...KEYED,
          'not_found',
          'cart_empty',
          'cart_changed',
          'out_of_stock',
          'limit_reached',
          'address_unknown',
          'shipping_option_invalid',
          'payment_method_unavailable',
          'voucher_invalid',
          'flash_over',
          'too_many_open_orders',
        ],
      }),
      allow('anyone', fresh),
      valid('json', PlaceOrder),
      async (c) => {
        const key = idempotencyKey(c.req)
        const answer = await c.get('order').checkout.place(shopper(c), c.req.valid('json'), { key })
        return c.json(await c.get('order').reader.withToken(asPlaced(answer), viewer(c)), 201)
      },
    )
    .get(
      '/orders',
      operation({
        summary: 'List your orders',
        tag,
        answers: [200, OrderPage],
        problems: ['cursor_invalid'],
        signedIn: true,
      }),
      allow('user'),
      valid('query', ListOrders),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(
          await c.get('order').reader.list(userId, c.req.valid('query'), c.get('locale')),
          200,
        )
      },
    )
    .get(
      '/orders/:id',
      operation({
        summary: 'Read one order',
        tag,
        headers: HEADERS.orderToken,
        answers: [200, OrderDetail],
        problems: ['not_found'],
      }),
      allow('anyone'),
      valid('param', IdParam),
      async (c) =>
        c.json(
          await c.get('order').reader.read(c.req.valid('param').id, viewer(c), c.get('locale')),
          200,
        ),
    )
    .post(
      '/orders/:id/cancel',
      buyersMove('Cancel an order: unpaid with its whole group, paid by itself and refunded'),
      allow('anyone', fresh),
      valid('param', IdParam),
      async (c) => c.json(await moved(c, c.get('order').cancellation.cancel), 200),
    )
    .post(
      '/orders/:id/cancel-request',
      buyersMove('Ask for an order to be cancelled that its shop has begun with, until it refuses'),
      allow('anyone', fresh),
      valid('param', IdParam),
      valid('json', RequestCancel),
      async (c) => {
        const { id } = c.req.valid('param')
        const key = idempotencyKey(c.req)
        const why = c.req.valid('json')
        const answer = await c.get('order').cancellation.request(buyer(c), id, why, { key })
        return c.json(answer.body as OrderDetail, 200)
      },
    )
    .post(
      '/orders/:id/more-time',
      buyersMove('Ask for longer before a delivered order completes by itself, once'),
      allow('anyone', fresh),
      valid('param', IdParam),
      async (c) => c.json(await moved(c, c.get('order').completion.moreTime), 200),
    )
    .post(
      '/orders/:id/received',
      buyersMove('Say that a parcel has arrived, which completes its order'),
      allow('anyone', fresh),
      valid('param', IdParam),
      async (c) => c.json(await moved(c, c.get('order').completion.received), 200),
    )
    .get(
      '/order-groups/:id',
      operation({
        summary: 'Read what was ordered and paid at once',
        tag,
        headers: HEADERS.orderToken,
        answers: [200, PlacedOrder],
        problems: ['not_found'],
      }),
      allow('anyone'),
      valid('param', IdParam),
      async (c) =>
        c.json(
          await c.get('order').reader.view(c.req.valid('param').id, viewer(c), c.get('locale')),
          200,
        ),
    )
    .post(
      '/order-groups/:id/payments',
      operation({
        summary: 'Pay again, or another way',
        tag,
        headers: { ...HEADERS.idempotencyKey, ...HEADERS.orderToken },
        answers: [201, PlacedOrder],
        problems: [
          ...KEYED,
          'not_found',
          'transition_refused',
          'conflict',
          'payment_method_unavailable',
          'too_many_payment_tries',
        ],
      }),
      allow('anyone', fresh),
      valid('param', IdParam),
      valid('json', PaymentChoice),
      async (c) => {
        const key = idempotencyKey(c.req)
        const { id } = c.req.valid('param')
        const choice = c.req.valid('json')
        const answer = await c.get('order').payAgain.pay(shopper(c), id, choice, { key })
        return c.json(await c.get('order').reader.withToken(asPlaced(answer), viewer(c)), 201)
      },
    )

export type OrderApi = ReturnType<typeof orderRoutes>
