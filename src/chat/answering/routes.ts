import { Hono } from 'hono'
import { allow, inShop } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { ChatEnv } from '../index.ts'
import {
  FoundMessages,
  ListRooms,
  RoomPage,
  SearchMessages,
  SetShopChat,
  ShopChat,
  ShopPace,
  ShopParam,
} from '../schema.ts'

const tag = 'Shop chat'

/** A shop's talks, and how it answers. */
export const answeringRoutes = () =>
  new Hono<ChatEnv>()
    .get(
      '/seller/shops/:shopId/chat',
      operation({
        summary: 'How the shop answers in chat',
        tag,
        answers: [200, ShopChat],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      async (c) => c.json(await c.get('chat').answering.ofShop(inShop(c.get('shopScope'))), 200),
    )
    .put(
      '/seller/shops/:shopId/chat',
      operation({
        summary: 'Say when the shop answers, and what is said for it meanwhile',
        tag,
        answers: [200, ShopChat],
        problems: ['not_found', 'forbidden', 'conflict'],
        signedIn: true,
      }),
      allow('member', { roles: ['owner', 'manager'] }),
      valid('param', ShopParam),
      valid('json', SetShopChat),
      async (c) => {
        const scope = inShop(c.get('shopScope'))
        return c.json(await c.get('chat').answering.set(scope, c.req.valid('json')), 200)
      },
    )
    .get(
      '/seller/shops/:shopId/chat/pace',
      operation({
        summary: 'How soon the shop answered lately',
        tag,
        answers: [200, ShopPace],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      async (c) => c.json(await c.get('chat').pace.ofShop(inShop(c.get('shopScope')).shopId), 200),
    )
    .get(
      '/seller/shops/:shopId/chat/rooms',
      operation({
        summary: 'List the shop’s talks, newest words first',
        tag,
        answers: [200, RoomPage],
        problems: ['not_found', 'cursor_invalid'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      valid('query', ListRooms),
      async (c) => {
        const { shopId } = inShop(c.get('shopScope'))
        const asked = c.req.valid('query')
        return c.json(await c.get('chat').listOfShop(shopId, asked, c.get('locale')), 200)
      },
    )
    .get(
      '/seller/shops/:shopId/chat/messages',
      operation({
        summary: 'Search the shop’s latest talks',
        tag,
        answers: [200, FoundMessages],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      valid('query', SearchMessages),
      async (c) => {
        const { shopId } = inShop(c.get('shopScope'))
        const owner = { side: 'shop', shopId } as const
        const found = await c.get('chat').search(owner, c.req.valid('query'), c.get('locale'))
        return c.json(found, 200)
      },
    )
