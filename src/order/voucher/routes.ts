import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { ClaimVoucher, ListVouchers, Voucher, VoucherList } from './schema.ts'

const tag = 'Vouchers'

/** Vouchers that anybody may claim, and an account's own. */
export const voucherRoutes = () =>
  new Hono<OrderEnv>()
    .get(
      '/vouchers',
      operation({
        summary: 'List the vouchers that can be claimed now',
        tag,
        answers: [200, VoucherList],
      }),
      allow('anyone'),
      valid('query', ListVouchers),
      async (c) => {
        const shopIds = c.req.valid('query').shops?.split(',') ?? []
        const userId = c.get('principal')?.userId ?? null
        return c.json(await c.get('order').vouchers.list(shopIds, userId, c.get('locale')), 200)
      },
    )
    .get(
      '/me/vouchers',
      operation({
        summary: 'List the vouchers that you have claimed',
        tag,
        answers: [200, VoucherList],
        signedIn: true,
      }),
      allow('user'),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('order').vouchers.mine(userId, c.get('locale')), 200)
      },
    )
    .post(
      '/me/vouchers',
      operation({
        summary: 'Claim a voucher; a second time changes nothing',
        tag,
        answers: [201, Voucher],
        problems: ['not_found', 'voucher_invalid'],
        signedIn: true,
      }),
      allow('user'),
      valid('json', ClaimVoucher),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { code } = c.req.valid('json')
        return c.json(await c.get('order').vouchers.claim(userId, code, c.get('locale')), 201)
      },
    )
