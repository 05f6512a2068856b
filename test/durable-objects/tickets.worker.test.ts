import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { issueTicket } from '#src/auth/ticket.ts'
import { HOUR_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { Seats } from '#src/services/seats/index.ts'
import { ChatRoom } from '../../durable-objects/chat-room.ts'

const ORIGIN = 'http://127.0.0.1:8788'
const LIFE_MS = 30_000
const TRIES = 10_000

type Try = {
  /** What is wrong with it; each alone must be enough. */
  wrong: 'replayed' | 'origin' | 'room' | 'expired' | 'key' | 'stranger' | 'changed' | 'cut'
  at: number
  ageMs: number
  origin: string | null
}

const tries = fc.record({
  wrong: fc.constantFrom<Try['wrong']>(
    ...(['replayed', 'origin', 'room', 'expired', 'key', 'stranger', 'changed', 'cut'] as const),
  ),
  at: fc.nat(),
  ageMs: fc.integer({ min: 0, max: 1_000_000 }),
  origin: fc.constantFrom(
    ...[null, 'null', 'https://evil.example', 'http://127.0.0.1:8789', 'https://127.0.0.1:8788'],
    ...[`${ORIGIN}.evil.example`, `${ORIGIN}/`, ORIGIN.toUpperCase()],
  ),
})

const flipped = (text: string, at: number): string => {
  const place = at % (text.length - 1)
  const other = text[place] === 'A' ? 'B' : 'A'
  return `${text.slice(0, place)}${other}${text.slice(place + 1)}`
}

it('no ticket opens a room but an unused one of the same room, page and hour (R7)', async () => {
  const room = newId('cnv')
  const userId = newId('usr')
  const stub = env.CHAT_ROOMS.get(env.CHAT_ROOMS.idFromName(room)) as unknown as DurableObjectStub
  const channel = `chat:${room}`
  const key = env.TOKEN_KEY ?? ''
  const issue = async (some: Partial<Parameters<typeof issueTicket>[1]>, ageMs = 0, by = key) => {
    const asked = { userId, channel, origin: ORIGIN, ...some }
    return (await issueTicket(by, asked, new Date(Date.now() - ageMs), LIFE_MS)).ticket
  }
  // Awake before the first socket gives up its seat there, which nothing here waits for.
  const seats = env.SEATS.get(env.SEATS.idFromName(userId)) as unknown as Seats
  await seats.leave('none')
  const opened = await runInDurableObject(stub as never, async (object) => {
    if (!(object instanceof ChatRoom)) throw new TypeError('no room')
    const member = { userId, side: 'shopper' as const, name: 'mali', untilMs: Date.now() + HOUR_MS }
    await object.admit(room, member, { spans: [], awayText: null })
    const knock = async (ticket: string, origin: string | null = ORIGIN): Promise<number> => {
      const headers = new Headers({ upgrade: 'websocket', 'x-talat-channel': channel })
      headers.set('sec-websocket-protocol', ticket)
      if (origin !== null) headers.set('origin', origin)
      const answer = await object.fetch(new Request('http://object/', { headers }))
      answer.webSocket?.accept()
      answer.webSocket?.close()
      return answer.status
    }
    const used = await issue({})
    // What all of the tries differ from in one thing.
    expect(await knock(used)).toBe(101)
    const attempts: Record<Try['wrong'], (one: Try) => Promise<number>> = {
      replayed: async () => await knock(used),
      origin: async ({ origin }) => await knock(await issue({}), origin),
      room: async () => await knock(await issue({ channel: `chat:${newId('cnv')}` })),
      expired: async ({ ageMs }) => await knock(await issue({}, LIFE_MS + ageMs)),
      key: async () => await knock(await issue({}, 0, `${key.slice(1)}x`)),
      stranger: async ({ at }) =>
        await knock(await issue({ userId: at % 2 ? newId('usr') : null })),
      changed: async ({ at }) => await knock(flipped(await issue({}), at)),
      cut: async ({ at }) => {
        const ticket = await issue({})
        return await knock(ticket.slice(0, at % ticket.length))
      },
    }
    const statuses = new Map<number, number>()
    const kinds = new Set<string>()
    for (const one of fc.sample(tries, { numRuns: TRIES, seed: 7 })) {
      const status = await attempts[one.wrong](one)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      kinds.add(one.wrong)
    }
    expect(kinds.size).toBe(Object.keys(attempts).length)
    // And a good one still opens.
    expect(await knock(await issue({}))).toBe(101)
    return Object.fromEntries(statuses)
  })
  expect(opened).toEqual({ 403: TRIES })
})
