import { newId } from '#src/common/id.ts'
import { makeVoucher } from '#test/support/make.ts'
import { asShopper } from '../world.ts'
import { type Example, guestCart, mine, own, ownLine, plain } from './example.ts'

/** Terms that run now, under a code of their own. */
const terms = () => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  return {
    code: newId('vou').slice(-12).toUpperCase(),
    titleTh: 'ลด 30 บาท',
    titleEn: '30 baht off',
    benefit: { type: 'fixed', amountSatang: 3000 },
    minimumSatang: 10_000,
    audience: 'all',
    claimableFrom: at(-1),
    claimableUntil: at(24),
    usableFrom: at(-1),
    usableUntil: at(48),
    quota: 5,
    perBuyer: 1,
    listed: true,
  }
}

export const VOUCHERS: Record<string, readonly Example[]> = {
  'POST /api/cart/quote': [
    {
      make: async (world) => {
        await ownLine(world)
        const { code } = await makeVoucher(world.db, {})
        const shipping = { [world.shop.id]: world.shop.optionId }
        return await own(world, { body: { shipping, vouchers: [code], province: 'Bangkok' } })
      },
    },
    {
      make: async (world) => {
        const headers = { 'X-Cart-Token': (await guestCart(world)).cartToken }
        return plain({ headers, body: {} })
      },
    },
  ],
  'GET /api/vouchers': [
    {
      make: async ({ db, shop }) => {
        await makeVoucher(db, { listed: true, kind: 'shop', shopId: shop.id })
        return plain({ query: [['shops', shop.id]] })
      },
    },
  ],
  'GET /api/me/vouchers': [mine(() => ({}))],
  'POST /api/me/vouchers': [
    {
      make: async (world) => {
        const { code } = await makeVoucher(world.db, {})
        return await own(world, { body: { code } })
      },
    },
  ],
  'GET /api/seller/shops/{shopId}/vouchers': [
    {
      make: async (world) =>
        plain({
          headers: asShopper(world.seller),
          path: { shopId: world.shop.id },
          query: [['limit', '5']],
        }),
    },
  ],
  'POST /api/seller/shops/{shopId}/vouchers': [
    {
      make: async (world) =>
        plain({
          headers: asShopper(world.seller),
          path: { shopId: world.shop.id },
          body: { ...terms(), kind: 'shop', productIds: [world.product.id] },
        }),
      readBack: (_, sent) => ({ ...sent, from: `/seller/shops/${sent.path.shopId}/vouchers` }),
    },
  ],
  'PATCH /api/seller/shops/{shopId}/vouchers/{id}': [
    {
      make: async (world) => {
        const { id } = await makeVoucher(world.db, { kind: 'shop', shopId: world.shop.id })
        const path = { shopId: world.shop.id, id }
        return plain({
          headers: asShopper(world.seller),
          path,
          body: { quota: 2000, listed: false },
        })
      },
    },
  ],
  'GET /api/admin/vouchers': [
    {
      make: async (world) => plain({ headers: asShopper(world.operator), query: [['limit', '5']] }),
    },
  ],
  'POST /api/admin/vouchers': [
    {
      make: async (world) => {
        const body = { ...terms(), kind: 'platform', shopPaysBp: 0 }
        return plain({ headers: asShopper(world.operator), body })
      },
      readBack: (_, sent) => ({ ...sent, from: '/admin/vouchers' }),
    },
  ],
  'PATCH /api/admin/vouchers/{id}': [
    {
      make: async (world) => {
        const { id } = await makeVoucher(world.db)
        return plain({ headers: asShopper(world.operator), path: { id }, body: { quota: 2000 } })
      },
    },
  ],
}
