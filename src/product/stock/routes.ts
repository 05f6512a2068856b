import { Hono } from 'hono'
import { allow, inShop } from '#src/auth/middleware.ts'
import { HEADERS, idempotencyKey, KEYED } from '#src/common/http/headers.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import type { ProductModule } from '../index.ts'
import {
  EditStock,
  ListVariants,
  ShopParam,
  StockLevel,
  StockPage,
  VariantParam,
} from './schema.ts'

const tag = 'Shop stock'

/** A shop's shelves, for those who work there. */
export const stockRoutes = () =>
  new Hono<HttpEnv<{ product: ProductModule }>>()
    .get(
      '/seller/shops/:shopId/variants',
      operation({
        summary: 'List what a shop you work for sells, with what lies on its shelves',
        tag,
        answers: [200, StockPage],
        problems: ['not_found', 'cursor_invalid'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      valid('query', ListVariants),
      async (c) => {
        const scope = inShop(c.get('shopScope'))
        const { stock } = c.get('product')
        return c.json(await stock.list(scope, c.req.valid('query'), c.get('locale')), 200)
      },
    )
    .post(
      '/seller/shops/:shopId/variants/:variantId/stock',
      operation({
        summary: 'Change what lies on a shelf: by a difference, or to a count of what you saw',
        tag,
        headers: HEADERS.idempotencyKey,
        answers: [200, StockLevel],
        problems: [...KEYED, 'not_found', 'stock_counted_late', 'stock_promised'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', VariantParam),
      valid('json', EditStock),
      async (c) => {
        const scope = inShop(c.get('shopScope'))
        const { variantId } = c.req.valid('param')
        const key = idempotencyKey(c.req)
        const edit = c.req.valid('json')
        const answer = await c.get('product').stock.edit(scope, variantId, edit, { key })
        // A stored answer was checked when it was made; only its type is lost in storage.
        return c.json(answer.body as StockLevel, 200)
      },
    )
