import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { type Ticket as Held, issueTicket, verifyTicket } from '#src/auth/ticket.ts'
import { HEADERS, secretHeader } from '#src/common/http/headers.ts'
import { operation } from '#src/common/http/operation.ts'
import { problemResponse } from '#src/common/http/problem-response.ts'
import { valid } from '#src/common/http/validate.ts'
import { Problem } from '#src/common/problem.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { SeatsOf } from '../seats/index.ts'
import { inboxOf, type Live, OPERATOR_FEED } from './index.ts'
import { AskTicket, ChannelParam, Ticket } from './schema.ts'

/** Who may listen to what, asked of the module that a channel belongs to. */
export type MayListen = (
  channel: string,
  listener: { userId: string | null; orderToken: string | null; isOperator: boolean },
) => Promise<Listening | null>

/** By what somebody may listen: as a member of a shop, or in his own right. */
export type Listening = { shopId: string | null }

// Two channels are called alike by everybody: whose inbox it is, the ticket says.
function addressOf(channel: string, { userId }: Pick<Held, 'userId'>): string {
  if (channel === 'admin') return OPERATOR_FEED
  if (channel !== 'inbox') return channel
  if (userId === null) throw new Problem('forbidden', { detail: NO_TICKET })
  return inboxOf(userId)
}

const tag = 'Live'
const NO_TICKET = 'Offer one unused ticket for this channel and page as the only sub-protocol.'

/** Tickets and sockets. The path carries no secret: the ticket travels as the sub-protocol. */
export const liveRoutes = () =>
  new Hono<HttpEnv<{ live: Live; mayListen: MayListen; seatsOf: SeatsOf; askedMs: number }>>()
    .post(
      '/live/tickets',
      operation({
        summary: 'Ask for a ticket to a live channel',
        tag,
        headers: HEADERS.orderToken,
        answers: [201, Ticket],
        problems: ['not_found', 'overloaded'],
      }),
      // Before anything is looked up: what ends from now on ends this ticket too.
      async (c, next) => {
        c.set('askedMs', Date.now())
        await next()
      },
      allow('anyone', { fresh: true }),
      valid('json', AskTicket),
      async (c) => {
        const { channel } = c.req.valid('json')
        const principal = c.get('principal')
        const userId = principal?.userId ?? null
        const orderToken = secretHeader(c.req, 'x-order-token')
        const isOperator = principal?.roles.includes('operator') ?? false
        const asker = { userId, orderToken, isOperator }
        const listening = await c.get('mayListen')(channel, asker)
        if (listening === null) throw new Problem('not_found')
        const origin = c.req.header('origin') ?? null
        const { id, ticket, expiresAt } = await issueTicket(
          c.get('config').TOKEN_KEY,
          { userId, channel, origin },
          new Date(),
          SETTINGS.live.ticketMs,
        )
        if (principal !== null) {
          const { shopId } = listening
          const seat = { ticket: id, address: addressOf(channel, principal), shopId }
          const asked = { sessionId: principal.sessionId, askedMs: c.get('askedMs') }
          const seats = c.get('seatsOf')(principal.userId)
          if (!(await seats.take({ ...seat, ...asked }))) throw new Problem('not_found')
        }
        const url = `/api/live/${channel}`
        return c.json({ ticket, url, expiresAt: expiresAt.toISOString() }, 201)
      },
    )
    .get(
      '/live/:channel',
      operation({
        summary: 'Open a WebSocket on a live channel',
        tag,
        answers: [101],
        problems: ['not_found', 'forbidden', 'upgrade_required', 'overloaded'],
      }),
      allow('anyone', { anyToken: true }),
      valid('param', ChannelParam),
      async (c) => {
        const { channel } = c.req.valid('param')
        if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
          const answer = problemResponse(
            new Problem('upgrade_required'),
            c.get('requestId'),
            c.get('locale'),
          )
          answer.headers.set('upgrade', 'websocket')
          return answer
        }
        // An object is made, and stored for good, once it is spoken to: only a ticket of ours gets there.
        const ticket = await verifyTicket(
          c.get('config').TOKEN_KEY,
          c.req.header('sec-websocket-protocol') ?? '',
          { channel, origin: c.req.header('origin') ?? null, now: new Date() },
        )
        if (ticket === null) throw new Problem('forbidden', { detail: NO_TICKET })
        const answer = await c.get('live').connect(channel, addressOf(channel, ticket), c.req.raw)
        if (answer.status === 503) throw new Problem('overloaded', { retryAfterSeconds: 5 })
        if (answer.status !== 101) throw new Problem('forbidden', { detail: NO_TICKET })
        return answer
      },
    )

export type LiveApi = ReturnType<typeof liveRoutes>
