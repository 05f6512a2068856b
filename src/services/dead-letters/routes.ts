import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import type { DeadLetters } from './index.ts'
import { DeadLetter, DeadLetterPage, DeadLetterParam, ListDeadLetters } from './schema.ts'

const tag = 'Operators'
const fresh = { fresh: true }

/** Where operators see what the queue could not deliver, and send it again. */
export const deadLetterRoutes = () =>
  new Hono<HttpEnv<{ deadLetters: DeadLetters }>>()
    .get(
      '/admin/dead-letters',
      operation({
        summary: 'List messages that no retry could deliver',
        tag,
        answers: [200, DeadLetterPage],
        problems: ['forbidden', 'cursor_invalid'],
        signedIn: true,
      }),
      allow('operator', fresh),
      valid('query', ListDeadLetters),
      async (c) => c.json(await c.get('deadLetters').list(c.req.valid('query')), 200),
    )
    .post(
      '/admin/dead-letters/:id/replay',
      operation({
        summary: 'Send such a message again; once, however often it is asked for',
        tag,
        answers: [200, DeadLetter],
        problems: ['forbidden', 'not_found', 'transition_refused', 'overloaded'],
        signedIn: true,
      }),
      allow('operator', fresh),
      valid('param', DeadLetterParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        return c.json(await c.get('deadLetters').replay(userId, id), 200)
      },
    )

export type DeadLetterApi = ReturnType<typeof deadLetterRoutes>
