import { and, desc, eq, isNull, lt, type SQL } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type VoucherRow = Tables['vouchers']['$inferSelect']
export type NewRow = Tables['vouchers']['$inferInsert']

/** Whose vouchers: a shop's, by its id, or those that the market gives to all shops. */
export type Issuer = { shopId: string | null }

const ofIssuer = ({ vouchers }: Tables, { shopId }: Issuer): SQL | undefined =>
  shopId === null ? isNull(vouchers.shopId) : eq(vouchers.shopId, shopId)

/** What an issuer gave, the latest first: ids grow with time. One query. */
export async function listIssued(
  db: Database,
  issuer: Issuer,
  { limit, before }: { limit: number; before: string | null },
): Promise<VoucherRow[]> {
  const { vouchers } = db.tables
  return await db
    .select()
    .from(vouchers)
    .where(and(ofIssuer(db.tables, issuer), before === null ? undefined : lt(vouchers.id, before)))
    .orderBy(desc(vouchers.id))
    .limit(limit + 1)
}

/** One voucher; of a shop only its own. */
export async function findIssued(
  db: Database,
  id: string,
  issuer?: Issuer,
): Promise<VoucherRow | undefined> {
  const { vouchers } = db.tables
  const own = issuer === undefined ? undefined : ofIssuer(db.tables, issuer)
  return first(
    await db
      .select()
      .from(vouchers)
      .where(and(eq(vouchers.id, id), own)),
  )
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
