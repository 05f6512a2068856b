import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { UserEnv } from '../index.ts'
import { LineDoor, LinkedLine, LinkLine } from './schema.ts'

const tag = 'Notifications'
const fresh = { fresh: true }

/** Linking a LINE account; what is linked stands among the devices, and is taken away there. */
export const lineRoutes = () =>
  new Hono<UserEnv>()
    .post(
      '/me/line/doors',
      operation({
        summary: 'Ask where to sign in at LINE, to have news come there',
        tag,
        answers: [201, LineDoor],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('user', fresh),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').line.door(userId, c.get('locale')), 201)
      },
    )
    .post(
      '/me/line',
      operation({
        summary: 'Link the LINE account that LINE sent you back with',
        tag,
        answers: [201, LinkedLine],
        problems: ['not_found', 'overloaded'],
        signedIn: true,
      }),
      allow('user', fresh),
      valid('json', LinkLine),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').line.link(userId, c.req.valid('json')), 201)
      },
    )
