import { and, asc, eq, inArray, isNull, lt, lte } from 'drizzle-orm'
import { DAY_MS } from '../common/clock.ts'
import { newId } from '../common/id.ts'
import type { Database, Query, Statement } from './database.ts'
import { isConflict } from './portable.ts'

/** What a change announces, saved with the change itself (Q1). `version` is the aggregate's after it. */
export type Announcement = {
  kind: string
  aggregateId: string
  version: number
  payload: Record<string, unknown>
}

/** A message as the queue carries it; consumers are idempotent by its id. */
export type OutboxMessage = Announcement & { id: string }

// The request that wrote a message relays it right away; the sweep leaves it that long.
const GRACE_MS = 10_000
const RELAY_PAGE = 100

/** A new message with the statement that saves it. */
export function announce(
  q: Query,
  { outboxMessages }: Database['tables'],
  announcement: Announcement,
  at: Date,
): Statement {
  return q.insert(outboxMessages).values({
    id: newId('msg'),
    ...announcement,
    createdAt: at,
    sendAtMs: at.getTime() + GRACE_MS,
    attempts: 0,
  })
}

/**
 * Hands unsent messages to the queue: those of one aggregate right after its commit, or whatever is
 * due. Marked only after the queue took them, so a crash in between sends twice rather than never.
 * Answers how many were sent.
 */
export async function relay(
  database: Database,
  send: (messages: OutboxMessage[]) => Promise<void>,
  now: Date,
  aggregateId?: string,
): Promise<number> {
  const { outboxMessages } = database.tables
  const rows = await database
    .select()
    .from(outboxMessages)
    .where(
      aggregateId === undefined
        ? lte(outboxMessages.sendAtMs, now.getTime())
        : and(
            eq(outboxMessages.aggregateId, aggregateId),
            lte(outboxMessages.sendAtMs, now.getTime() + GRACE_MS),
          ),
    )
    .orderBy(asc(outboxMessages.sendAtMs), asc(outboxMessages.id))
    .limit(RELAY_PAGE)
  if (rows.length === 0) return 0
  await send(
    rows.map(({ id, kind, aggregateId: aggregate, version, payload }) => ({
      id,
      kind,
      aggregateId: aggregate,
      version,
      payload,
    })),
  )
  const ids = rows.map((row) => row.id)
  for (let start = 0; start < ids.length; start += 90) {
    await database
      .update(outboxMessages)
      .set({ sendAtMs: null })
      .where(inArray(outboxMessages.id, ids.slice(start, start + 90)))
  }
  return rows.length
}

/** Forgets messages that were sent more than a week ago. */
export async function forgetSent(database: Database, now: Date): Promise<void> {
  const { outboxMessages } = database.tables
  await database
    .delete(outboxMessages)
    .where(
      and(
        isNull(outboxMessages.sendAtMs),
        lt(outboxMessages.createdAt, new Date(now.getTime() - 7 * DAY_MS)),
      ),
    )
}

/** A consumer's effect, once for each message id: a repeated delivery changes nothing (Q2). */
export async function onceByMessage(
  database: Database,
  consumer: string,
  messageId: string,
  build: (q: Query) => Statement[],
): Promise<void> {
  const { processedMessages } = database.tables
  try {
    await database.atomically((q) => [
      q.insert(processedMessages).values({ consumer, messageId, at: new Date() }),
      ...build(q),
    ])
  } catch (error) {
    if (!isConflict(error, 'processed_messages')) throw error
  }
}
