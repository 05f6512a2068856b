import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { ChatEnv } from '../index.ts'
import {
  ListReports,
  MessagePage,
  Oversee,
  Report,
  ReportPage,
  ReportParam,
  ReportRoom,
  RoomParam,
} from '../schema.ts'

const tag = 'Operators'

/** What people report of their talks, and operators who look into it. */
export const moderationRoutes = () =>
  new Hono<ChatEnv>()
    .post(
      '/chat/rooms/:id/reports',
      operation({
        summary: 'Tell operators of something in a talk',
        tag: 'Chat',
        answers: [201, Report],
        problems: ['not_found', 'limit_reached'],
        signedIn: true,
      }),
      allow('user', { fresh: true }),
      valid('param', RoomParam),
      valid('json', ReportRoom),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        return c.json(await c.get('chat').moderation.report(id, userId, c.req.valid('json')), 201)
      },
    )
    .get(
      '/admin/chat/reports',
      operation({
        summary: 'List what people reported of their talks',
        tag,
        answers: [200, ReportPage],
        problems: ['forbidden', 'cursor_invalid'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('query', ListReports),
      async (c) => c.json(await c.get('chat').moderation.list(c.req.valid('query')), 200),
    )
    .post(
      '/admin/chat/reports/:id/close',
      operation({
        summary: 'End a report',
        tag,
        answers: [200, Report],
        problems: ['forbidden', 'not_found', 'transition_refused'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('param', ReportParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        return c.json(await c.get('chat').moderation.close(userId, id), 200)
      },
    )
    .get(
      '/admin/chat/rooms/:id/messages',
      operation({
        summary: 'Read a talk as an operator, who is written down with the reason',
        tag,
        answers: [200, MessagePage],
        problems: ['forbidden', 'not_found'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('param', RoomParam),
      valid('query', Oversee),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        const read = await c.get('chat').moderation.oversee(userId, id, c.req.valid('query'))
        return c.json(read, 200)
      },
    )
