import { and, asc, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import {
  type Database,
  one,
  type Query,
  type Read,
  type Statement,
} from '#src/database/database.ts'
import { whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type VoucherRow = Tables['vouchers']['$inferSelect']
/** Who is counted: an account is one, a guest two. Hashes. */
export type Holders = readonly [string] | readonly [string, string]

/** A voucher with what a buyer has of it: when it was claimed, and how often used; null without a claim. */
export type HeldVoucher = { voucher: VoucherRow; held: { used: number } | null }

/**
 * The vouchers of these codes with what the buyer has of each; of a guest, whichever contact has used
 * more. One query.
 */
export async function findVouchers(
  db: Database,
  codes: readonly string[],
  holders: readonly string[],
): Promise<HeldVoucher[]> {
  return heldBy(await heldRows(db, holders).where(inArray(db.tables.vouchers.code, [...codes])))
}

type Listing = { shopIds: readonly string[]; holders: readonly string[]; at: Date; limit: number }

/** What anybody may claim now, of the market and of some shops, the soonest to end first. One query. */
export async function listVouchers(
  db: Database,
  { shopIds, holders, at, limit }: Listing,
): Promise<HeldVoucher[]> {
  const { vouchers } = db.tables
  const whose = or(
    isNull(vouchers.shopId),
    shopIds.length === 0 ? undefined : inArray(vouchers.shopId, [...shopIds]),
  )
  return heldBy(
    await heldRows(db, holders)
      .where(
        and(
          eq(vouchers.listed, true),
          whose,
          gt(vouchers.claimableUntil, at),
          lte(vouchers.claimableFrom, at),
        ),
      )
      .orderBy(asc(vouchers.claimableUntil), asc(vouchers.id))
      .limit(limit),
  )
}

const heldRows = (db: Database, holders: readonly string[]) => {
  const { vouchers, voucherHolders } = db.tables
  return db
    .select({ voucher: vouchers, used: voucherHolders.used })
    .from(vouchers)
    .leftJoin(
      voucherHolders,
      and(
        eq(voucherHolders.voucherId, vouchers.id),
        inArray(voucherHolders.holder, holders.length === 0 ? ['-'] : [...holders]),
      ),
    )
}

function heldBy(rows: { voucher: VoucherRow; used: number | null }[]): HeldVoucher[] {
  return [...Map.groupBy(rows, ({ voucher }) => voucher.id).values()].flatMap((same) => {
    const [row] = same
    const uses = same.flatMap(({ used }) => used ?? [])
    if (row === undefined) return []
    return [{ voucher: row.voucher, held: uses.length === 0 ? null : { used: Math.max(...uses) } }]
  })
}

/** What an account has claimed, the latest first. One query. */
export async function vouchersOf(
  db: Database,
  userId: string,
  limit: number,
): Promise<HeldVoucher[]> {
  const { vouchers, voucherHolders } = db.tables
  const rows = await db
    .select({ voucher: vouchers, used: voucherHolders.used })
    .from(voucherHolders)
    .innerJoin(vouchers, eq(vouchers.id, voucherHolders.voucherId))
    .where(eq(voucherHolders.userId, userId))
    .orderBy(desc(voucherHolders.claimedAt), asc(voucherHolders.voucherId))
    .limit(limit)
  return rows.map(({ voucher, used }) => ({ voucher, held: { used } }))
}

type Claim = { voucher: VoucherRow; holder: string; userId: string | null; at: Date }

/** A buyer has a voucher; a second claim changes nothing. */
export function claimVoucher(
  q: Query,
  { voucherHolders }: Tables,
  { voucher, holder, userId, at }: Claim,
): Statement {
  return q
    .insert(voucherHolders)
    .values({
      voucherId: voucher.id,
      holder,
      userId,
      claimedAt: at,
      used: 0,
      most: voucher.perBuyer,
    })
    .onConflictDoNothing()
}

export type Use = {
  voucher: VoucherRow
  groupId: string
  userId: string | null
  holders: Holders
  amountSatang: number
  at: Date
}

/**
 * Reserves one use, for the market and for the buyer: the CHECKs `vouchers_quota` and
 * `voucher_holders_most` refuse one too many, under any race (S7). A stale write when its terms are no
 * longer those that the price was decided by.
 */
export function reserveUse(q: Query, tables: Tables, use: Use): Statement[] {
  const { vouchers, voucherHolders, voucherUses } = tables
  const { voucher, groupId, userId, amountSatang, at } = use
  // In one order for everybody, so that two guests who share a contact cannot wait for each other.
  const holders = use.holders.toSorted()
  return [
    one(
      q
        .update(vouchers)
        .set({ taken: sql`${vouchers.taken} + ${whole(1)}` })
        .where(and(eq(vouchers.id, voucher.id), eq(vouchers.version, voucher.version))),
    ),
    ...holders.map((holder) =>
      q
        .insert(voucherHolders)
        .values({
          voucherId: voucher.id,
          holder,
          userId,
          claimedAt: at,
          used: 1,
          most: voucher.perBuyer,
        })
        .onConflictDoUpdate({
          target: [voucherHolders.voucherId, voucherHolders.holder],
          set: { used: sql`${voucherHolders.used} + ${whole(1)}`, most: voucher.perBuyer },
        }),
    ),
    q.insert(voucherUses).values({
      groupId,
      voucherId: voucher.id,
      state: 'reserved',
      holder: use.holders[0],
      otherHolder: use.holders[1] ?? null,
      amountSatang,
      at,
    }),
  ]
}

/** A row when a group of this buyer uses what is for new buyers; to be asked with something else. */
export function readNewBuyerUse(db: Database, holders: Holders): Read<{ groupId: string }> {
  const { newBuyerUses } = db.tables
  return db
    .select({ groupId: newBuyerUses.groupId })
    .from(newBuyerUses)
    .where(inArray(newBuyerUses.holder, [...holders]))
    .limit(1)
}

/** A group uses what is for new buyers: a conflict of `new_buyer_uses` when another of its buyer does. */
export function insertNewBuyerUse(
  q: Query,
  { newBuyerUses }: Tables,
  groupId: string,
  holders: Holders,
): Statement {
  // In one order for everybody, so that two guests who share a contact cannot wait for each other.
  return q.insert(newBuyerUses).values(holders.toSorted().map((holder) => ({ holder, groupId })))
}

/** A group uses nothing any more that is for new buyers: its buyer is new again. */
export const deleteNewBuyerUse = (q: Query, { newBuyerUses }: Tables, groupId: string): Statement =>
  q.delete(newBuyerUses).where(eq(newBuyerUses.groupId, groupId))

type Used = { groupId: string; voucherId: string }
type State = Tables['voucherUses']['$inferSelect']['state']

/** The group is paid: its use counts for good. A stale write when it was given back. */
export function keepUse(q: Query, tables: Tables, used: Used): Statement {
  return moveUse(q, tables, used, 'reserved', 'used')
}

/**
 * The use is given back: `released` with a hold that ended unpaid, `restored` when all that it was
 * used for is cancelled. Once: a stale write when it is not in the state before.
 */
export function giveUseBack(
  q: Query,
  tables: Tables,
  used: Used,
  to: 'released' | 'restored',
): Statement[] {
  const { vouchers, voucherHolders, voucherUses } = tables
  const holderOf = (column: SQL) =>
    sql`(select ${column} from ${voucherUses} where ${voucherUses.groupId} = ${used.groupId}
      and ${voucherUses.voucherId} = ${used.voucherId})`
  return [
    moveUse(q, tables, used, to === 'released' ? 'reserved' : 'used', to),
    one(
      q
        .update(vouchers)
        .set({ taken: sql`${vouchers.taken} - ${whole(1)}` })
        .where(eq(vouchers.id, used.voucherId)),
    ),
    q
      .update(voucherHolders)
      .set({ used: sql`${voucherHolders.used} - ${whole(1)}` })
      .where(
        and(
          eq(voucherHolders.voucherId, used.voucherId),
          or(
            eq(voucherHolders.holder, holderOf(sql`${voucherUses.holder}`)),
            eq(voucherHolders.holder, holderOf(sql`${voucherUses.otherHolder}`)),
          ),
        ),
      ),
  ]
}

function moveUse(
  q: Query,
  { voucherUses }: Tables,
  { groupId, voucherId }: Used,
  from: State,
  to: State,
): Statement {
  return one(
    q
      .update(voucherUses)
      .set({ state: to })
      .where(
        and(
          eq(voucherUses.groupId, groupId),
          eq(voucherUses.voucherId, voucherId),
          eq(voucherUses.state, from),
        ),
      ),
  )
}
