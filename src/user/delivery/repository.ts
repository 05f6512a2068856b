import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { forgetOldest } from '#src/database/forget.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type Delivery = Tables['deliveries']['$inferSelect']

/** The statements that keep deliveries; one of the same message, channel and recipient stays as it is. */
export function addDeliveries(
  q: Query,
  { deliveries }: Tables,
  rows: readonly Delivery[],
): Statement[] {
  return chunked(rows, 19).map((some) => q.insert(deliveries).values(some).onConflictDoNothing())
}

/** The statements that keep deliveries of which there must not be one of the same message yet. */
export const addLetters = (
  q: Query,
  { deliveries }: Tables,
  rows: readonly Delivery[],
): Statement[] => chunked(rows, 19).map((some) => q.insert(deliveries).values(some))

/** Which of some recipients, fewer than a hundred, are sent an email of a message. */
export async function recipientsOf(
  db: Database,
  messageKey: string,
  recipients: readonly string[],
): Promise<ReadonlySet<string>> {
  const { deliveries: t } = db.tables
  const rows = await db
    .select({ recipient: t.recipient })
    .from(t)
    .where(
      and(
        eq(t.messageKey, messageKey),
        eq(t.channel, 'email'),
        inArray(t.recipient, [...recipients]),
      ),
    )
  return new Set(rows.map(({ recipient }) => recipient))
}

/** What is due, the longest waiting first. */
export async function dueDeliveries(
  db: Database,
  nowMs: number,
  limit: number,
): Promise<Delivery[]> {
  const { deliveries: t } = db.tables
  return await db
    .select()
    .from(t)
    .where(lte(t.dueMs, nowMs))
    .orderBy(asc(t.dueMs), asc(t.id))
    .limit(limit)
}

/** Deliveries by their ids. */
export async function deliveriesById(db: Database, ids: readonly string[]): Promise<Delivery[]> {
  const { deliveries: t } = db.tables
  const pages = await Promise.all(
    chunked(ids, 1).map(async (page) => await db.select().from(t).where(inArray(t.id, page))),
  )
  return pages.flat()
}

/** Takes a delivery that is due as it was read, until `untilMs`. False when somebody was faster. */
export async function leaseDelivery(
  db: Database,
  { id, dueMs, attempts }: Delivery,
  untilMs: number,
): Promise<boolean> {
  if (dueMs === null) return false
  const { deliveries: t } = db.tables
  const taken = await db
    .update(t)
    .set({ dueMs: untilMs, attempts: attempts + 1 })
    .where(and(eq(t.id, id), eq(t.dueMs, dueMs), eq(t.attempts, attempts)))
    .returning({ id: t.id })
  return taken.length > 0
}

type Settled = Partial<Pick<Delivery, 'state' | 'reason' | 'dueMs' | 'providerRef' | 'sentAt'>>

/** Keeps what became of a try; `attempts` is its number, so that an older one says nothing of it. */
export async function settleDelivery(
  db: Database,
  id: string,
  attempts: number,
  settled: Settled,
): Promise<void> {
  const { deliveries: t } = db.tables
  await db
    .update(t)
    .set(settled)
    .where(and(eq(t.id, id), eq(t.attempts, attempts)))
}

/** Forgets deliveries from before `before`; some a run. */
export async function forgetDeliveries(db: Database, before: Date): Promise<void> {
  const { deliveries } = db.tables
  await forgetOldest(db, { table: deliveries, at: deliveries.createdAt }, before)
}
