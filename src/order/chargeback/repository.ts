import { and, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first, whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { ProviderName } from '../payment/provider.ts'

export type Chargeback = Tables['chargebacks']['$inferSelect']

/** A dispute as we know it, with what each order bears of it. Two queries. */
export async function chargebackByRef(db: Database, provider: ProviderName, providerRef: string) {
  const { chargebacks, chargebackShares } = db.tables
  const known = first(
    await db
      .select()
      .from(chargebacks)
      .where(and(eq(chargebacks.provider, provider), eq(chargebacks.providerRef, providerRef)))
      .limit(1),
  )
  if (known === undefined) return undefined
  const shares = await db
    .select()
    .from(chargebackShares)
    .where(eq(chargebackShares.chargebackId, known.id))
  return { known, shares }
}

/** Which of these movements are booked. One query. */
export async function bookedOf(
  db: Database,
  provider: ProviderName,
  refs: readonly string[],
): Promise<Set<string>> {
  if (refs.length === 0) return new Set()
  const { transactionEvents: t } = db.tables
  const rows = await db
    .select({ ref: t.providerRef })
    .from(t)
    .where(
      and(
        eq(t.provider, provider),
        inArray(t.providerRef, [...refs]),
        inArray(t.kind, ['charged_back', 'charge_restored']),
      ),
    )
  return new Set(rows.map(({ ref }) => ref))
}

/** Whether another dispute about the same charge is open. One query. */
export async function otherOpen(
  db: Database,
  { id, groupId, attemptId }: Pick<Chargeback, 'id' | 'groupId' | 'attemptId'>,
): Promise<boolean> {
  const { chargebacks } = db.tables
  const rows = await db
    .select({ id: chargebacks.id })
    .from(chargebacks)
    .where(
      and(
        eq(chargebacks.groupId, groupId),
        eq(chargebacks.attemptId, attemptId),
        eq(chargebacks.status, 'open'),
        ne(chargebacks.id, id),
      ),
    )
    .limit(1)
  return rows.length === 1
}

/** The disputes, newest first, `limit + 1` rows. */
export async function listChargebacks(
  db: Database,
  status: Chargeback['status'],
  limit: number,
  after: { id: string } | null,
): Promise<Chargeback[]> {
  const { chargebacks: t } = db.tables
  return await db
    .select()
    .from(t)
    .where(and(eq(t.status, status), after === null ? undefined : lt(t.id, after.id)))
    .orderBy(desc(t.id))
    .limit(limit + 1)
}

/** A dispute as it is now; a stale write when somebody else told of it first. */
export function keepChargeback(
  q: Query,
  { chargebacks }: Tables,
  now: Chargeback,
  seenVersion: number | null,
): Statement {
  if (seenVersion === null) return q.insert(chargebacks).values(now)
  const { status, amountSatang, withdrawnSatang, unborneSatang, feeSatang, closedAt } = now
  return one(
    q
      .update(chargebacks)
      .set({
        ...{ status, amountSatang, withdrawnSatang, unborneSatang, feeSatang, closedAt },
        version: seenVersion + 1,
      })
      .where(and(eq(chargebacks.id, now.id), eq(chargebacks.version, seenVersion))),
  )
}

type Change = { chargebackId: string; groupId: string; orderId: string; amountSatang: number }

/** An order bears more of a dispute, or less; never more than was captured of it. */
export function bear(
  q: Query,
  { chargebackShares, paymentSplits }: Tables,
  { chargebackId, groupId, orderId, amountSatang }: Change,
): Statement[] {
  const more = whole(amountSatang)
  return [
    q
      .insert(chargebackShares)
      .values({ chargebackId, orderId, amountSatang: Math.max(0, amountSatang) })
      .onConflictDoUpdate({
        target: [chargebackShares.chargebackId, chargebackShares.orderId],
        set: { amountSatang: sql`${chargebackShares.amountSatang} + ${more}` },
      }),
    one(
      q
        .update(paymentSplits)
        .set({ chargedBackSatang: sql`${paymentSplits.chargedBackSatang} + ${more}` })
        .where(and(eq(paymentSplits.groupId, groupId), eq(paymentSplits.orderId, orderId))),
    ),
  ]
}

/** Whether a dispute about the money that paid a group is open: its orders do not complete by themselves. */
export const markDisputed = (
  q: Query,
  { paymentSplits }: Tables,
  groupId: string,
  disputed: boolean,
): Statement => q.update(paymentSplits).set({ disputed }).where(eq(paymentSplits.groupId, groupId))
