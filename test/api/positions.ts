import { newId, newSecret } from '#src/common/id.ts'
import type { Answer, CallOptions } from '#test/support/market.ts'
import { checkoutBody, makeOperator } from '#test/support/shopper.ts'
import { CASH, guestCart, guestOrder } from './examples/example.ts'
import type { World } from './world.ts'

/** One operation with an id in it: how to call it with a given id, as somebody. */
export type Position = {
  name: string
  /** Another's id, which is real; the absent one has the same shape. */
  foreign(world: World): string
  absent: string
  call(world: World, id: string, as: CallOptions): Promise<Answer>
  /** Whose it is, when it is not the stranger's: what belongs to a shop. */
  owner?(world: World): CallOptions
}

export const newKey = () => newId('req')
const at =
  (method: string, path: (id: string) => string, options: () => CallOptions = () => ({})) =>
  async ({ market }: World, id: string, as: CallOptions) =>
    await market.call(method, path(id), { ...options(), ...as })

type Sells = Pick<Position, 'foreign' | 'absent'>
const SHOP: Sells = { foreign: ({ shop }) => shop.id, absent: newId('shp') }
const owner: NonNullable<Position['owner']> = ({ seller }) => ({ token: seller.token })

/** What is done with an order in a shop: by the shop's id, and by the order's in a shop of one's own. */
const ofShop = (method: string, act: string, body?: object): Position[] => {
  const path = (shopId: string, id: string) => `/seller/shops/${shopId}/orders/${id}${act}`
  const options = () => ({
    ...(method === 'POST' ? { key: newKey() } : {}),
    ...(body === undefined ? {} : { body }),
  })
  return [
    {
      name: `${method} /seller/shops/{shopId}/orders/{id}${act}: the shop`,
      ...SHOP,
      owner,
      call: async (world, shopId, as) =>
        await world.market.call(method, path(shopId, world.foreign.packed.orderId), {
          ...options(),
          ...as,
        }),
    },
    {
      name: `${method} /seller/shops/{shopId}/orders/{id}${act}: the order`,
      foreign: ({ foreign }) => foreign.packed.orderId,
      absent: newId('ord'),
      owner,
      call: async (world, id, as) => {
        const { shop, elsewhere, rival } = world
        const shopId = as.token === rival.token ? elsewhere.id : shop.id
        return await world.market.call(method, path(shopId, id), { ...options(), ...as })
      },
    },
  ]
}

