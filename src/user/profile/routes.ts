import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import type { UserEnv } from '../index.ts'
import { Me } from './schema.ts'

/** The caller's own account. */
export const profileRoutes = () =>
  new Hono<UserEnv>().get(
    '/me',
    operation({
      summary: 'Read your account',
      tag: 'Accounts',
      answers: [200, Me],
      problems: ['token_invalid'],
      signedIn: true,
    }),
    allow('user'),
    async (c) =>
      c.json({ user: await c.get('user').me(signedIn(c.get('principal')), c.get('locale')) }, 200),
  )
