import { Hono } from 'hono'
import { allow, inShop } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import type { ProductModule } from '../index.ts'
import { ShelfAlert, ShelfParam, ShopParam, StockAlert } from './schema.ts'

const tag = 'Shop stock'

/** What a shop calls little of its goods, for those who work there. */
export const lowStockRoutes = () =>
  new Hono<HttpEnv<{ product: ProductModule }>>()
    .get(
      '/seller/shops/:shopId/stock-alert',
      operation({
        summary: 'Read at how many left a shop you work for is told',
        tag,
        answers: [200, StockAlert],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      async (c) => {
        const scope = inShop(c.get('shopScope'))
        return c.json(await c.get('product').lowStock.alert(scope), 200)
      },
    )
    .put(
      '/seller/shops/:shopId/stock-alert',
      operation({
        summary: 'Choose at how many left a shop you work for is told',
        tag,
        answers: [200, StockAlert],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      valid('json', StockAlert),
      async (c) => {
        const scope = inShop(c.get('shopScope'))
        return c.json(await c.get('product').lowStock.choose(scope, c.req.valid('json')), 200)
      },
    )
    .put(
      '/seller/shops/:shopId/variants/:variantId/stock-alert',
      operation({
        summary:
          'Choose at how many left of one variant its shop is told; null is as of the others',
        tag,
        answers: [200, ShelfAlert],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShelfParam),
      valid('json', ShelfAlert),
      async (c) => {
        const scope = inShop(c.get('shopScope'))
        const { variantId } = c.req.valid('param')
        const { lowStock } = c.get('product')
        return c.json(await lowStock.chooseShelf(scope, variantId, c.req.valid('json')), 200)
      },
    )
