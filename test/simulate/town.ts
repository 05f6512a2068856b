import { newId, newSecret, sha256 } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import { makeProduct, makeShop, makeVoucher } from '../support/make.ts'
import type { Random } from './random.ts'

const ADDRESS = {
  recipient: 'มะลิ ใจดี',
  phone: '+66812345678',
  line1: '1 ถนนสุเทพ',
  subdistrict: 'สุเทพ',
  district: 'เมืองเชียงใหม่',
  province: 'เชียงใหม่',
  postcode: '50200',
}

/** Who buys: an account with a saved address and a signed-in device, or a guest. */
export type Shopper = {
  name: string
  userId: string | null
  sessionId: string
  cartToken: string | null
  email: string
  addressId: string | null
  /** The refresh token that the device holds; null when there is none, or it was signed out. */
  token: string | null
}

/** How many there are of everything, so that what is scarce is fought for. */
export type Size = {
  accounts: number
  guests: number
  stock: [number, number]
  quota: [number, number]
}
export const SIZE: Size = { accounts: 2, guests: 1, stock: [1, 6], quota: [1, 3] }

/** A town for one seed: two shops with two things each, a few buyers, a voucher of each kind, and two for new buyers. */
export async function buildTown(db: Database, random: Random, atMs: number, size: Size) {
  const at = new Date(atMs)
  const shops = [await makeShop(db), await makeShop(db)]
  const variants = []
  for (const shop of shops) {
    for (let n = 0; n < 2; n += 1) {
      const stock = random.between(...size.stock)
      const priceSatang = 10_000 + 1000 * random.between(0, 20)
      const product = await makeProduct(db, shop, { stock, priceSatang })
      variants.push({
        id: product.variantId,
        productId: product.id,
        shopId: shop.id,
        stock,
        priceSatang,
      })
    }
  }
  const vouchers = [
    await makeVoucher(db, { quota: random.between(...size.quota) }),
    await makeVoucher(db, {
      ...{ kind: 'shop', shopId: shops[0]?.id ?? '', benefit: 'percent', rateBp: 1000 },
      ...{ amountSatang: null, capSatang: 4000, quota: random.between(...size.quota) },
    }),
    await makeVoucher(db, { kind: 'shipping', benefit: 'free_shipping', amountSatang: null }),
    await makeVoucher(db, { audience: 'new_buyer' }),
    await makeVoucher(db, { kind: 'shop', shopId: shops[1]?.id ?? '', audience: 'new_buyer' }),
  ]
  const shoppers: Shopper[] = []
  for (let n = 0; n < size.accounts; n += 1) shoppers.push(await account(db, `account ${n}`, at))
  for (let n = 0; n < size.guests; n += 1) shoppers.push(guest(`guest ${n}`))
  return { shops, variants, vouchers, shoppers }
}

export type Town = Awaited<ReturnType<typeof buildTown>>
export const GUEST_ADDRESS = ADDRESS

async function account(db: Database, name: string, at: Date): Promise<Shopper> {
  const t = db.tables
  const [userId, addressId, sessionId, token] = [
    newId('usr'),
    newId('adr'),
    newId('ses'),
    newSecret(),
  ]
  const email = `${name.replace(' ', '.')}@example.test`
  const createdAt = at
  await db
    .insert(t.users)
    .values({ id: userId, email, name, passwordHash: null, roles: [], createdAt })
  await db
    .insert(t.addresses)
    .values({ id: addressId, userId, ...ADDRESS, line2: null, isDefault: true, createdAt })
  await db.insert(t.sessions).values({
    ...{ id: sessionId, userId, clientType: 'browser', userAgent: null, createdAt },
    expiresAt: new Date(at.getTime() + 60 * 86_400_000),
  })
  await db
    .insert(t.refreshTokens)
    .values({ tokenHash: await sha256(token), sessionId, generation: 1, createdAt })
  return { name, userId, sessionId, cartToken: null, email, addressId, token }
}

function guest(name: string): Shopper {
  const email = `${name.replace(' ', '.')}@example.test`
  const nobody = { userId: null, sessionId: '', addressId: null, token: null }
  return { name, ...nobody, cartToken: newSecret(), email }
}
