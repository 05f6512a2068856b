import { Hono } from 'hono'
import { allow, inShop, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { ShopParam } from '../issuing/schema.ts'
import { MarketCash, SetMarketCash, SetShopCash, ShopCash } from './schema.ts'

/** Where shops and operators say who may pay at the door. */
export const cashRoutes = () =>
  new Hono<OrderEnv>()
    .get(
      '/seller/shops/:shopId/cash',
      operation({
        summary: 'What a shop takes in cash at the door, and where',
        tag: 'Shop orders',
        answers: [200, ShopCash],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      async (c) => c.json(await c.get('order').cash.ofShop(inShop(c.get('shopScope'))), 200),
    )
    .put(
      '/seller/shops/:shopId/cash',
      operation({
        summary: 'Say what the shop takes in cash at the door, and where',
        tag: 'Shop orders',
        answers: [200, ShopCash],
        problems: ['not_found', 'forbidden', 'conflict'],
        signedIn: true,
      }),
      allow('member', { roles: ['owner', 'manager'] }),
      valid('param', ShopParam),
      valid('json', SetShopCash),
      async (c) => {
        const scope = inShop(c.get('shopScope'))
        return c.json(await c.get('order').cash.setOfShop(scope, c.req.valid('json')), 200)
      },
    )
    .get(
      '/admin/cash',
      operation({
        summary: 'What the market takes in cash at doors, and where',
        tag: 'Operators',
        answers: [200, MarketCash],
        problems: ['forbidden'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      async (c) => c.json(await c.get('order').cash.ofMarket(), 200),
    )
    .put(
      '/admin/cash',
      operation({
        summary: 'Say what the market takes in cash at doors, and where',
        tag: 'Operators',
        answers: [200, MarketCash],
        problems: ['forbidden', 'conflict'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('json', SetMarketCash),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('order').cash.setOfMarket(userId, c.req.valid('json')), 200)
      },
    )
