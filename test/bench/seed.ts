import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import { cartId } from '#src/order/cart/service.ts'
import { generateMarket } from '../../migrations/market/index.ts'
import { rowsOf } from '../../migrations/market/rows.ts'

const AT = new Date('2026-11-01T03:00:00Z')
const STATEMENTS_PER_WRITE = 250

type Rows<Name extends keyof Tables> = Tables[Name]['$inferInsert'][]
export type FullCart = { userId: string; lines: { variantId: string; priceSatang: number }[] }

/** The market of `npm start` without its pictures, and with goods that no bench can sell out. */
export async function seedMarket(db: Database, products: number): Promise<void> {
  const market = generateMarket({ products, shops: 40, seed: 'talat', now: AT })
  const rows = await rowsOf(market, async () => 'nobody signs in by password')
  for (const [name, list] of Object.entries(rows)) {
    await insertAll(db, name as keyof Tables, list)
  }
  const { stockLevels } = db.tables
  await db.update(stockLevels).set({ onHand: sql`${stockLevels.onHand} + 1000000` })
}

/** Accounts with a live session and an address; their tokens are signed by whoever drives them. */
export async function seedShoppers(db: Database, count: number): Promise<void> {
  const far = new Date(Date.now() + 86_400_000)
  const users: Rows<'users'> = Array.from({ length: count }, (_, n) => ({
    id: `usr_${n}`,
    email: `shopper-${n}@example.test`,
    name: 'มะลิ ใจดี',
    passwordHash: null,
    roles: [],
    suspendedAt: null,
    createdAt: AT,
  }))
  const sessions: Rows<'sessions'> = users.map(({ id }) => ({
    id: `ses_${id}`,
    userId: id,
    clientType: 'native',
    userAgent: null,
    createdAt: AT,
    expiresAt: far,
    revokedAt: null,
  }))
  const addresses: Rows<'addresses'> = users.map(({ id }) => ({
    id: `adr_${id}`,
    userId: id,
    recipient: 'มะลิ ใจดี',
    phone: '+66812345678',
    line1: '12/3 ถนนพหลโยธิน',
    line2: null,
    subdistrict: 'สามเสนใน',
    district: 'พญาไท',
    province: 'กรุงเทพมหานคร',
    postcode: '10400',
    isDefault: true,
    createdAt: AT,
  }))
  await insertAll(db, 'users', users)
  await insertAll(db, 'sessions', sessions)
  await insertAll(db, 'addresses', addresses)
}

/** Carts that wait to be ordered. */
export async function seedCarts(db: Database, full: FullCart[]): Promise<void> {
  const carts: Rows<'carts'> = []
  const lines: Rows<'cartLines'> = []
  for (const { userId, lines: wanted } of full) {
    const id = await cartId('user', userId)
    carts.push({ id, guest: false, version: 1, updatedAt: AT })
    for (const { variantId, priceSatang: seenPriceSatang } of wanted) {
      const line = { id: `cln_${userId}_${variantId}`, cartId: id, variantId, quantity: 1 }
      lines.push({ ...line, seenPriceSatang, addedAt: AT })
    }
  }
  await insertAll(db, 'carts', carts)
  await insertAll(db, 'cartLines', lines)
}

async function insertAll(
  db: Database,
  name: keyof Tables,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const chunks = chunked(rows, Object.keys(first).length)
  for (let start = 0; start < chunks.length; start += STATEMENTS_PER_WRITE) {
    const part = chunks.slice(start, start + STATEMENTS_PER_WRITE)
    await db.atomically((q) =>
      // Rows are typed where they are built.
      part.map((values): Statement => q.insert(db.tables[name]).values(values as never)),
    )
  }
}
