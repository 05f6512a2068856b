import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { IdParam } from '../schema.ts'
import { Break, BreakPage, CloseBreak, ListBreaks } from './schema.ts'

const tag = 'Operators'
const fresh = { fresh: true }

/** Where operators see in what books, orders and provider do not agree. */
export const breakRoutes = () =>
  new Hono<OrderEnv>()
    .get(
      '/admin/breaks',
      operation({
        summary: 'List differences of books, orders and provider; the open ones without a status',
        tag,
        answers: [200, BreakPage],
        problems: ['forbidden', 'cursor_invalid'],
        signedIn: true,
      }),
      allow('operator', fresh),
      valid('query', ListBreaks),
      async (c) => c.json(await c.get('order').breaks.list(c.req.valid('query')), 200),
    )
    .post(
      '/admin/breaks/:id/close',
      operation({
        summary: 'Close a difference that is explained; it opens again when it changes',
        tag,
        answers: [200, Break],
        problems: ['forbidden', 'not_found', 'transition_refused'],
        signedIn: true,
      }),
      allow('operator', fresh),
      valid('param', IdParam),
      valid('json', CloseBreak),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        const { note } = c.req.valid('json')
        return c.json(await c.get('order').breaks.close(userId, id, note), 200)
      },
    )
