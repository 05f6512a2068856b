import { and, asc, eq, inArray, lte, type SQLWrapper, sql } from 'drizzle-orm'
import { before } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from './database.ts'
import { forgetOldest } from './forget.ts'
import { chunked, isConflict } from './portable.ts'

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
/** Of one sweep: an hour's arrears go out within a minute once the queue takes messages again (Q1). */
const MAX_PAGES = 100
/** Cloudflare Queues take 100 messages and 256 KB at once. */
const MAX_BATCH_BYTES = 200_000
/** After that many failures a message travels alone, so that a bad one keeps no other back. */
const ALONE_AFTER = 3
const MAX_FAILURES = 5
const RETRY_MS = 30_000

/** The statement that saves a message, a new one when it has no id yet. */
export function announce(
  q: Query,
  { outboxMessages }: Database['tables'],
  announcement: Announcement & { id?: string },
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
 * The columns of a select each of whose rows is a message, for `insert(outboxMessages).select(…)`: so a
 * write can announce what it finds out as it runs. `row` tells the rows of one select apart.
 */
export function announced(
  { outboxMessages: t }: Database['tables'],
  kind: string,
  { row, aggregateId, version }: { row: SQLWrapper; aggregateId: SQLWrapper; version: SQLWrapper },
  at: Date,
) {
  const big = (value: number) => sql`cast(${value} as bigint)`
  return {
    id: sql<string>`${newId('msg')} || '-' || ${row}`.as('message_id'),
    kind: sql<string>`${kind}`.as('message_kind'),
    aggregateId: sql<string>`${aggregateId}`.as('aggregate_id'),
    version: sql<number>`${version}`.as('aggregate_version'),
    payload: sql<Record<string, unknown>>`'{}'`.as('payload'),
    createdAt: sql<Date>`${sql.param(at, t.createdAt)}`.as('created_at'),
    sendAtMs: sql<number | null>`${big(at.getTime() + GRACE_MS)}`.as('send_at_ms'),
    attempts: sql<number>`0`.as('attempts'),
  }
}

/**
 * Hands unsent messages to the queue: those of one aggregate right after its commit, or whatever is
 * due. Marked only after the queue took them, so a crash in between sends twice rather than never.
 * What the queue refuses stays due. Answers how many were sent; rejects with the queue's error.
 */
export async function relay(
  database: Database,
  send: Send,
  now: Date,
  aggregateId?: string,
): Promise<number> {
  let sent = 0
  const failures: unknown[] = []
  for (let page = 0; page < MAX_PAGES && failures.length < MAX_FAILURES; page += 1) {
    const rows = await unsent(database, now, aggregateId)
    for (const batch of batches(rows)) {
      try {
        await hand(database, send, now, batch)
        sent += batch.length
      } catch (error) {
        failures.push(error)
        // A whole batch that fails is the queue's fault; a single message may be its own.
        if (batch.length > 1 || failures.length === MAX_FAILURES) throw error
      }
    }
    if (rows.length < RELAY_PAGE) break
  }
  if (failures.length > 0) throw failures[0]
  return sent
}

/**
 * Hands messages that were just committed to the queue, without reading them again. What the queue
 * refuses stays due. Rejects with the queue's error.
 */
export async function relaySaved(
  database: Database,
  send: Send,
  now: Date,
  messages: readonly OutboxMessage[],
): Promise<void> {
  for (const batch of batches(messages.map((message) => ({ ...message, attempts: 0 })))) {
    await hand(database, send, now, batch)
  }
}

type Send = (messages: OutboxMessage[]) => Promise<void>
type Row = OutboxMessage & { attempts: number }

// Marked only after the queue took them.
async function hand(database: Database, send: Send, now: Date, batch: Row[]): Promise<void> {
  try {
    await send(batch.map(asMessage))
    await mark(database, batch, () => ({ sendAtMs: null }))
  } catch (error) {
    const sendAtMs = now.getTime() + RETRY_MS
    await mark(database, batch, ({ attempts }) => ({ sendAtMs, attempts: attempts + 1 }))
    throw error
  }
}

async function unsent(database: Database, now: Date, aggregateId?: string): Promise<Row[]> {
  const { outboxMessages } = database.tables
  return await database
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
}

const asMessage = ({ id, kind, aggregateId, version, payload }: Row): OutboxMessage => ({
  id,
  kind,
  aggregateId,
  version,
  payload,
})

/** Cuts rows into what the queue takes at once. */
function batches(rows: readonly Row[]): Row[][] {
  const cut: Row[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const row of rows) {
    const size = new TextEncoder().encode(JSON.stringify(asMessage(row))).length
    const alone = row.attempts >= ALONE_AFTER
    if (alone || bytes + size > MAX_BATCH_BYTES) {
      cut.push([])
      bytes = 0
    }
    cut.at(-1)?.push(row)
    bytes = alone ? Number.POSITIVE_INFINITY : bytes + size
  }
  return cut
}

async function mark(
  database: Database,
  rows: readonly Row[],
  set: (row: Row) => { sendAtMs: number | null; attempts?: number },
): Promise<void> {
  const { outboxMessages } = database.tables
  // Rows that get the same values share a statement.
  for (const alike of Map.groupBy(rows, ({ attempts }) => attempts).values()) {
    const [some] = alike
    if (some === undefined) continue
    for (const chunk of chunked(alike, 2)) {
      const ids = chunk.map((row) => row.id)
      await database.update(outboxMessages).set(set(some)).where(inArray(outboxMessages.id, ids))
    }
  }
}

/** Forgets messages long after they were sent, and later that they were consumed; some a run. */
export async function forgetSent(database: Database, now: Date): Promise<void> {
  const { outboxMessages, processedMessages } = database.tables
  const { sentMessageMs, consumedMessageMs } = SETTINGS.retention
  const sent = { table: outboxMessages, at: outboxMessages.createdAt }
  // Said so that neither database takes the index of what is due for it, and sorts.
  const isSent = sql`coalesce(${outboxMessages.sendAtMs}, 0) = 0`
  await forgetOldest(database, sent, before(now, sentMessageMs), isSent)
  const consumed = { table: processedMessages, at: processedMessages.at }
  await forgetOldest(database, consumed, before(now, consumedMessageMs))
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
