import type { LiveEvent } from '#objects/messages.ts'
import { before, type Clock } from '#src/common/clock.ts'
import { decodeCursor, pageById } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { told } from '#src/common/messages/notifications.ts'
import type { Locale } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import {
  addNotifications,
  forgetNotifications,
  listNotifications,
  markRead,
  type NotificationRow,
  unreadOf,
} from './repository.ts'
import {
  type ListNotifications,
  MOST_UNREAD,
  type Notification,
  type NotificationPage,
  type ReadNotifications,
  type Unread,
} from './schema.ts'

export type NotificationDeps = {
  database: Database
  clock: Clock
  log: Log
  /** Tells the pages that somebody has open; the same key twice is one event. */
  publishInbox(userId: string, key: string, event: LiveEvent): Promise<void>
  /** Lets a task outlive the answer. */
  defer(task: Promise<unknown>): void
}

const SORT = 'notifications'

/** What somebody was told, in the market itself. */
export function createNotificationService(deps: NotificationDeps) {
  const { database, clock, log, publishInbox, defer } = deps

  return {
    /** Somebody's notifications, newest first. One round trip. @throws Problem `cursor_invalid` */
    async list(
      userId: string,
      { limit, cursor }: ListNotifications,
      locale: Locale,
    ): Promise<NotificationPage> {
      const after = cursor === undefined ? null : decodeCursor(SORT, cursor).id
      const asked = { after, limit, most: MOST_UNREAD }
      const { rows, unread } = await listNotifications(database, userId, asked)
      const { items, nextCursor } = pageById(rows, limit, SORT)
      return { items: items.map((row) => shown(row, locale)), nextCursor, unread }
    },

    /** How many somebody has not read, counted to 100. One query. */
    unread: async (userId: string): Promise<Unread> => ({
      unread: await unreadOf(database, userId, MOST_UNREAD),
    }),

    /** Marks some, or all until a moment, as read; another's id is passed over. Two queries or three. */
    async read(userId: string, which: ReadNotifications): Promise<Unread> {
      const some = 'ids' in which ? which : { before: new Date(which.before) }
      await markRead(database, userId, some, clock.now())
      // Other pages of theirs count anew; one that does not hear of it does with its next look.
      const shown = publishInbox(userId, newId('req'), { kind: 'notifications-read' })
      defer(shown.catch((error: unknown) => log.error('inbox.not_told', describeError(error))))
      return { unread: await unreadOf(database, userId, MOST_UNREAD) }
    },

    /** The statements that put notifications into inboxes, each once. */
    add: (q: Query, rows: readonly NotificationRow[]): Statement[] =>
      addNotifications(q, database.tables, rows),

    /** Forgets what is old; part of the minute's jobs. */
    forget: async (): Promise<void> =>
      await forgetNotifications(
        database,
        before(clock.now(), SETTINGS.notification.keepNotificationMs),
      ),
  }
}

export type NotificationService = ReturnType<typeof createNotificationService>

function shown(row: NotificationRow, locale: Locale): Notification {
  const { id, topic, kind, params, link, createdAt, readAt } = row
  const { title, body } = told(locale, kind, params) ?? { title: kind, body: '' }
  return {
    ...{ id, topic, kind, title, body, link },
    createdAt: createdAt.toISOString(),
    ...(readAt === null ? {} : { readAt: readAt.toISOString() }),
  }
}
