import { newId } from '#src/common/id.ts'
import { bring } from '#test/support/parcels.ts'
import { fillCart, intentOf, order, type Shopper } from '#test/support/shopper.ts'
import type { Sent } from '../open-document.ts'
import { asShopper, type World } from '../world.ts'

/** What an answer needs to have to be read again. */
export type Readable = { accessToken?: string; orderToken?: string; orderGroup?: { id: string } }

/** One valid way to call an operation. */
export type Example = {
  /** Makes what the request needs and writes it down. Each call may be sent once. */
  make(world: World): Promise<Sent>
  /** It may be sent again: it uses nothing up. */
  again?: true
  /** Where text that a success stored can be read again. */
  readBack?(body: Readable, sent: Sent): Sent & { from: string }
}

export const PASSWORD = 'ปลาทูแม่กลองคอหัก'
export const CASH = { provider: 'cod', method: 'cash' }
export const HOME = {
  recipient: 'มะลิ ใจดี',
  phone: '081-234-5678',
  line1: '1 ถนนสุเทพ',
  line2: 'ชั้น 2',
  subdistrict: 'สุเทพ',
  district: 'เมืองเชียงใหม่',
  province: 'Chiang Mai',
  postcode: '50200',
}

export const plain = (sent: Partial<Sent> = {}): Sent => ({
  path: {},
  query: [],
  headers: {},
  ...sent,
})
export const just = (sent: Partial<Sent> = {}): Example => ({ make: async () => plain(sent) })
export const native = { 'X-Client-Type': 'native' }
export const newEmail = () => `${newId('usr').replace('_', '.')}@example.test`
export const newKey = () => newId('req')

export const mine = (sent: (world: World) => Partial<Sent>): Example => ({
  make: async (world) => plain({ headers: asShopper(world.shopper), ...sent(world) }),
})

export async function newAccount({ market }: World) {
  const email = newEmail()
  const body = { email, password: PASSWORD, name: 'มะลิ ใจดี' }
  const { accessToken, refreshToken } = (await market.call('POST', '/auth/register', { body })).body
  return { email, token: accessToken as string, refreshToken: refreshToken as string }
}

// An account keeps 20 addresses; making one for each request would be most of the time.
const shared = new WeakMap<
  World,
  { account: Awaited<ReturnType<typeof newAccount>>; uses: number }
>()

export async function someAccount(world: World) {
  const known = shared.get(world)
  if (known !== undefined && known.uses < 18) {
    known.uses += 1
    return known.account
  }
  const account = await newAccount(world)
  shared.set(world, { account, uses: 1 })
  return account
}

/** A guest with something in the cart. */
export async function guestCart(world: World): Promise<{ cartToken: string; lineId: string }> {
  const body = { variantId: world.product.variantId, quantity: 1 }
  const cart = await world.market.call('POST', '/cart/lines', { body })
  return { cartToken: cart.body.cartToken, lineId: cart.body.groups[0].lines[0].id }
}

export async function ownLine(world: World): Promise<string> {
  const cart = await fillCart(world.market, world.shopper.token, [
    { product: world.product, shop: world.shop },
  ])
  return cart.body.groups[0].lines[0].id
}

/** An unpaid group of a guest, who sees it by its token. */
export async function guestOrder(world: World) {
  const { cartToken } = await guestCart(world)
  const sent = guestCheckout(world, { provider: 'stripe', method: 'promptpay' })
  const placed = await world.market.call('POST', '/orders', {
    cartToken,
    key: newKey(),
    body: sent,
  })
  const { orderToken, orderGroup } = placed.body
  return { orderToken, groupId: orderGroup.id, orderId: orderGroup.orders[0].id }
}

export async function ownOrder(world: World) {
  const want = [{ product: world.product, shop: world.shop }]
  const placed = await order(world.market, world.shopper, want)
  const { orderGroup } = placed.body
  return { groupId: orderGroup.id as string, orderId: orderGroup.orders[0].id as string }
}

/** An order of the shopper's that is paid. */
export async function paidOrder(world: World, by: Shopper = world.shopper) {
  const { market, product, shop } = world
  const card = { provider: 'stripe', method: 'card' }
  const { body } = await order(market, by, [{ product, shop }], card)
  const groupId: string = body.orderGroup.id
  const [part] = body.orderGroup.orders
  await market.control(`/payment_intents/${intentOf(market, groupId)}/approve`)
  await market.deliver()
  return { groupId, orderId: part.id as string, lineId: part.lines[0].id as string }
}

/** An order of the shopper's whose parcel was delivered. */
export async function arrived(world: World, by?: Shopper) {
  const placed = await paidOrder(world, by)
  await bring(world.market, placed, 'delivered')
  return placed
}

export const guestCheckout = ({ shop }: World, payment: object) => ({
  address: HOME,
  contact: { email: 'guest@example.test', phone: '0812345678' },
  shipping: { [shop.id]: shop.optionId },
  payment,
})

export const cursorOf = async (world: World, path: string, headers: Record<string, string> = {}) =>
  (await world.market.call('GET', path, { headers })).body.nextCursor as string

export const own = async (world: World, sent: Partial<Sent>): Promise<Sent> =>
  plain({ headers: asShopper(world.shopper), ...sent })

export const addresses = { from: '/me/addresses' }
