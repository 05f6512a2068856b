import { env } from 'cloudflare:workers'
import { expect, it, vi } from 'vitest'
import { issueTicket } from '#src/auth/ticket.ts'
import { HOUR_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { ChatRoom } from '../../durable-objects/chat-room.ts'
import { listen } from './listen.ts'

const ORIGIN = 'http://127.0.0.1:8788'
const NEIGHBOURS = 19
const WORDS_EACH = 5

/** A room with twenty people in it: one shopper, and nineteen of the shop. */
async function fullRoom() {
  const id = newId('cnv')
  const stub = env.CHAT_ROOMS.get(
    env.CHAT_ROOMS.idFromName(id),
  ) as unknown as DurableObjectStub<ChatRoom>
  const open = async (side: 'shopper' | 'shop') => {
    const userId = newId('usr')
    const member = { userId, side, name: side, untilMs: Date.now() + HOUR_MS }
    await stub.admit(id, member, { spans: [], awayText: null })
    const asked = { userId, channel: `chat:${id}`, origin: ORIGIN }
    const { ticket } = await issueTicket(env.TOKEN_KEY ?? '', asked, new Date(), 30_000)
    const headers = new Headers({ upgrade: 'websocket', origin: ORIGIN })
    headers.set('x-talat-channel', `chat:${id}`)
    headers.set('sec-websocket-protocol', ticket)
    const answer = await stub.fetch(`http://object/api/live/chat:${id}`, { headers })
    return listen(answer.webSocket)
  }
  const loud = await open('shopper')
  const quiet: Awaited<ReturnType<typeof open>>[] = []
  for (let n = 0; n < NEIGHBOURS; n += 1) quiet.push(await open('shop'))
  return { stub, loud, quiet }
}

it('whoever floods a room keeps none of its nineteen neighbours from their words (R8)', async () => {
  const { stub, loud, quiet } = await fullRoom()
  const ended = loud.closed()
  const flood = (count: number, from: number) => {
    for (let n = from; n < from + count; n += 1) {
      loud.send({ type: 'send', clientId: `loud-${n}`, body: `ลดราคา ${n % 7}` })
    }
  }
  const said: string[] = []
  for (let word = 0; word < WORDS_EACH; word += 1) {
    if (loud.socket.readyState === WebSocket.OPEN) flood(100, word * 100)
    for (const [n, one] of quiet.entries()) {
      said.push(`quiet-${n}-${word}`)
      one.send({ type: 'send', clientId: `quiet-${n}-${word}`, body: 'สวัสดีค่ะ' })
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(await ended).toBe(1008)
  // Twenty of the flood were within what everybody may say in a second.
  const all = NEIGHBOURS * WORDS_EACH + 20
  for (const one of quiet) {
    await vi.waitFor(() => expect(one.events()).toHaveLength(all), { timeout: 5000 })
    expect(one.numbers()).toEqual(Array.from({ length: all }, (_, n) => n + 1))
    expect(one.codes('rate_limited')).toBe(0)
  }
  const acked = quiet.flatMap(({ frames }) =>
    frames.flatMap(({ type, clientId }) => (type === 'ack' ? [clientId] : [])),
  )
  expect([...acked].sort()).toEqual([...said].sort())
  expect((await stub.page({ limit: 200 })).map(({ seq }) => seq)).toHaveLength(all)
  for (const { socket } of quiet) socket.close()
})
