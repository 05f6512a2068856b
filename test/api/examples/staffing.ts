import { makeShop } from '#test/support/make.ts'
import { makeSeller } from '#test/support/shopper.ts'
import { asShopper, type World } from '../world.ts'
import { type Example, newAccount, plain, someAccount } from './example.ts'

const SHOP = '/api/seller/shops/{shopId}/members'

/** A shop of the example's own, with its owner and one of its staff: each may be taken out once. */
async function team({ market, db }: World) {
  const shop = await makeShop(db)
  const owner = await makeSeller(market, db, shop.id)
  const staff = await makeSeller(market, db, shop.id, 'staff')
  return { shop, owner, staff }
}

const withStaff = (body?: object): Example => ({
  make: async (world) => {
    const { shop, owner, staff } = await team(world)
    return plain({
      path: { shopId: shop.id, userId: staff.userId },
      headers: asShopper(owner),
      ...(body === undefined ? {} : { body }),
    })
  },
})

/** An account that was invited to a shop, and says what it says. */
const invited: Example = {
  make: async (world) => {
    const { shop, owner } = await team(world)
    const { email, token } = await newAccount(world)
    await world.market.call('POST', `/seller/shops/${shop.id}/members`, {
      token: owner.token,
      body: { email, role: 'staff' },
    })
    return plain({ path: { shopId: shop.id }, headers: asShopper({ token }) })
  },
}

/** Who works for a shop. */
export const STAFFING: Record<string, readonly Example[]> = {
  [`GET ${SHOP}`]: [
    {
      make: async (world) =>
        plain({ path: { shopId: world.shop.id }, headers: asShopper(world.seller) }),
      again: true,
    },
  ],
  [`POST ${SHOP}`]: [
    {
      make: async (world) => {
        const [{ shop, owner }, { email }] = [await team(world), await someAccount(world)]
        const body = { email, role: 'staff' }
        return plain({ path: { shopId: shop.id }, headers: asShopper(owner), body })
      },
    },
  ],
  [`PATCH ${SHOP}/{userId}`]: [withStaff({ role: 'manager' })],
  [`DELETE ${SHOP}/{userId}`]: [withStaff()],
  'GET /api/me/shop-invitations': [
    { make: async ({ shopper }) => plain({ headers: asShopper(shopper) }), again: true },
  ],
  'POST /api/me/shop-invitations/{shopId}/accept': [invited],
  'DELETE /api/me/shop-invitations/{shopId}': [invited],
}
