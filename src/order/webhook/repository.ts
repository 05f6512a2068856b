import { and, asc, eq, lte } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { forgetOldest } from '#src/database/forget.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { Hint } from '../payment/provider.ts'

export type InboxEvent = Tables['inboxEvents']['$inferSelect']
type WebhookProvider = InboxEvent['provider']

/** Keeps a webhook before anything is done about it; false when it was here before (P1, P2). */
export async function keepEvent(
  db: Database,
  provider: WebhookProvider,
  hint: Hint,
  at: Date,
): Promise<boolean> {
  const { inboxEvents } = db.tables
  const rows = await db
    .insert(inboxEvents)
    .values({
      provider,
      eventId: hint.eventId,
      kind: hint.kind,
      objectRef: hint.objectRef,
      livemode: hint.livemode,
      status: 'waiting',
      attempts: 0,
      nextAtMs: at.getTime(),
      receivedAt: at,
    })
    .onConflictDoNothing()
    .returning({ eventId: inboxEvents.eventId })
  return rows.length === 1
}

export async function eventById(
  db: Database,
  provider: WebhookProvider,
  eventId: string,
): Promise<InboxEvent | undefined> {
  const { inboxEvents } = db.tables
  return first(
    await db
      .select()
      .from(inboxEvents)
      .where(and(eq(inboxEvents.provider, provider), eq(inboxEvents.eventId, eventId))),
  )
}

/** Waiting events that are due, the longest due first. */
export async function eventsDue(db: Database, nowMs: number, limit: number): Promise<InboxEvent[]> {
  const { inboxEvents } = db.tables
  return await db
    .select()
    .from(inboxEvents)
    .where(lte(inboxEvents.nextAtMs, nowMs))
    .orderBy(asc(inboxEvents.nextAtMs))
    .limit(limit)
}

/** The event is settled; a stale write when another delivery settled it first (F12). */
export function settleEvent(
  q: Query,
  { inboxEvents }: Tables,
  event: Pick<InboxEvent, 'provider' | 'eventId'>,
  status: 'done' | 'ignored' | 'quarantined' | 'given_up',
  note: string | null,
): Statement {
  return one(
    q
      .update(inboxEvents)
      .set({ status, note, nextAtMs: null })
      .where(
        and(
          eq(inboxEvents.provider, event.provider),
          eq(inboxEvents.eventId, event.eventId),
          eq(inboxEvents.status, 'waiting'),
        ),
      ),
  )
}

/** The event stays waiting and is looked at again. */
export async function postponeEvent(
  db: Database,
  event: InboxEvent,
  nextAtMs: number,
): Promise<void> {
  const { inboxEvents } = db.tables
  await db
    .update(inboxEvents)
    .set({ attempts: event.attempts + 1, nextAtMs })
    .where(
      and(
        eq(inboxEvents.provider, event.provider),
        eq(inboxEvents.eventId, event.eventId),
        eq(inboxEvents.status, 'waiting'),
      ),
    )
}

/** Forgets webhooks that were settled and came before `before`, the oldest first. */
export async function forgetEvents(db: Database, before: Date): Promise<void> {
  const { inboxEvents } = db.tables
  const rows = { table: inboxEvents, at: inboxEvents.receivedAt }
  for (const settled of ['done', 'ignored'] as const) {
    await forgetOldest(db, rows, before, eq(inboxEvents.status, settled))
  }
}
