import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { newId } from '#src/common/id.ts'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { chunked, first, total } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { Difference, GroupBooks } from './rules.ts'

export type Break = Tables['breaks']['$inferSelect']

/** Groups in the order of their ids, from the one after `position`. */
export async function groupsAfter(
  db: Database,
  position: string,
  limit: number,
): Promise<string[]> {
  const { orderGroups } = db.tables
  const rows = await db
    .select({ id: orderGroups.id })
    .from(orderGroups)
    .where(gt(orderGroups.id, position))
    .orderBy(asc(orderGroups.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Journals in the order they were written, after one and before another. */
export async function journalsBetween(db: Database, from: string, until: string, limit: number) {
  const { ledgerJournals } = db.tables
  return await db
    .select({ id: ledgerJournals.id, groupId: ledgerJournals.groupId })
    .from(ledgerJournals)
    .where(and(gt(ledgerJournals.id, from), lt(ledgerJournals.id, until)))
    .orderBy(asc(ledgerJournals.id))
    .limit(limit)
}

/** Journals that were never sealed. */
export async function openJournals(db: Database, limit: number): Promise<string[]> {
  const { ledgerJournals } = db.tables
  const rows = await db
    .select({ id: ledgerJournals.id })
    .from(ledgerJournals)
    .where(sql`not ${ledgerJournals.sealed}`)
    .orderBy(asc(ledgerJournals.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** All that is stored of some groups' money. Ten queries, however many groups. */
export async function booksOf(db: Database, groupIds: readonly string[]): Promise<GroupBooks[]> {
  if (groupIds.length === 0) return []
  const t = db.tables
  const ids = [...groupIds]
  const [groups, payments, orders, lines, splits, refunds, chargebacks, attempts, entries] =
    await Promise.all([
      db.select().from(t.orderGroups).where(inArray(t.orderGroups.id, ids)),
      db.select().from(t.payments).where(inArray(t.payments.groupId, ids)),
      db.select().from(t.orders).where(inArray(t.orders.groupId, ids)),
      db.select().from(t.orderLines).where(inArray(t.orderLines.groupId, ids)),
      db.select().from(t.paymentSplits).where(inArray(t.paymentSplits.groupId, ids)),
      db.select().from(t.refunds).where(inArray(t.refunds.groupId, ids)),
      db.select().from(t.chargebacks).where(inArray(t.chargebacks.groupId, ids)),
      db.select().from(t.paymentAttempts).where(inArray(t.paymentAttempts.groupId, ids)),
      db
        .select({
          groupId: t.ledgerJournals.groupId,
          orderId: t.ledgerJournals.orderId,
          account: t.ledgerEntries.account,
          amountSatang: t.ledgerEntries.amountSatang,
        })
        .from(t.ledgerJournals)
        .innerJoin(t.ledgerEntries, eq(t.ledgerEntries.journalId, t.ledgerJournals.id))
        .where(and(inArray(t.ledgerJournals.groupId, ids), eq(t.ledgerJournals.sealed, true))),
    ])
  const granted = refunds.filter(({ reason }) => reason === 'granted').map(({ id }) => id)
  const parts =
    granted.length === 0
      ? []
      : (
          await Promise.all(
            chunked(granted, 1).map((some) =>
              db.select().from(t.refundLines).where(inArray(t.refundLines.refundId, some)),
            ),
          )
        ).flat()
  return groups.map((group) => {
    const own = <Row extends { groupId: string | null }>(rows: readonly Row[]) =>
      rows.filter(({ groupId }) => groupId === group.id)
    const orderIds = new Set(own(orders).map(({ id }) => id))
    return {
      group,
      payment: own(payments)[0],
      orders: own(orders),
      lines: own(lines),
      splits: own(splits),
      refunds: own(refunds),
      parts: parts.filter(({ orderId }) => orderIds.has(orderId)),
      chargebacks: own(chargebacks),
      attempts: own(attempts),
      entries: own(entries),
    }
  })
}

/** Accounts in the order of their names, from the one after `position`. */
export async function accountsAfter(
  db: Database,
  position: string,
  limit: number,
): Promise<string[]> {
  const { ledgerBalances: t } = db.tables
  const rows = await db
    .select({ account: t.account })
    .from(t)
    .where(gt(t.account, position))
    .orderBy(asc(t.account), asc(t.part))
    .limit(limit * PARTS)
  return [...new Set(rows.map(({ account }) => account))].slice(0, limit)
}

/** In how many rows an account is kept at most; see migrations, 0001_ledger. */
const PARTS = 8

/** What is kept of an account and what its entries come to, both of one moment. */
export async function balanceOf(db: Database, account: string) {
  const { ledgerBalances: b, ledgerEntries: e } = db.tables
  const rows = await db
    .select({
      keptSatang: total(b.amountSatang),
      postedSatang: sql<number>`coalesce((select sum(${e.amountSatang}) from ${e}
        where ${e.account} = ${account}), 0)`.mapWith(Number),
    })
    .from(b)
    .where(eq(b.account, account))
  return first(rows) ?? { keptSatang: 0, postedSatang: 0 }
}

/** The breaks of some groups. */
export const breaksOfGroups = async (
  db: Database,
  groupIds: readonly string[],
): Promise<Break[]> =>
  groupIds.length === 0
    ? []
    : await db
        .select()
        .from(db.tables.breaks)
        .where(inArray(db.tables.breaks.groupId, [...groupIds]))

/** The breaks of one kind about some subjects. */
export async function breaksOf(
  db: Database,
  kind: string,
  subjects: readonly string[],
): Promise<Break[]> {
  const { breaks } = db.tables
  if (subjects.length === 0) return []
  return await db
    .select()
    .from(breaks)
    .where(and(eq(breaks.kind, kind), inArray(breaks.subject, [...subjects])))
}

/** A difference that nobody knew; another run that was faster has it already. */
export const openBreak = (
  q: Query,
  { breaks }: Tables,
  difference: Difference,
  at: Date,
): Statement =>
  q
    .insert(breaks)
    .values({
      id: newId('brk'),
      ...difference,
      status: 'open',
      times: 1,
      openedAt: at,
      closedAt: null,
      closedBy: null,
      note: null,
    })
    .onConflictDoNothing()

/** A known difference as it is now, opened again if it was closed. */
export const changeBreak = (
  q: Query,
  { breaks }: Tables,
  old: { id: string; status: Break['status'] },
  { expectedSatang, actualSatang }: Difference,
  at: Date,
): Statement =>
  q
    .update(breaks)
    .set({
      ...{ expectedSatang, actualSatang },
      ...(old.status === 'open'
        ? {}
        : {
            status: 'open' as const,
            times: sql`${breaks.times} + cast(1 as integer)`,
            openedAt: at,
            ...{ closedAt: null, closedBy: null, note: null },
          }),
    })
    .where(and(eq(breaks.id, old.id), eq(breaks.status, old.status)))

/** A break is over: by itself, or by an operator with a note; stale when it is closed already. */
export const closeBreak = (
  q: Query,
  { breaks }: Tables,
  id: string,
  how: { at: Date; closedBy: string | null; note: string | null },
): Statement => {
  const { at: closedAt, closedBy, note } = how
  return one(
    q
      .update(breaks)
      .set({ status: 'closed', closedAt, closedBy, note })
      .where(and(eq(breaks.id, id), eq(breaks.status, 'open'))),
  )
}

/** Breaks, newest first, `limit + 1` rows. */
export async function listBreaks(
  db: Database,
  status: Break['status'],
  limit: number,
  after: { id: string } | null,
): Promise<Break[]> {
  const { breaks } = db.tables
  return await db
    .select()
    .from(breaks)
    .where(and(eq(breaks.status, status), after === null ? undefined : lt(breaks.id, after.id)))
    .orderBy(desc(breaks.id))
    .limit(limit + 1)
}

export async function breakById(db: Database, id: string): Promise<Break | undefined> {
  const { breaks } = db.tables
  return first(await db.select().from(breaks).where(eq(breaks.id, id)).limit(1))
}

/** Where a walk goes on, and when it was there; undefined at its first step. */
export async function cursorOf(db: Database, name: string) {
  const { jobCursors } = db.tables
  return first(await db.select().from(jobCursors).where(eq(jobCursors.name, name)).limit(1))
}

export async function keepCursor(
  db: Database,
  name: string,
  position: string,
  at: Date,
): Promise<void> {
  const { jobCursors } = db.tables
  await db
    .insert(jobCursors)
    .values({ name, position, at })
    .onConflictDoUpdate({ target: jobCursors.name, set: { position, at } })
}
