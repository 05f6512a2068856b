import { sql } from 'drizzle-orm'
import { CHANNELS, TOPICS } from '#src/common/topics.ts'
import type { Kit } from '../columns.ts'

export const DIGESTS = ['off', 'daily'] as const
export const DEVICE_KINDS = ['web_push', 'fcm', 'expo', 'line'] as const

/** What somebody chose otherwise than the market would, by topic and channel. */
export type Choices = Partial<
  Record<(typeof TOPICS)[number], Partial<Record<(typeof CHANNELS)[number], boolean>>>
>

/** Whether letters of some topics are gathered into one, and of which. */
export type Digest = { every: (typeof DIGESTS)[number]; topics: (typeof TOPICS)[number][] }

/** What fills a notification's text: names of shops and goods, numbers, amounts; nothing of a person's own. */
export type NotificationParams = Record<string, string | number>

/** One thing that somebody is told. */
const told = (k: Kit) => ({
  id: k.text().primaryKey(),
  userId: k.text().notNull(),
  /** What it tells of, so that a message which comes twice makes no second one. */
  messageKey: k.text().notNull(),
  topic: k.oneOf(TOPICS).notNull(),
  kind: k.text().notNull(),
  params: k.json<NotificationParams>().notNull(),
  /** A path of the storefront. */
  link: k.text().notNull(),
  createdAt: k.timestamp().notNull(),
})

/** What people are told: in the market itself, and by email, message and push. */
export function notificationTables(k: Kit) {
  const notifications = k.table(
    'notifications',
    {
      ...told(k),
      readAt: k.timestamp(),
    },
    (t) => [
      k.uniqueIndex('notifications_message').on(t.userId, t.messageKey),
      k.index('notifications_user').on(t.userId, t.id),
      k.index('notifications_unread').on(t.userId, t.id).where(sql`${t.readAt} is null`),
      k.index('notifications_created').on(t.createdAt),
    ],
  )

  const notificationPreferences = k.table('notification_preferences', {
    /** An account, or `guest:` and a hash of the address that a guest gave. */
    id: k.text().primaryKey(),
    choices: k.json<Choices>().notNull(),
    /** Null is as it comes unasked. */
    digest: k.json<Digest>(),
    /** The language of what is sent. */
    locale: k.oneOf(['th', 'en']).notNull(),
    /** Minutes of the day in Bangkok between which nothing may ring; both or neither. */
    quietFrom: k.integer(),
    quietTo: k.integer(),
    version: k.integer().notNull(),
    updatedAt: k.timestamp().notNull(),
  })

  const devices = k.table(
    'devices',
    {
      id: k.text().primaryKey(),
      userId: k.text().notNull(),
      kind: k.oneOf(DEVICE_KINDS).notNull(),
      /** The endpoint of a browser, the token of a phone, or an id at LINE. */
      token: k.text().notNull(),
      tokenHash: k.text().notNull(),
      /** Of a browser: what a push to it is encrypted with, base64url. */
      p256dh: k.text(),
      auth: k.text(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      k.uniqueIndex('devices_user_token').on(t.userId, t.tokenHash),
      k.index('devices_user').on(t.userId, t.id),
      k.index('devices_token').on(t.tokenHash),
    ],
  )

  /** The log of what was sent, or was not, and why. One row a message, channel and recipient. */
  const deliveries = k.table(
    'deliveries',
    {
      id: k.text().primaryKey(),
      messageKey: k.text().notNull(),
      channel: k.oneOf(CHANNELS).notNull(),
      /** An account, one of its devices, or `guest:` and a hash of their address. */
      recipient: k.text().notNull(),
      /** Null for a guest. */
      userId: k.text(),
      /** The address that a guest gave; an account's is looked up when it is sent. */
      address: k.text(),
      topic: k.oneOf(TOPICS).notNull(),
      kind: k.text().notNull(),
      params: k.json<NotificationParams>().notNull(),
      link: k.text().notNull(),
      locale: k.oneOf(['th', 'en']).notNull(),
      state: k.oneOf(['pending', 'sent', 'failed', 'skipped']).notNull(),
      /** Why it failed, was skipped, or waits. */
      reason: k.text(),
      attempts: k.integer().notNull(),
      /** When it is tried next, ms since 1970; null once it is settled. */
      dueMs: k.integer(),
      /** What the provider calls it. */
      providerRef: k.text(),
      createdAt: k.timestamp().notNull(),
      sentAt: k.timestamp(),
    },
    (t) => [
      k.uniqueIndex('deliveries_message').on(t.messageKey, t.channel, t.recipient),
      k.index('deliveries_due').on(t.dueMs, t.id).where(sql`${t.dueMs} is not null`),
      k.index('deliveries_created').on(t.createdAt),
    ],
  )

  /** What waits for somebody's next letter of the day; gone once it stands in one. */
  const digestEntries = k.table(
    'digest_entries',
    {
      ...told(k),
      /** When its letter is written, ms since 1970. */
      dueMs: k.integer().notNull(),
    },
    (t) => [
      k.uniqueIndex('digest_entries_message').on(t.userId, t.messageKey),
      k.index('digest_entries_due').on(t.dueMs, t.userId),
    ],
  )

  /** Where messages go while no provider is configured; shown at /dev/inbox, never in production. */
  const devMessages = k.table(
    'dev_messages',
    {
      /** The delivery's id: the same message sent twice is one, as with a provider. */
      id: k.text().primaryKey(),
      channel: k.oneOf(CHANNELS).notNull(),
      recipient: k.text().notNull(),
      subject: k.text().notNull(),
      body: k.text().notNull(),
      html: k.text(),
      way: k.text().notNull(),
      /** What the way's provider would have been asked. */
      request: k.json<Record<string, unknown>>().notNull(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [k.index('dev_messages_created').on(t.createdAt)],
  )

  return { notifications, notificationPreferences, devices, deliveries, digestEntries, devMessages }
}
