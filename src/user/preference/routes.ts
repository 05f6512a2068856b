import { Hono } from 'hono'
import { html } from 'hono/html'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation, undocumented } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { UserEnv } from '../index.ts'
import {
  ChoosePreferences,
  NotificationPreferences,
  Unsubscribed,
  UnsubscribeQuery,
} from './schema.ts'

const tag = 'Notifications'

// Link checkers of mail servers open every link: only the button under it changes something.
const PAGE_POLICY = "default-src 'none'; form-action 'self'; frame-ancestors 'none'"

/** What somebody wants to be told, and the way out of it without signing in. */
export const preferenceRoutes = () =>
  new Hono<UserEnv>()
    .get(
      '/me/notification-preferences',
      operation({
        summary: 'Read what you are told, and by what',
        tag,
        answers: [200, NotificationPreferences],
        signedIn: true,
      }),
      allow('user'),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').preferences.read(userId), 200)
      },
    )
    .put(
      '/me/notification-preferences',
      operation({
        summary: 'Choose what you are told, and by what',
        tag,
        answers: [200, NotificationPreferences],
        problems: ['conflict'],
        signedIn: true,
      }),
      allow('user', { fresh: true }),
      valid('json', ChoosePreferences),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').preferences.choose(userId, c.req.valid('json')), 200)
      },
    )
    .get(
      '/unsubscribe',
      undocumented(),
      allow('anyone', { anyToken: true }),
      valid('query', UnsubscribeQuery),
      async (c) => {
        await c.get('user').preferences.topicOf(c.req.valid('query').token)
        c.header('content-security-policy', PAGE_POLICY)
        const [title, button] =
          c.get('locale') === 'en'
            ? ['Stop these emails?', 'Stop them']
            : ['เลิกรับอีเมลเรื่องนี้ไหม', 'เลิกรับ']
        return await c.html(html`<!doctype html>
          <html lang="${c.get('locale')}">
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>Talat</title>
            <h1>${title}</h1>
            <form method="post"><button>${button}</button></form>
          </html>`)
      },
    )
    .post(
      '/unsubscribe',
      operation({
        summary: 'Stop the emails of a topic, with the token of one of them (RFC 8058)',
        tag,
        answers: [200, Unsubscribed],
        problems: ['not_found', 'conflict'],
      }),
      allow('anyone', { anyToken: true }),
      valid('query', UnsubscribeQuery),
      async (c) =>
        c.json(await c.get('user').preferences.unsubscribe(c.req.valid('query').token), 200),
    )