export const POSITIONS: Position[] = [
  {
    name: 'GET /seller/shops/{shopId}/orders',
    ...SHOP,
    owner,
    call: at('GET', (id) => `/seller/shops/${id}/orders`),
  },
  {
    name: 'GET /seller/shops/{shopId}/variants',
    ...SHOP,
    owner,
    call: at('GET', (id) => `/seller/shops/${id}/variants`),
  },
  {
    name: 'POST /seller/shops/{shopId}/variants/{variantId}/stock: the variant',
    foreign: ({ product }) => product.variantId,
    absent: newId('var'),
    owner,
    call: async ({ market, shop, elsewhere, rival }, id, as) => {
      const shopId = as.token === rival.token ? elsewhere.id : shop.id
      const body = { delta: 1, reason: 'received' }
      const path = `/seller/shops/${shopId}/variants/${id}/stock`
      return await market.call('POST', path, { key: newKey(), body, ...as })
    },
  },
  {
    name: 'GET /seller/shops/{shopId}/vouchers',
    ...SHOP,
    owner,
    call: at('GET', (id) => `/seller/shops/${id}/vouchers`),
  },
  {
    name: 'GET /seller/shops/{shopId}/members',
    ...SHOP,
    owner,
    call: at('GET', (id) => `/seller/shops/${id}/members`),
  },
  {
    name: 'POST /seller/shops/{shopId}/members',
    ...SHOP,
    owner,
    call: async ({ market, shopper }, id, as) =>
      await market.call('POST', `/seller/shops/${id}/members`, {
        body: { email: shopper.email, role: 'staff' },
        ...as,
      }),
  },
  {
    name: 'PATCH /seller/shops/{shopId}/members/{userId}: the shop',
    ...SHOP,
    owner,
    call: async ({ market, seller }, id, as) =>
      await market.call('PATCH', `/seller/shops/${id}/members/${seller.userId}`, {
        body: { role: 'owner' },
        ...as,
      }),
  },
  {
    name: 'PATCH /seller/shops/{shopId}/members/{userId}: the member',
    foreign: ({ seller }) => seller.userId,
    absent: newId('usr'),
    owner,
    call: async ({ market, shop, elsewhere, rival }, id, as) => {
      const shopId = as.token === rival.token ? elsewhere.id : shop.id
      const body = { role: 'owner' }
      return await market.call('PATCH', `/seller/shops/${shopId}/members/${id}`, { body, ...as })
    },
  },
  {
    name: 'DELETE /seller/shops/{shopId}/members/{userId}: the member',
    foreign: ({ seller }) => seller.userId,
    absent: newId('usr'),
    owner,
    call: async ({ market, shop, elsewhere, rival }, id, as) => {
      const shopId = as.token === rival.token ? elsewhere.id : shop.id
      return await market.call('DELETE', `/seller/shops/${shopId}/members/${id}`, as)
    },
  },
  {
    name: 'DELETE /me/shop-invitations/{shopId}',
    ...SHOP,
    call: at('DELETE', (id) => `/me/shop-invitations/${id}`),
  },
  ...ofShop('GET', ''),
  ...ofShop('GET', '/statement'),
  ...ofShop('POST', '/parcels', { trackingNumber: 'X12345678' }),
  ...ofShop('POST', '/accept'),
  ...ofShop('POST', '/cancel', { reason: 'other' }),
  ...ofShop('POST', '/cancel-request/approve'),
  ...ofShop('POST', '/cancel-request/refuse', { reason: 'other' }),
  {
    name: 'PATCH /me/addresses/{id}',
    foreign: ({ foreign }) => foreign.addressId,
    absent: newId('adr'),
    call: at(
      'PATCH',
      (id) => `/me/addresses/${id}`,
      () => ({ body: { recipient: 'x' } }),
    ),
  },
  {
    name: 'DELETE /me/addresses/{id}',
    foreign: ({ foreign }) => foreign.addressId,
    absent: newId('adr'),
    call: at('DELETE', (id) => `/me/addresses/${id}`),
  },
  {
    name: 'DELETE /me/devices/{id}',
    foreign: ({ foreign }) => foreign.deviceId,
    absent: newId('dev'),
    call: at('DELETE', (id) => `/me/devices/${id}`),
  },
  {
    name: 'PATCH /cart/lines/{id}',
    foreign: ({ foreign }) => foreign.lineId,
    absent: newId('cln'),
    call: at(
      'PATCH',
      (id) => `/cart/lines/${id}`,
      () => ({ body: { quantity: 2 } }),
    ),
  },
  {
    name: 'DELETE /cart/lines/{id}',
    foreign: ({ foreign }) => foreign.lineId,
    absent: newId('cln'),
    call: at('DELETE', (id) => `/cart/lines/${id}`),
  },
  {
    name: 'GET /cart/shipping-options?addressId',
    foreign: ({ foreign }) => foreign.addressId,
    absent: newId('adr'),
    call: at('GET', (id) => `/cart/shipping-options?addressId=${id}`),
  },
  {
    name: 'POST /orders addressId',
    foreign: ({ foreign }) => foreign.addressId,
    absent: newId('adr'),
    call: async (world, addressId, as) =>
      await world.market.call('POST', '/orders', {
        key: newKey(),
        body: checkoutBody({ addressId }, [world.shop], CASH),
        ...as,
      }),
  },
  {
    name: 'GET /orders/{id}',
    foreign: ({ foreign }) => foreign.orderId,
    absent: newId('ord'),
    call: at('GET', (id) => `/orders/${id}`),
  },
  {
    name: 'POST /orders/{id}/cancel',
    foreign: ({ foreign }) => foreign.orderId,
    absent: newId('ord'),
    call: at(
      'POST',
      (id) => `/orders/${id}/cancel`,
      () => ({ key: newKey() }),
    ),
  },
  {
    name: 'POST /orders/{id}/received',
    foreign: ({ foreign }) => foreign.arrived.orderId,
    absent: newId('ord'),
    call: at(
      'POST',
      (id) => `/orders/${id}/received`,
      () => ({ key: newKey() }),
    ),
  },
  {
    name: 'POST /orders/{id}/cancel-request',
    foreign: ({ foreign }) => foreign.packed.orderId,
    absent: newId('ord'),
    call: at(
      'POST',
      (id) => `/orders/${id}/cancel-request`,
      () => ({ key: newKey(), body: { reason: 'other' } }),
    ),
  },
  {
    name: 'POST /orders/{id}/more-time',
    foreign: ({ foreign }) => foreign.kept.orderId,
    absent: newId('ord'),
    call: at(
      'POST',
      (id) => `/orders/${id}/more-time`,
      () => ({ key: newKey() }),
    ),
  },
  {
    name: 'POST /products/{slug}/reviews orderLineId',
    foreign: ({ foreign }) => foreign.arrived.lineId,
    absent: newId('oln'),
    call: async ({ market, product }, orderLineId, as) =>
      await market.call('POST', `/products/${product.slug}/reviews`, {
        body: { orderLineId, rating: 5 },
        ...as,
      }),
  },
  {
    name: 'GET /order-groups/{id}',
    foreign: ({ foreign }) => foreign.groupId,
    absent: newId('grp'),
    call: at('GET', (id) => `/order-groups/${id}`),
  },
  {
    name: 'POST /order-groups/{id}/payments',
    foreign: ({ foreign }) => foreign.groupId,
    absent: newId('grp'),
    call: at(
      'POST',
      (id) => `/order-groups/${id}/payments`,
      () => ({ key: newKey(), body: CASH }),
    ),
  },
  {
    name: 'POST /live/tickets channel',
    foreign: ({ foreign }) => foreign.groupId,
    absent: newId('grp'),
    call: async ({ market }, id, as) =>
      await market.call('POST', '/live/tickets', { body: { channel: `order-group:${id}` }, ...as }),
  },
]

type Role = (world: World) => Promise<CallOptions>

/** Everybody who is not the owner. */
export const ROLES: Record<string, Role> = {
  'another shopper': async ({ shopper }) => ({ token: shopper.token }),
  'a guest': async () => ({}),
  'a guest with a cart': async (world) => ({ cartToken: (await guestCart(world)).cartToken }),
  'a guest with the token of another order': async (world) => ({
    orderToken: (await guestOrder(world)).orderToken,
  }),
  'a guest with a made-up token': async () => ({ orderToken: newSecret(), cartToken: newSecret() }),
  'another shopper with the token of another order': async (world) => ({
    token: world.shopper.token,
    orderToken: (await guestOrder(world)).orderToken,
  }),
  'who owns another shop': async ({ rival }) => ({ token: rival.token }),
  'an operator': async (world) => ({ token: await operatorToken(world) }),
}

export async function operatorToken({ market, db }: World): Promise<string> {
  return (await makeOperator(market, db)).token
}
