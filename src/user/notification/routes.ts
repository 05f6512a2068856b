import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { UserEnv } from '../index.ts'
import { ListNotifications, NotificationPage, ReadNotifications, Unread } from './schema.ts'

const tag = 'Notifications'

/** What the caller was told; another's notifications are as unknown as none. */
export const notificationRoutes = () =>
  new Hono<UserEnv>()
    .get(
      '/me/notifications',
      operation({
        summary: 'List what you were told, newest first',
        tag,
        answers: [200, NotificationPage],
        problems: ['cursor_invalid'],
        signedIn: true,
      }),
      allow('user'),
      valid('query', ListNotifications),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const query = c.req.valid('query')
        return c.json(await c.get('user').notifications.list(userId, query, c.get('locale')), 200)
      },
    )
    .get(
      '/me/notifications/unread',
      operation({
        summary: 'Count what you were told and have not read',
        tag,
        answers: [200, Unread],
        signedIn: true,
      }),
      allow('user'),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').notifications.unread(userId), 200)
      },
    )
    .post(
      '/me/notifications/read',
      operation({
        summary: 'Mark some as read, or all until a moment',
        tag,
        answers: [200, Unread],
        signedIn: true,
      }),
      allow('user'),
      valid('json', ReadNotifications),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').notifications.read(userId, c.req.valid('json')), 200)
      },
    )
