import { makeVoucher } from '#test/support/make.ts'
import { type Example, guestCart, mine, own, ownLine, plain } from './example.ts'

export const VOUCHERS: Record<string, readonly Example[]> = {
  'POST /api/cart/quote': [
    {
      make: async (world) => {
        await ownLine(world)
        const { code } = await makeVoucher(world.db, {})
        const shipping = { [world.shop.id]: world.shop.optionId }
        return await own(world, { body: { shipping, vouchers: [code] } })
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
}
