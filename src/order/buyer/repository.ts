import { and, eq, exists, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import {
  type Database,
  one,
  type Query,
  type Read,
  type Statement,
} from '#src/database/database.ts'
import { forgetOldest } from '#src/database/forget.ts'
import type { Tables } from '#src/database/tables.ts'
import { type Held, type Holder, holdersOf, type Payer } from './rules.ts'

export type HolderRow = { id: string; holder: Holder }

/**
 * Counts one more group of each holder; the CHECK `buyer_holds_most` refuses one too many.
 *
 * Exact under any race: a batch of D1 is alone while it runs. On Postgres the first statement locks
 * the holders' rows, in one order for everybody, until the transaction ends; the counts after it
 * are statements of their own and so see what the order that went before has committed (READ
 * COMMITTED). Nothing is counted down when a group ends, since what is counted are the groups.
 */
export function holdOneMore(
  q: Query,
  tables: Tables,
  held: Held,
  rows: readonly HolderRow[],
  most: number,
  at: Date,
): Statement[] {
  const { buyerHolds } = tables
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return [
    q
      .insert(buyerHolds)
      .values(sorted.map(({ id }) => ({ id, held: 0, most, updatedAt: at })))
      .onConflictDoUpdate({ target: buyerHolds.id, set: { updatedAt: at } }),
    ...sorted.map(({ id, holder }) =>
      one(
        q
          .update(buyerHolds)
          .set({ held: sql`(${count(q, tables, held, holder, at)}) + 1`, most })
          .where(eq(buyerHolds.id, id)),
      ),
    ),
  ]
}

const count = (q: Query, tables: Tables, held: Held, holder: Holder, at: Date) =>
  q
    .select({ count: sql`count(*)` })
    .from(tables.orderGroups)
    .where(held === 'open' ? isOpen(tables, holder, at) : isUndelivered(q, tables, holder))

/** When each open group of a holder ends. */
export async function openEnds(db: Database, holder: Holder, at: Date): Promise<Date[]> {
  const { orderGroups } = db.tables
  const rows = await db
    .select({ expiresAt: orderGroups.expiresAt })
    .from(orderGroups)
    .where(isOpen(db.tables, holder, at))
  return rows.map(({ expiresAt }) => expiresAt)
}

/**
 * A row when anything that this buyer ordered was paid, or accepted for cash, and not all of it was
 * cancelled; to be asked with something else.
 */
export function readBought(db: Database, payer: Payer): Read<{ id: string }> {
  const { orderGroups, orders } = db.tables
  const stands = db
    .select({ one: sql`1` })
    .from(orders)
    .where(and(eq(orders.groupId, orderGroups.id), ne(orders.status, 'cancelled')))
  return db
    .select({ id: orderGroups.id })
    .from(orderGroups)
    .where(
      and(
        or(...holdersOf(payer).map((holder) => ofHolder(db.tables, holder))),
        inArray(orderGroups.paymentStatus, ['paid', 'cod']),
        exists(stands),
      ),
    )
    .limit(1)
}

/** Forgets who has not ordered since `before`: the next order makes the row again. */
export async function forgetHolders(db: Database, before: Date): Promise<void> {
  const { buyerHolds } = db.tables
  await forgetOldest(db, { table: buyerHolds, at: buyerHolds.updatedAt }, before)
}

function ofHolder({ orderGroups }: Tables, { by, value }: Holder): SQL | undefined {
  if (by === 'user') return eq(orderGroups.userId, value)
  const contact = by === 'email' ? orderGroups.contactEmail : orderGroups.contactPhone
  return and(isNull(orderGroups.userId), eq(contact, value))
}

function isOpen(tables: Tables, holder: Holder, at: Date): SQL | undefined {
  const { orderGroups } = tables
  return and(
    ofHolder(tables, holder),
    eq(orderGroups.paymentStatus, 'pending_payment'),
    gt(orderGroups.expiresAt, at),
  )
}

function isUndelivered(q: Query, tables: Tables, holder: Holder): SQL | undefined {
  const { orderGroups, orders } = tables
  const onItsWay = q
    .select({ one: sql`1` })
    .from(orders)
    .where(
      and(
        eq(orders.groupId, orderGroups.id),
        inArray(orders.status, ['paid', 'processed', 'shipped', 'cancel_requested']),
      ),
    )
  return and(ofHolder(tables, holder), eq(orderGroups.paymentStatus, 'cod'), exists(onItsWay))
}
