import { sql } from 'drizzle-orm'
import { OPERATOR_TOPICS } from '#objects/messages.ts'
import type { Kit } from '../columns.ts'

/** What was asked once, what must be announced, and what providers told us. */
export function messageTables(k: Kit) {
  const idempotencyKeys = k.table(
    'idempotency_keys',
    {
      /** Who asked and which route: another person's key never shows a stored answer. */
      scope: k.text().notNull(),
      key: k.text().notNull(),
      requestHash: k.text().notNull(),
      state: k.oneOf(['pending', 'done']).notNull(),
      /** What the request made, so that anyone may finish it after the lease. */
      resourceId: k.text().notNull(),
      leaseUntilMs: k.integer().notNull(),
      status: k.integer(),
      /** The answer's JSON as it was sent: every repeat gets the same text. */
      body: k.text(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'idempotency_keys_pk', columns: [t.scope, t.key] }),
      k.index('idempotency_keys_created').on(t.createdAt),
    ],
  )

  const outboxMessages = k.table(
    'outbox_messages',
    {
      id: k.text().primaryKey(),
      kind: k.text().notNull(),
      aggregateId: k.text().notNull(),
      version: k.integer().notNull(),
      payload: k.json<Record<string, unknown>>().notNull(),
      createdAt: k.timestamp().notNull(),
      /** When to (re)send, ms since 1970; null once it is with the queue. */
      sendAtMs: k.integer(),
      attempts: k.integer().notNull(),
    },
    (t) => [
      k.index('outbox_messages_unsent').on(t.sendAtMs, t.id),
      k.index('outbox_messages_aggregate').on(t.aggregateId, t.sendAtMs, t.id),
      k.index('outbox_messages_created').on(t.createdAt),
    ],
  )

  /** A consumer's memory: the effect of a message happens once per consumer. */
  const processedMessages = k.table(
    'processed_messages',
    {
      consumer: k.text().notNull(),
      messageId: k.text().notNull(),
      at: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'processed_messages_pk', columns: [t.consumer, t.messageId] }),
      k.index('processed_messages_at').on(t.at),
    ],
  )

  /** Messages that no retry could deliver, kept for an operator to replay. */
  const deadLetters = k.table(
    'dead_letters',
    {
      id: k.text().primaryKey(),
      queue: k.text().notNull(),
      body: k.json<unknown>().notNull(),
      attempts: k.integer().notNull(),
      diedAt: k.timestamp().notNull(),
      diedMs: k.integer().notNull(),
      replayedAt: k.timestamp(),
      /** The operator who sent it again. */
      replayedBy: k.text(),
      /** While somebody hands it to the queue, ms since 1970: nobody else does. */
      leaseUntilMs: k.integer(),
    },
    (t) => [
      k.index('dead_letters_died').on(t.diedMs, t.id),
      k.index('dead_letters_waiting').on(t.diedMs, t.id).where(sql`${t.replayedAt} is null`),
      k.index('dead_letters_replayed').on(t.diedMs, t.id).where(sql`${t.replayedAt} is not null`),
    ],
  )

  /** A webhook as it came, kept before it is acted on. */
  const inboxEvents = k.table(
    'inbox_events',
    {
      provider: k.oneOf(['stripe', 'omise']).notNull(),
      eventId: k.text().notNull(),
      kind: k.text().notNull(),
      /** The charge or intent it speaks of; the event itself is only a hint. */
      objectRef: k.text().notNull(),
      livemode: k.boolean().notNull(),
      status: k.oneOf(['waiting', 'done', 'ignored', 'quarantined', 'given_up']).notNull(),
      attempts: k.integer().notNull(),
      note: k.text(),
      /** When to look at it next, ms since 1970; null once settled. */
      nextAtMs: k.integer(),
      receivedAt: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'inbox_events_pk', columns: [t.provider, t.eventId] }),
      k.index('inbox_events_next').on(t.nextAtMs),
      k.index('inbox_events_status').on(t.status, t.receivedAt),
    ],
  )

  /** What operators are told of, written with the change itself: the live feed is a hint of it. */
  const operatorEvents = k.table(
    'operator_events',
    {
      id: k.text().primaryKey(),
      /** What it tells of, so that the same thing told twice is one row. */
      key: k.text().notNull(),
      topic: k.oneOf(OPERATOR_TOPICS).notNull(),
      event: k.text().notNull(),
      subject: k.text().notNull(),
      label: k.text().notNull(),
      amountSatang: k.integer(),
      at: k.timestamp().notNull(),
    },
    (t) => [
      k.uniqueIndex('operator_events_key').on(t.key),
      k.index('operator_events_topic').on(t.topic, t.id),
      k.index('operator_events_at').on(t.at),
    ],
  )

  return {
    idempotencyKeys,
    outboxMessages,
    processedMessages,
    deadLetters,
    inboxEvents,
    operatorEvents,
  }
}
