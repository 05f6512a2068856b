import { bring, someNumber } from '#test/support/parcels.ts'
import { order } from '#test/support/shopper.ts'
import { asShopper, type World } from '../world.ts'
import { type Example, mine, newKey, paidOrder, plain } from './example.ts'

const SHOP = '/api/seller/shops/{shopId}'

/** What a member of the world's shop sends along. */
const asSeller = ({ seller }: World) => asShopper(seller)

const list = (query: (readonly [string, string])[] = []): Example => ({
  make: async (world) =>
    plain({ path: { shopId: world.shop.id }, headers: asSeller(world), query }),
})

type Stage = 'paid' | 'processed' | 'asked'

async function orderAt(world: World, stage: Stage): Promise<string> {
  const part = await paidOrder(world)
  if (stage !== 'paid') await bring(world.market, part, 'processed')
  if (stage === 'asked') {
    await world.market.call('POST', `/orders/${part.orderId}/cancel-request`, {
      token: world.shopper.token,
      key: newKey(),
      body: { reason: 'other' },
    })
  }
  return part.orderId
}

/** A cash order of two pieces, of which one was sent. */
async function partlySentForCash({ market, shop, product, shopper, seller }: World) {
  const cash = { provider: 'cod', method: 'cash' }
  const { body } = await order(market, shopper, [{ product, shop, quantity: 2 }], cash)
  const { id: groupId, orders } = body.orderGroup
  const [{ id: orderId, lines }] = orders
  await bring(market, { groupId, orderId }, 'processed')
  await market.call('POST', `/seller/shops/${shop.id}/orders/${orderId}/parcels`, {
    ...{ token: seller.token, key: newKey() },
    body: { trackingNumber: someNumber(), lines: [{ lineId: lines[0].id, quantity: 1 }] },
  })
  return orderId as string
}

const act = (stage: Stage, body?: () => object): Example => ({
  make: async (world) =>
    plain({
      path: { shopId: world.shop.id, id: await orderAt(world, stage) },
      headers: { ...asSeller(world), 'Idempotency-Key': newKey() },
      ...(body === undefined ? {} : { body: body() }),
    }),
})

export const SELLING: Record<string, readonly Example[]> = {
  [`GET ${SHOP}/orders`]: [list(), list([['status', 'paid']])],
  [`GET ${SHOP}/orders/{id}`]: [
    mine((world) => ({
      path: { shopId: world.shop.id, id: world.placed.orderId },
      headers: asSeller(world),
    })),
  ],
  [`POST ${SHOP}/orders/{id}/accept`]: [act('paid')],
  [`POST ${SHOP}/orders/{id}/parcels`]: [
    {
      ...act('processed', () => ({ carrier: 'flash', trackingNumber: someNumber() })),
      readBack: (_, { path, headers }) =>
        Object.assign(plain({ headers }), {
          from: `/seller/shops/${path.shopId}/orders/${path.id}`,
        }),
    },
  ],
  [`POST ${SHOP}/orders/{id}/cancel`]: [act('paid', () => ({ reason: 'out_of_stock' }))],
  [`POST ${SHOP}/orders/{id}/cancel-request/approve`]: [act('asked')],
  [`POST ${SHOP}/orders/{id}/cancel-request/refuse`]: [
    act('asked', () => ({ reason: 'already_packed' })),
  ],
  [`GET ${SHOP}/variants`]: [list()],
  [`POST ${SHOP}/variants/{variantId}/stock`]: [
    {
      make: async (world) =>
        plain({
          path: { shopId: world.shop.id, variantId: world.product.variantId },
          headers: { ...asSeller(world), 'Idempotency-Key': newKey() },
          body: { delta: 1, reason: 'received' },
        }),
    },
  ],
  [`GET ${SHOP}/stock-alert`]: [
    {
      make: async (world) => plain({ path: { shopId: world.shop.id }, headers: asSeller(world) }),
    },
  ],
  [`PUT ${SHOP}/stock-alert`]: [
    {
      make: async (world) =>
        plain({
          path: { shopId: world.shop.id },
          headers: asSeller(world),
          body: { lowAt: 3 },
        }),
      again: true,
    },
  ],
  [`PUT ${SHOP}/variants/{variantId}/stock-alert`]: [
    {
      make: async (world) =>
        plain({
          path: { shopId: world.shop.id, variantId: world.product.variantId },
          headers: asSeller(world),
          body: { lowAt: null },
        }),
      again: true,
    },
  ],
  'POST /api/admin/orders/{id}/drop-rest': [
    {
      make: async (world) =>
        plain({ path: { id: await partlySentForCash(world) }, headers: asShopper(world.operator) }),
    },
  ],
  'POST /api/admin/parcels/{id}/delivered': [
    {
      make: async (world) => {
        const part = await paidOrder(world)
        await bring(world.market, part, 'shipped')
        const path = `/orders/${part.orderId}`
        const { body } = await world.market.call('GET', path, { token: world.shopper.token })
        return plain({ path: { id: body.parcels[0].id }, headers: asShopper(world.operator) })
      },
    },
  ],
}
