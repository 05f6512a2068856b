import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import type { ProductModule } from '../index.ts'
import {
  FlashSaleList,
  FlashSaleParam,
  ManagedFlashItem,
  ManagedFlashSale,
  ManagedFlashSales,
  NewFlashItem,
  NewFlashSale,
} from './schema.ts'

const tag = 'Flash sales'

/** What is sold in a flash sale, for anyone; slots and what stands in them, for who runs the market. */
export const flashSaleRoutes = () =>
  new Hono<HttpEnv<{ product: ProductModule }>>()
    .get(
      '/flash-sales',
      operation({
        summary: 'List the flash sale that runs now and the next one',
        tag,
        answers: [200, FlashSaleList],
      }),
      allow('anyone'),
      async (c) => c.json(await c.get('product').flashSales.list(c.get('locale')), 200),
    )
    .get(
      '/admin/flash-sales',
      operation({
        summary: 'List the newest flash sales with what was taken of them',
        tag,
        answers: [200, ManagedFlashSales],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      async (c) => c.json(await c.get('product').flashSales.managed(), 200),
    )
    .post(
      '/admin/flash-sales',
      operation({
        summary: 'Set up the slot of a flash sale; the same again changes nothing',
        tag,
        answers: [201, ManagedFlashSale],
        problems: ['flash_sale_invalid'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('json', NewFlashSale),
      async (c) => c.json(await c.get('product').flashSales.create(c.req.valid('json')), 201),
    )
    .post(
      '/admin/flash-sales/:id/stop',
      operation({
        summary: 'End a flash sale before its time; the same again changes nothing',
        tag,
        answers: [200, ManagedFlashSale],
        problems: ['not_found', 'transition_refused'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('param', FlashSaleParam),
      async (c) => c.json(await c.get('product').flashSales.stop(c.req.valid('param').id), 200),
    )
    .post(
      '/admin/flash-sales/:id/items',
      operation({
        summary:
          'Put a variant into a flash sale and carve its stock out; the same again changes nothing',
        tag,
        answers: [201, ManagedFlashItem],
        problems: ['not_found', 'out_of_stock', 'conflict', 'flash_sale_invalid'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('param', FlashSaleParam),
      valid('json', NewFlashItem),
      async (c) =>
        c.json(
          await c.get('product').flashSales.addItem(c.req.valid('param').id, c.req.valid('json')),
          201,
        ),
    )

export type FlashSaleApi = ReturnType<typeof flashSaleRoutes>
