import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { UserEnv } from '../index.ts'
import { ChangeMe, Me } from './schema.ts'

const tag = 'Accounts'

/** The caller's own account. */
export const profileRoutes = () =>
  new Hono<UserEnv>()
    .get(
      '/me',
      operation({
        summary: 'Read your account',
        tag,
        answers: [200, Me],
        problems: ['token_invalid'],
        signedIn: true,
      }),
      allow('user'),
      async (c) =>
        c.json(
          { user: await c.get('user').me(signedIn(c.get('principal')), c.get('locale')) },
          200,
        ),
    )
    .patch(
      '/me',
      operation({
        summary: 'Change what you are called',
        tag,
        answers: [200, Me],
        signedIn: true,
      }),
      // Reviews are signed with it: a session that has ended must not put words into a mouth.
      allow('user', { fresh: true }),
      valid('json', ChangeMe),
      async (c) => {
        const principal = signedIn(c.get('principal'))
        const user = await c.get('user').rename(principal, c.req.valid('json'), c.get('locale'))
        return c.json({ user }, 200)
      },
    )
