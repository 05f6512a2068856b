import {
  createExecutionContext,
  listDurableObjectIds,
  waitOnExecutionContext,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { createApi } from '#src/api.ts'
import { issueTicket } from '#src/auth/ticket.ts'
import { newId } from '#src/common/id.ts'

const ORIGIN = 'https://talat.example'
const api = createApi()

async function knock(
  channel: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<Response> {
  const ctx = createExecutionContext()
  const request = new Request(`${ORIGIN}/api/live/${channel}`, { method, headers })
  const response = await api.fetch(request, env, ctx)
  await waitOnExecutionContext(ctx)
  return response
}

const ticketFor = async (channel: string) => {
  const holder = { userId: null, channel, origin: ORIGIN }
  return (await issueTicket(env.TOKEN_KEY ?? '', holder, new Date(), 30_000)).ticket
}

const socket = (ticket: string, origin = ORIGIN) => ({
  upgrade: 'websocket',
  origin,
  'sec-websocket-protocol': ticket,
})

it('no object is made for who has no ticket of ours for that channel and page', async () => {
  const channel = `order-group:${newId('grp')}`
  const ticket = await ticketFor(channel)
  expect((await knock(channel, {})).status).toBe(426)
  expect((await knock(channel, { upgrade: 'websocket' })).status).toBe(403)
  expect((await knock(channel, socket('bm8gdGlja2V0'))).status).toBe(403)
  expect((await knock(`order-group:${newId('grp')}`, socket(ticket))).status).toBe(403)
  expect((await knock(channel, socket(ticket, 'https://evil.example'))).status).toBe(403)
  expect(await listDurableObjectIds(env.ORDER_STATUS as never)).toEqual([])
})

it('a ticket opens its channel once', async () => {
  const channel = `order-group:${newId('grp')}`
  const ticket = await ticketFor(channel)
  const opened = await knock(channel, socket(ticket))
  expect(opened.status).toBe(101)
  expect(opened.headers.get('sec-websocket-protocol')).toBe(ticket)
  opened.webSocket?.accept()
  expect((await knock(channel, socket(ticket))).status).toBe(403)
  opened.webSocket?.close()
})

const MALFORMED: [string, (ticket: string) => Record<string, string>, number, string, string?][] = [
  ['without Upgrade', (ticket) => ({ 'sec-websocket-protocol': ticket }), 426, 'upgrade_required'],
  [
    'to another protocol',
    (ticket) => ({ ...socket(ticket), upgrade: 'h2c' }),
    426,
    'upgrade_required',
  ],
  ['by another method', socket, 405, 'method_not_allowed', 'POST'],
  ['without a sub-protocol', () => ({ upgrade: 'websocket', origin: ORIGIN }), 403, 'forbidden'],
  ['with two sub-protocols', (ticket) => socket(`${ticket}, chat`), 403, 'forbidden'],
  ['with its ticket twice', (ticket) => socket(`${ticket},${ticket}`), 403, 'forbidden'],
  ['with a sub-protocol of 20 KB', () => socket('a'.repeat(20_000)), 403, 'forbidden'],
]

it.each(MALFORMED)(
  'an upgrade %s is refused as a problem and uses up no ticket',
  async (_, headers, status, code, method) => {
    const channel = `order-group:${newId('grp')}`
    const ticket = await ticketFor(channel)
    const answer = await knock(channel, headers(ticket), method)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status, code })
    expect(answer.headers.get('upgrade')).toBe(status === 426 ? 'websocket' : null)
    const opened = await knock(channel, socket(ticket))
    expect(opened.status).toBe(101)
    opened.webSocket?.accept()
    opened.webSocket?.close()
  },
)

it('an upgrade with a ticket that was used is refused as a problem', async () => {
  const channel = `order-group:${newId('grp')}`
  const ticket = await ticketFor(channel)
  const opened = await knock(channel, socket(ticket))
  opened.webSocket?.accept()
  opened.webSocket?.close()
  const answer = await knock(channel, socket(ticket))
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'forbidden' }])
})
