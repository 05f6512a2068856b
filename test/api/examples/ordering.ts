import { bring } from '#test/support/parcels.ts'
import { checkoutBody } from '#test/support/shopper.ts'
import { asShopper } from '../world.ts'
import {
  arrived,
  CASH,
  cursorOf,
  type Example,
  guestCart,
  guestCheckout,
  guestOrder,
  mine,
  newKey,
  own,
  ownLine,
  ownOrder,
  paidOrder,
  plain,
} from './example.ts'

export const ORDERING: Record<string, readonly Example[]> = {
  'GET /api/cart': [
    {
      make: async (world) =>
        plain({ headers: { 'X-Cart-Token': (await guestCart(world)).cartToken } }),
    },
    mine(() => ({})),
  ],
  'POST /api/cart/lines': [
    {
      make: async (world) =>
        plain({
          headers: { 'X-Cart-Token': (await guestCart(world)).cartToken },
          body: { variantId: world.product.variantId, quantity: 2 },
        }),
    },
  ],
  'PATCH /api/cart/lines/{id}': [
    {
      make: async (world) => {
        const { cartToken, lineId } = await guestCart(world)
        const headers = { 'X-Cart-Token': cartToken }
        return plain({ path: { id: lineId }, headers, body: { quantity: 3 } })
      },
    },
  ],
  'DELETE /api/cart/lines/{id}': [
    { make: async (world) => await own(world, { path: { id: await ownLine(world) } }) },
    {
      make: async (world) => {
        const { cartToken, lineId } = await guestCart(world)
        return plain({ path: { id: lineId }, headers: { 'X-Cart-Token': cartToken } })
      },
    },
  ],
  'GET /api/cart/shipping-options': [
    mine(({ shopper }) => ({ query: [['addressId', shopper.addressId]] })),
    {
      make: async (world) =>
        plain({ headers: { 'X-Cart-Token': (await guestCart(world)).cartToken } }),
    },
  ],
  'POST /api/orders': [
    {
      make: async (world) => {
        await ownLine(world)
        const { shopper, shop } = world
        return await own(world, {
          headers: { ...asShopper(shopper), 'Idempotency-Key': newKey() },
          body: { ...checkoutBody(shopper, [shop], CASH), vouchers: [] },
        })
      },
    },
    {
      make: async (world) => {
        const { cartToken } = await guestCart(world)
        return plain({
          headers: { 'X-Cart-Token': cartToken, 'Idempotency-Key': newKey() },
          body: guestCheckout(world, CASH),
        })
      },
      readBack: ({ orderGroup, orderToken = '' }) =>
        Object.assign(plain({ headers: { 'X-Order-Token': orderToken } }), {
          from: `/order-groups/${orderGroup?.id}`,
        }),
    },
  ],
  'GET /api/orders': [
    {
      make: async (world) => {
        await ownOrder(world)
        const headers = asShopper(world.shopper)
        const cursor = await cursorOf(world, '/orders?tab=to-pay&limit=1', headers)
        return plain({
          headers,
          query: [
            ['tab', 'to-pay'],
            ['limit', '1'],
            ['cursor', cursor],
          ],
        })
      },
    },
  ],
  'GET /api/orders/{id}': [
    mine(({ placed }) => ({ path: { id: placed.orderId } })),
    {
      make: async (world) => {
        const { orderId, orderToken } = await guestOrder(world)
        return plain({ path: { id: orderId }, headers: { 'X-Order-Token': orderToken } })
      },
    },
  ],
  'POST /api/orders/{id}/cancel': [
    {
      make: async (world) => {
        const { orderId, orderToken } = await guestOrder(world)
        const headers = { 'X-Order-Token': orderToken, 'Idempotency-Key': newKey() }
        return plain({ path: { id: orderId }, headers })
      },
    },
    {
      make: async (world) => {
        const { orderId } = await paidOrder(world)
        const headers = { ...asShopper(world.shopper), 'Idempotency-Key': newKey() }
        return plain({ path: { id: orderId }, headers })
      },
    },
  ],
  'POST /api/orders/{id}/received': [
    {
      make: async (world) => {
        const { orderId } = await arrived(world)
        const headers = { ...asShopper(world.shopper), 'Idempotency-Key': newKey() }
        return plain({ path: { id: orderId }, headers })
      },
    },
  ],
  'POST /api/orders/{id}/cancel-request': [
    {
      make: async (world) => {
        const part = await paidOrder(world)
        await bring(world.market, part, 'processed')
        const headers = { ...asShopper(world.shopper), 'Idempotency-Key': newKey() }
        return plain({ path: { id: part.orderId }, headers, body: { reason: 'too_slow' } })
      },
    },
  ],
  'POST /api/orders/{id}/more-time': [
    {
      make: async (world) => {
        const { orderId } = await arrived(world)
        const headers = { ...asShopper(world.shopper), 'Idempotency-Key': newKey() }
        return plain({ path: { id: orderId }, headers })
      },
    },
  ],
  'GET /api/order-groups/{id}': [
    mine(({ placed }) => ({ path: { id: placed.groupId } })),
    {
      make: async (world) => {
        const { groupId, orderToken } = await guestOrder(world)
        return plain({ path: { id: groupId }, headers: { 'X-Order-Token': orderToken } })
      },
    },
  ],
  'POST /api/order-groups/{id}/payments': [
    {
      make: async (world) => {
        const { groupId, orderToken } = await guestOrder(world)
        const headers = { 'X-Order-Token': orderToken, 'Idempotency-Key': newKey() }
        return plain({ path: { id: groupId }, headers, body: CASH })
      },
    },
  ],
  'POST /api/live/tickets': [
    {
      make: async (world) => {
        const { groupId, orderToken } = await guestOrder(world)
        const headers = { 'X-Order-Token': orderToken }
        return plain({ headers, body: { channel: `order-group:${groupId}` } })
      },
    },
  ],
}
