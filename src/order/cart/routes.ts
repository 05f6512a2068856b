import { type Context, Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { HEADERS, secretHeader } from '#src/common/http/headers.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { ShippingOptions, ShippingOptionsQuery } from '../shipping/schema.ts'
import { AddLine, Cart, ChangeLine, LineParam } from './schema.ts'

const tag = 'Cart'
const headers = HEADERS.cartToken

/** Whose cart a request is about. */
export const cartOwner = (c: Context<OrderEnv>) => ({
  userId: c.get('principal')?.userId ?? null,
  cartToken: secretHeader(c.req, 'x-cart-token'),
})

/** The cart, of an account or of a guest. */
export const cartRoutes = () =>
  new Hono<OrderEnv>()
    .get(
      '/cart',
      operation({ summary: 'Read the cart', tag, headers, answers: [200, Cart] }),
      allow('anyone'),
      async (c) => c.json(await c.get('order').cart.read(cartOwner(c), c.get('locale')), 200),
    )
    .post(
      '/cart/lines',
      operation({
        summary: 'Put a variant in the cart',
        tag,
        headers,
        answers: [201, Cart],
        problems: ['not_found', 'out_of_stock', 'limit_reached'],
      }),
      allow('anyone'),
      valid('json', AddLine),
      async (c) =>
        c.json(
          await c.get('order').cart.add(cartOwner(c), c.req.valid('json'), c.get('locale')),
          201,
        ),
    )
    .patch(
      '/cart/lines/:id',
      operation({
        summary: 'Change the quantity of a line',
        tag,
        headers,
        answers: [200, Cart],
        problems: ['not_found', 'out_of_stock'],
      }),
      allow('anyone'),
      valid('param', LineParam),
      valid('json', ChangeLine),
      async (c) =>
        c.json(
          await c
            .get('order')
            .cart.setQuantity(
              cartOwner(c),
              c.req.valid('param').id,
              c.req.valid('json').quantity,
              c.get('locale'),
            ),
          200,
        ),
    )
    .delete(
      '/cart/lines/:id',
      operation({
        summary: 'Take a line out of the cart',
        tag,
        headers,
        answers: [200, Cart],
        problems: ['not_found'],
      }),
      allow('anyone'),
      valid('param', LineParam),
      async (c) =>
        c.json(
          await c.get('order').cart.remove(cartOwner(c), c.req.valid('param').id, c.get('locale')),
          200,
        ),
    )
    .get(
      '/cart/shipping-options',
      operation({
        summary: 'What each shop of the cart offers to send it',
        tag,
        headers,
        answers: [200, ShippingOptions],
        problems: ['not_found'],
      }),
      allow('anyone'),
      valid('query', ShippingOptionsQuery),
      async (c) =>
        c.json(
          await c
            .get('order')
            .shipping.options(cartOwner(c), c.req.valid('query').addressId, c.get('locale')),
          200,
        ),
    )
