import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { ChatEnv } from '../index.ts'
import { Erasure, MessageParam } from '../schema.ts'

const tag = 'Chat'

/** Taking back what one said: one message, or all of it. */
export const erasingRoutes = () =>
  new Hono<ChatEnv>()
    .delete(
      '/me/chat',
      operation({
        summary: 'Have everything erased that the caller said in talks until now',
        tag,
        answers: [202, Erasure],
        signedIn: true,
      }),
      allow('user', { fresh: true }),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('chat').erasing.ask(userId), 202)
      },
    )
    .delete(
      '/chat/rooms/:id/messages/:seq',
      operation({
        summary: 'Take back a message of one’s own, some minutes after it was said',
        tag,
        answers: [204],
        problems: ['not_found', 'transition_refused'],
        signedIn: true,
      }),
      allow('user', { fresh: true }),
      valid('param', MessageParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id, seq } = c.req.valid('param')
        await c.get('chat').takeBack(id, userId, seq)
        return c.body(null, 204)
      },
    )
