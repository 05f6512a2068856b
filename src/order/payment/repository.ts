import { and, asc, desc, eq, isNull, lte, or } from 'drizzle-orm'
import { newId } from '#src/common/id.ts'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { Actor } from '../rules.ts'
import type { ProviderName, Started } from './provider.ts'
import { type AttemptStatus, isOpen } from './rules.ts'

export type Attempt = Tables['paymentAttempts']['$inferSelect']

/** The attempt with this id. */
export async function attemptById(db: Database, id: string): Promise<Attempt | undefined> {
  const { paymentAttempts } = db.tables
  return first(await db.select().from(paymentAttempts).where(eq(paymentAttempts.id, id)).limit(1))
}

/** The attempt that a provider's charge was made for. */
export async function attemptByRef(
  db: Database,
  provider: Attempt['provider'],
  providerRef: string,
): Promise<Attempt | undefined> {
  const { paymentAttempts } = db.tables
  return first(
    await db
      .select()
      .from(paymentAttempts)
      .where(
        and(eq(paymentAttempts.provider, provider), eq(paymentAttempts.providerRef, providerRef)),
      )
      .limit(1),
  )
}

/** A group's attempts, the newest first. */
export async function attemptsOf(db: Database, groupId: string): Promise<Attempt[]> {
  const { paymentAttempts } = db.tables
  return await db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.groupId, groupId))
    .orderBy(desc(paymentAttempts.createdAt), desc(paymentAttempts.id))
}

/** Attempts the reconciler should ask about, the longest due first. */
export async function attemptsToCheck(
  db: Database,
  nowMs: number,
  limit: number,
): Promise<Attempt[]> {
  const { paymentAttempts } = db.tables
  return await db
    .select()
    .from(paymentAttempts)
    .where(lte(paymentAttempts.checkAtMs, nowMs))
    .orderBy(asc(paymentAttempts.checkAtMs))
    .limit(limit)
}

/** A new attempt with its first history row. */
export function insertAttempt(
  q: Query,
  { paymentAttempts, orderHistory }: Tables,
  attempt: Attempt,
): Statement[] {
  return [
    q.insert(paymentAttempts).values(attempt),
    q.insert(orderHistory).values({
      aggregateId: attempt.id,
      version: attempt.version,
      groupId: attempt.groupId,
      event: 'started',
      fromStatus: null,
      toStatus: attempt.status,
      actor: 'buyer',
      at: attempt.createdAt,
    }),
  ]
}

/** The attempt goes to `to`; a stale write when somebody moved it first. */
export function moveAttempt(
  q: Query,
  { paymentAttempts, orderHistory }: Tables,
  attempt: Attempt,
  to: AttemptStatus,
  how: {
    event: string
    actor: Actor
    at: Date
    failureCode?: string | null
    providerRef?: string
    checkAtMs: number | null
  },
): Statement[] {
  const version = attempt.version + 1
  return [
    q.insert(orderHistory).values({
      aggregateId: attempt.id,
      version,
      groupId: attempt.groupId,
      event: how.event,
      fromStatus: attempt.status,
      toStatus: to,
      actor: how.actor,
      at: how.at,
    }),
    one(
      q
        .update(paymentAttempts)
        .set({
          status: to,
          version,
          openGroupId: isOpen(to) ? attempt.groupId : null,
          checkAtMs: how.checkAtMs,
          ...(how.failureCode === undefined ? {} : { failureCode: how.failureCode }),
          ...(how.providerRef === undefined ? {} : { providerRef: how.providerRef }),
        })
        .where(
          and(eq(paymentAttempts.id, attempt.id), eq(paymentAttempts.version, attempt.version)),
        ),
    ),
  ]
}

/** The attempt is still as it was seen, or the write fails. */
export function unmovedAttempt(
  q: Query,
  { paymentAttempts }: Tables,
  { id, version }: Attempt,
): Statement {
  return one(
    q
      .update(paymentAttempts)
      .set({ version })
      .where(and(eq(paymentAttempts.id, id), eq(paymentAttempts.version, version))),
  )
}

/** Keeps what the provider answered, once: a second caller's identical answer changes nothing. */
export function rememberStart(
  q: Query,
  { paymentAttempts }: Tables,
  attemptId: string,
  { providerRef, clientSecret, nextAction }: Started,
): Statement {
  return q
    .update(paymentAttempts)
    .set({ providerRef, clientSecret, nextAction })
    .where(
      and(
        eq(paymentAttempts.id, attemptId),
        or(isNull(paymentAttempts.providerRef), eq(paymentAttempts.providerRef, providerRef)),
      ),
    )
}

/** Keeps which charge was made for an attempt, when a webhook tells it before the provider's answer. */
export function rememberRef(
  q: Query,
  { paymentAttempts }: Tables,
  attemptId: string,
  providerRef: string,
): Statement {
  return q
    .update(paymentAttempts)
    .set({ providerRef })
    .where(and(eq(paymentAttempts.id, attemptId), isNull(paymentAttempts.providerRef)))
}

/** When the reconciler looks at an attempt next; null for never. */
export async function checkAgain(
  db: Database,
  attempt: Attempt,
  checkAtMs: number | null,
): Promise<void> {
  const { paymentAttempts } = db.tables
  await db
    .update(paymentAttempts)
    .set({ checkAtMs })
    .where(and(eq(paymentAttempts.id, attempt.id), eq(paymentAttempts.version, attempt.version)))
}

/** A fact about money; the same fact of a charge twice meets the key. */
export function recordFact(
  q: Query,
  { transactionEvents }: Tables,
  fact: {
    groupId: string | null
    attemptId: string | null
    provider: ProviderName
    kind: Tables['transactionEvents']['$inferSelect']['kind']
    providerRef: string
    amountSatang: number
    currency: string
    reason?: string
    at: Date
  },
): Statement {
  return q.insert(transactionEvents).values({ id: newId('evt'), ...fact })
}
