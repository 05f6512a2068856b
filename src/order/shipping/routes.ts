import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { ProductParam, ProductShipping } from './schema.ts'

/** What sending costs before anything is in a cart: for anyone, the same for all. */
export const shippingRoutes = () =>
  new Hono<OrderEnv>().get(
    '/products/:slug/shipping-options',
    operation({
      summary: 'What its shop offers to send one piece of a product',
      tag: 'Products',
      answers: [200, ProductShipping],
      problems: ['not_found'],
    }),
    allow('anyone'),
    valid('param', ProductParam),
    async (c) => {
      const { slug } = c.req.valid('param')
      return c.json(await c.get('order').shipping.ofProduct(slug, c.get('locale')), 200)
    },
  )
