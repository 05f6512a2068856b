import { and, desc, eq, isNull, lt, type SQL } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import type { ShopRows } from '#src/database/of-shop.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type VoucherRow = Tables['vouchers']['$inferSelect']
export type NewRow = Tables['vouchers']['$inferInsert']

type Paged = { limit: number; before: string | null }

const olderThan = ({ vouchers }: Tables, before: string | null): SQL | undefined =>
  before === null ? undefined : lt(vouchers.id, before)

/** What a shop gave, the latest first, since ids grow with time: `limit + 1` rows. One query. */
export async function issuedByShop(
  shop: ShopRows,
  { limit, before }: Paged,
): Promise<VoucherRow[]> {
  const { vouchers } = shop.tables
  const rows = await shop
    .select({ voucher: vouchers }, vouchers, olderThan(shop.tables, before))
    .orderBy(desc(vouchers.id))
    .limit(limit + 1)
  return rows.map(({ voucher }) => voucher)
}

/** What the market gives to all shops, in the same way. One query. */
export async function issuedByMarket(
  db: Database,
  { limit, before }: Paged,
): Promise<VoucherRow[]> {
  const { vouchers } = db.tables
  return await db
    .select()
    .from(vouchers)
    .where(and(isNull(vouchers.shopId), olderThan(db.tables, before)))
    .orderBy(desc(vouchers.id))
    .limit(limit + 1)
}

/** One of a shop's own vouchers. */
export async function findOfShop(shop: ShopRows, id: string): Promise<VoucherRow | undefined> {
  const { vouchers } = shop.tables
  return first(await shop.select({ voucher: vouchers }, vouchers, eq(vouchers.id, id)))?.voucher
}

/** Any voucher, for operators. */
export async function findIssued(db: Database, id: string): Promise<VoucherRow | undefined> {
  const { vouchers } = db.tables
  return first(await db.select().from(vouchers).where(eq(vouchers.id, id)))
}

/** A new voucher; its code is met by the key `vouchers_code`. */
export const insertIssued = (q: Query, { vouchers }: Tables, row: NewRow): Statement =>
  q.insert(vouchers).values(row)

/** Changes a voucher's terms; a stale write when somebody changed them first. */
export function changeIssued(
  q: Query,
  { vouchers }: Tables,
  { id, version }: Pick<VoucherRow, 'id' | 'version'>,
  change: Partial<Pick<VoucherRow, 'quota' | 'claimableUntil' | 'usableUntil' | 'listed'>>,
): Statement {
  return one(
    q
      .update(vouchers)
      .set({ ...change, version: version + 1 })
      .where(and(eq(vouchers.id, id), eq(vouchers.version, version))),
  )
}
