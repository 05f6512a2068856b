import { Hono } from 'hono'
import { allow, inShop } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import {
  ChangeVoucher,
  IssuedVoucher,
  IssuedVouchers,
  ListIssued,
  NewShopVoucher,
  NewVoucher,
  ShopParam,
  ShopVoucherParam,
  VoucherParam,
} from './schema.ts'

const seller = 'Shop vouchers'
const admin = 'Operators'
const CHANGES = ['not_found', 'voucher_promised', 'conflict'] as const
/** Vouchers are a shop's money: whoever only packs gives none. */
const MONEY_ROLES = { roles: ['owner', 'manager'] as const }

/** Vouchers as a shop gives them. */
export const shopVoucherRoutes = () =>
  new Hono<OrderEnv>()
    .get(
      '/seller/shops/:shopId/vouchers',
      operation({
        summary: 'List the vouchers of a shop',
        tag: seller,
        answers: [200, IssuedVouchers],
        problems: ['not_found', 'cursor_invalid'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      valid('query', ListIssued),
      async (c) =>
        c.json(
          await c.get('order').issuing.ofShop(inShop(c.get('shopScope')), c.req.valid('query')),
          200,
        ),
    )
    .post(
      '/seller/shops/:shopId/vouchers',
      operation({
        summary: 'Give a voucher that the shop pays',
        tag: seller,
        answers: [201, IssuedVoucher],
        problems: ['not_found', 'forbidden', 'voucher_code_taken'],
        signedIn: true,
      }),
      allow('member', MONEY_ROLES),
      valid('param', ShopParam),
      valid('json', NewShopVoucher),
      async (c) =>
        c.json(
          await c.get('order').issuing.makeOfShop(inShop(c.get('shopScope')), c.req.valid('json')),
          201,
        ),
    )
    .patch(
      '/seller/shops/:shopId/vouchers/:id',
      operation({
        summary: 'Give a voucher more uses or an earlier end',
        tag: seller,
        answers: [200, IssuedVoucher],
        problems: [...CHANGES, 'forbidden'],
        signedIn: true,
      }),
      allow('member', MONEY_ROLES),
      valid('param', ShopVoucherParam),
      valid('json', ChangeVoucher),
      async (c) => {
        const { id } = c.req.valid('param')
        const scope = inShop(c.get('shopScope'))
        return c.json(
          await c.get('order').issuing.changeOfShop(scope, id, c.req.valid('json')),
          200,
        )
      },
    )

/** Vouchers as the market gives them. */
export const marketVoucherRoutes = () =>
  new Hono<OrderEnv>()
    .get(
      '/admin/vouchers',
      operation({
        summary: 'List the vouchers for all shops',
        tag: admin,
        answers: [200, IssuedVouchers],
        problems: ['forbidden', 'cursor_invalid'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('query', ListIssued),
      async (c) => c.json(await c.get('order').issuing.ofMarket(c.req.valid('query')), 200),
    )
    .post(
      '/admin/vouchers',
      operation({
        summary: 'Give a voucher, and say who pays it',
        tag: admin,
        answers: [201, IssuedVoucher],
        problems: ['forbidden', 'not_found', 'voucher_code_taken'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('json', NewVoucher),
      async (c) => c.json(await c.get('order').issuing.makeOfMarket(c.req.valid('json')), 201),
    )
    .patch(
      '/admin/vouchers/:id',
      operation({
        summary: 'Give any voucher more uses or an earlier end',
        tag: admin,
        answers: [200, IssuedVoucher],
        problems: [...CHANGES, 'forbidden'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('param', VoucherParam),
      valid('json', ChangeVoucher),
      async (c) =>
        c.json(
          await c.get('order').issuing.change(c.req.valid('param').id, c.req.valid('json')),
          200,
        ),
    )
