import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { HEADERS } from '#src/common/http/headers.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import { cartOwner } from '../cart/routes.ts'
import type { OrderEnv } from '../index.ts'
import { AskQuote, Quote } from './schema.ts'

/** What the cart would cost; nothing is written. */
export const quoteRoutes = () =>
  new Hono<OrderEnv>().post(
    '/cart/quote',
    operation({
      summary: 'Price the cart with vouchers and deliveries',
      tag: 'Cart',
      headers: HEADERS.cartToken,
      answers: [200, Quote],
      problems: ['shipping_option_invalid'],
    }),
    allow('anyone'),
    valid('json', AskQuote),
    async (c) =>
      c.json(
        await c.get('order').quotes.quote(cartOwner(c), c.req.valid('json'), c.get('locale')),
        200,
      ),
  )
