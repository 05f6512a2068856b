import { and, asc, eq, lte } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { ProviderName } from '../payment/provider.ts'

export type Refund = Tables['refunds']['$inferSelect']

/** Money on its way back, due at once; a charge is given back once for a reason. */
export function startRefund(
  q: Query,
  { refunds }: Tables,
  refund: {
    id: string
    groupId: string | null
    attemptId: string | null
    provider: ProviderName
    chargeRef: string
    amountSatang: number
    currency: string
    reason: Refund['reason']
    at: Date
  },
): Statement {
  const { at, ...rest } = refund
  return q.insert(refunds).values({
    ...rest,
    status: 'pending',
    providerRef: null,
    attempts: 0,
    nextAtMs: at.getTime(),
    createdAt: at,
  })
}

/** Refunds that the provider has still to be asked for. */
export async function refundsDue(db: Database, nowMs: number, limit: number): Promise<Refund[]> {
  const { refunds } = db.tables
  return await db
    .select()
    .from(refunds)
    .where(lte(refunds.nextAtMs, nowMs))
    .orderBy(asc(refunds.nextAtMs))
    .limit(limit)
}

/** The refund that a provider knows by this id of its own. */
export async function refundByRef(
  db: Database,
  provider: ProviderName,
  providerRef: string,
): Promise<Refund | undefined> {
  const { refunds } = db.tables
  return first(
    await db
      .select()
      .from(refunds)
      .where(and(eq(refunds.provider, provider), eq(refunds.providerRef, providerRef)))
      .limit(1),
  )
}

/** What became of asking for a refund; a stale write when another run was faster. */
export function moveRefund(
  q: Query,
  { refunds }: Tables,
  refund: Refund,
  set: Partial<Pick<Refund, 'status' | 'providerRef' | 'nextAtMs'>>,
): Statement {
  return one(
    q
      .update(refunds)
      .set({ ...set, attempts: refund.attempts + 1 })
      .where(and(eq(refunds.id, refund.id), eq(refunds.attempts, refund.attempts))),
  )
}
