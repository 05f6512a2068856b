import { DAY_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { makeShop } from '#test/support/make.ts'
import { asShopper, type World } from '../world.ts'
import { type Example, plain } from './example.ts'

const SHOP = '/api/seller/shops/{shopId}/members'

/** A shop of the example's own, which the world's seller owns, and one of its staff. */
async function team({ db, seller }: World) {
  const { users, shopMembers } = db.tables
  const { id: shopId } = await makeShop(db)
  const [userId, createdAt] = [newId('usr'), new Date('2026-11-01T03:00:00Z')]
  const staff = {
    id: userId,
    email: `${userId}@example.test`,
    name: 'ฟ้า ใจดี',
    roles: [],
    createdAt,
  }
  await db.insert(users).values(staff)
  await db.insert(shopMembers).values([
    { shopId, userId: seller.userId, role: 'owner', createdAt },
    { shopId, userId, role: 'staff', createdAt },
  ])
  return { shopId, userId }
}

const withStaff = (body?: object): Example => ({
  make: async (world) =>
    plain({
      path: await team(world),
      headers: asShopper(world.seller),
      ...(body === undefined ? {} : { body }),
    }),
})

/** Somebody who was invited, and says what he says. */
const invited: Example = {
  make: async (world) => {
    const { shopId } = await team(world)
    const { userId } = world.rival
    await world.db.insert(world.db.tables.shopInvitations).values({
      ...{ shopId, userId, role: 'staff', invitedBy: world.seller.userId },
      ...{ createdAt: new Date(), expiresAt: new Date(Date.now() + DAY_MS) },
    })
    return plain({ path: { shopId }, headers: asShopper(world.rival) })
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
        const { shopId } = await team(world)
        const body = { email: world.rival.email, role: 'staff' }
        return plain({ path: { shopId }, headers: asShopper(world.seller), body })
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
