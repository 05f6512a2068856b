import { eq } from 'drizzle-orm'
import { newId, newSecret } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import type { MadeProduct } from './make.ts'
import type { Answer, Market } from './market.ts'

export const ADDRESS = {
  recipient: 'มะลิ ใจดี',
  phone: '0812345678',
  line1: '12/3 ถนนพหลโยธิน',
  subdistrict: 'สามเสนใน',
  district: 'เขตพญาไท',
  province: 'กรุงเทพฯ',
  postcode: '10400',
}

export const PASSWORD = 'ปลาทูแม่กลองคอหัก'

export type Shop = { id: string; optionId: string }
type Want = { product: MadeProduct; shop: Shop; quantity?: number }

/** Registers a shopper of the suite's own, with an address. */
export async function makeShopper(market: Market) {
  const email = `${newId('usr').replace('_', '.')}@example.test`
  const registered = await market.call('POST', '/auth/register', {
    body: { email, password: PASSWORD, name: 'มะลิ ใจดี' },
  })
  const token: string = registered.body.accessToken
  const address = await market.call('POST', '/me/addresses', { token, body: ADDRESS })
  const addressId: string = address.body.id
  return { email, token, addressId, refreshToken: registered.body.refreshToken as string }
}

export type Shopper = Awaited<ReturnType<typeof makeShopper>>

/** Registers an account that works for a shop. */
export async function makeSeller(
  market: Market,
  db: Database,
  shopId: string,
  role: 'owner' | 'manager' | 'staff' = 'owner',
) {
  const email = `${newId('usr').replace('_', '.')}@example.test`
  const body = { email, password: PASSWORD, name: 'แม่ค้า ใจดี' }
  const registered = await market.call('POST', '/auth/register', { body })
  const userId: string = registered.body.user.id
  const createdAt = new Date('2026-11-01T03:00:00Z')
  await db.insert(db.tables.shopMembers).values({ shopId, userId, role, createdAt })
  return { email, userId, token: registered.body.accessToken as string }
}

/** Registers somebody who runs the market. */
export async function makeOperator(market: Market, db: Database) {
  const { email } = await makeShopper(market)
  const { users } = db.tables
  await db
    .update(users)
    .set({ roles: ['operator'] })
    .where(eq(users.email, email))
  const { body } = await market.call('POST', '/auth/login', { body: { email, password: PASSWORD } })
  return { email, token: body.accessToken as string }
}

export type Seller = Awaited<ReturnType<typeof makeSeller>>

/** Puts things into the shopper's cart. */
export async function fillCart(
  market: Market,
  token: string,
  wants: readonly Want[],
): Promise<Answer> {
  let last: Answer | undefined
  for (const { product, quantity = 1 } of wants) {
    const body = { variantId: product.variantId, quantity }
    last = await market.call('POST', '/cart/lines', { token, body })
  }
  if (last === undefined) throw new RangeError('nothing to put in')
  return last
}

/** What a checkout sends: the saved address, the first option of each shop, and how it is paid. */
export const checkoutBody = (
  shopper: { addressId: string },
  shops: readonly Shop[],
  payment: { provider: string; method: string } = { provider: 'stripe', method: 'promptpay' },
) => ({
  addressId: shopper.addressId,
  shipping: Object.fromEntries(shops.map((shop) => [shop.id, shop.optionId])),
  payment,
})

/** Fills a cart and orders it. */
export async function order(
  market: Market,
  shopper: Shopper,
  wants: readonly Want[],
  payment?: { provider: string; method: string },
  key: string = newId('req'),
): Promise<Answer> {
  await fillCart(market, shopper.token, wants)
  return await market.call('POST', '/orders', {
    token: shopper.token,
    key,
    body: checkoutBody(
      shopper,
      wants.map(({ shop }) => shop),
      payment,
    ),
  })
}

const GUEST = {
  contact: { email: 'guest@example.test', phone: '0812345678' },
  address: {
    recipient: 'มะลิ ใจดี',
    phone: '0812345678',
    line1: '1 ถนนสุเทพ',
    subdistrict: 'สุเทพ',
    district: 'เมืองเชียงใหม่',
    province: 'เชียงใหม่',
    postcode: '50200',
  },
}

type AsGuest = {
  payment?: { provider: string; method: string }
  expectedTotalSatang?: number
  vouchers?: readonly string[]
  contact?: { email: string; phone: string }
  /** The address that the guest calls from. */
  from?: string
  key?: string
}

/** Orders as a guest of their own, whose cart nobody else fills; `again` sends the same once more. */
export async function orderAsGuest(
  market: Market,
  wants: readonly Want[],
  { payment, from, key = newId('req'), ...some }: AsGuest = {},
): Promise<Answer & { again: () => Promise<Answer> }> {
  const cartToken = newSecret()
  const headers = from === undefined ? {} : { 'cf-connecting-ip': from }
  for (const { product, quantity = 1 } of wants) {
    const line = { variantId: product.variantId, quantity }
    await market.call('POST', '/cart/lines', { cartToken, body: line })
  }
  const shops = wants.map(({ shop }) => shop)
  const { addressId: _, ...rest } = checkoutBody({ addressId: '' }, shops, payment)
  const body = { ...rest, ...GUEST, ...some }
  const send = async () => await market.call('POST', '/orders', { cartToken, key, headers, body })
  return { ...(await send()), again: send }
}

/** The provider's id of the newest charge of a group. */
export function intentOf(market: Market, groupId: string): string {
  const intents = market.provider.simulation.intents
    .list()
    .filter((record) => record.wire.metadata.group_id === groupId)
  const newest = intents.at(-1)
  if (newest === undefined) throw new RangeError('the provider knows no charge of this group')
  return newest.wire.id
}
