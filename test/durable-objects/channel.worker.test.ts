import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { issueTicket } from '#src/auth/ticket.ts'
import { newId } from '#src/common/id.ts'
import type { OrderStatus } from '../../durable-objects/order-status.ts'
import { listen } from './listen.ts'

const ORIGIN = 'http://127.0.0.1:8788'
const LIFE_MS = 30_000

/** One group's channel: publish to it, ask tickets for it, open sockets on it. */
function channelOf(id: string = newId('grp')) {
  const channel = `order-group:${id}`
  const stub = env.ORDER_STATUS.get(
    env.ORDER_STATUS.idFromName(id),
  ) as unknown as DurableObjectStub<OrderStatus>
  const publish = async (version: number, key = `${id}:${version}`) =>
    await stub.publish(key, { kind: 'order-group', id, version, paymentStatus: 'paid' })
  const ticket = async (some: { channel?: string; origin?: string | null; now?: Date } = {}) => {
    const { origin = ORIGIN, now = new Date() } = some
    const asked = { userId: null, channel: some.channel ?? channel, origin }
    return (await issueTicket(env.TOKEN_KEY ?? '', asked, now, LIFE_MS)).ticket
  }
  const knock = async (offered: string | null, origin: string | null = ORIGIN) => {
    const headers = new Headers({ upgrade: 'websocket', 'x-talat-channel': channel })
    if (offered !== null) headers.set('sec-websocket-protocol', offered)
    if (origin !== null) headers.set('origin', origin)
    return await stub.fetch(`http://object/api/live/${channel}`, { headers })
  }
  const open = async () => {
    const offered = await ticket()
    const answer = await knock(offered)
    expect(answer.status).toBe(101)
    expect(answer.headers.get('sec-websocket-protocol')).toBe(offered)
    return listen(answer.webSocket)
  }
  return { id, publish, ticket, knock, open, stub }
}

type Stub = DurableObjectStub<OrderStatus>

/** What an object keeps: its tables, and a time to wake. */
const kept = async (stub: Stub) =>
  await runInDurableObject(stub, async (_, { storage }) => ({
    tables: storage.sql
      .exec("SELECT name FROM sqlite_master WHERE name IN ('events', 'redeemed')")
      .toArray().length,
    alarm: (await storage.getAlarm()) !== null,
  }))

const listeners = async (stub: Stub) =>
  await runInDurableObject(stub, async (_, state) => state.getWebSockets().length)

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a live channel', () => {
  it('says where it stands, then tells every listener what happens, in one order (R2)', async () => {
    const { open, publish } = channelOf()
    await publish(2)
    const listeners = await Promise.all([open(), open(), open()])
    for (const version of [3, 4, 5]) await publish(version)
    for (const { until, frames, socket } of listeners) {
      await until(4)
      expect(frames.map(({ type, seq }) => [type, seq])).toEqual([
        ['hello', 1],
        ['event', 2],
        ['event', 3],
        ['event', 4],
      ])
      socket.close()
    }
  })

  it('gives one number to a thing that is told twice, and tells it once (R4)', async () => {
    const { open, publish } = channelOf()
    const { frames, until, socket } = await open()
    const numbers = await Promise.all([publish(2), publish(2), publish(2)])
    expect(new Set(numbers)).toEqual(new Set([1]))
    expect(await publish(3)).toBe(2)
    await until(3)
    expect(frames.map(({ seq }) => seq)).toEqual([0, 1, 2])
    socket.close()
  })

  it('tells a listener who comes back all that was missed, without a gap or a double (R3)', async () => {
    const { open, publish } = channelOf()
    const seen: (number | undefined)[] = []
    let version = 1
    const happen = async () => {
      version += 1
      await publish(version)
    }
    for (let visit = 0; visit < 6; visit += 1) {
      const { until, send, numbers, socket } = await open()
      const after = seen.at(-1) ?? 0
      send({ type: 'resume', after })
      const missed = version - 1 - after
      await until(1 + missed)
      for (let n = 0; n < 3; n += 1) await happen()
      await until(1 + missed + 3)
      seen.push(...numbers())
      socket.close(1000)
      // What happens while nobody listens.
      for (let n = 0; n < visit; n += 1) await happen()
    }
    expect(seen).toEqual(seen.map((_, index) => index + 1))
  })

  it('opens once for a ticket, also when ten come with it at once (R7)', async () => {
    const { ticket, knock } = channelOf()
    const offered = await ticket()
    const answers = await Promise.all(Array.from({ length: 10 }, () => knock(offered)))
    expect(answers.map(({ status }) => status).sort()).toEqual([101, ...Array(9).fill(403)])
    for (const { webSocket } of answers) {
      webSocket?.accept()
      webSocket?.close()
    }
    expect((await knock(offered)).status).toBe(403)
  })

  it('opens for no ticket of another channel, origin or time, and for none that is forged (R7)', async () => {
    const { ticket, knock } = channelOf()
    const good = await ticket()
    const changed = `${good.slice(0, 60)}${good[60] === 'A' ? 'B' : 'A'}${good.slice(61)}`
    const old = await ticket({ now: new Date(Date.now() - LIFE_MS - 1) })
    const elsewhere = await ticket({ channel: `order-group:${newId('grp')}` })
    const refused = [
      await knock(old),
      await knock(elsewhere),
      await knock(changed),
      await knock(good.slice(0, -1)),
      await knock('x'.repeat(5000)),
      await knock(null),
      await knock(''),
      await knock(good, 'https://evil.example'),
      await knock(good, null),
      await knock(await ticket({ origin: null })),
      await knock(await ticket({ origin: 'https://evil.example' })),
    ]
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([403]))
    const native = await knock(await ticket({ origin: null }), null)
    expect(native.status).toBe(101)
    native.webSocket?.accept()
    native.webSocket?.close()
    const last = await knock(await ticket({ now: new Date(Date.now() - LIFE_MS + 5000) }))
    expect(last.status).toBe(101)
    last.webSocket?.accept()
    last.webSocket?.close()
  })

  it('speaks WebSocket and nothing else', async () => {
    const { stub } = channelOf()
    expect((await stub.fetch('http://object/')).status).toBe(426)
  })

  it('refuses what it does not understand and what it does not take, and stays open', async () => {
    const { open, publish } = channelOf()
    const { send, until, frames, socket } = await open()
    const wrong = [
      '{',
      '[]',
      '{"type":"resume"}',
      '{"type":"resume","after":-1}',
      '{"type":"shout"}',
      '{"type":"send","clientId":7,"body":"x"}',
      JSON.stringify({ type: 'send', clientId: 'c'.repeat(65), body: 'x' }),
    ]
    for (const text of wrong) send(text)
    send({ type: 'typing' })
    await until(1 + wrong.length + 1)
    expect(frames.slice(1).map(({ code }) => code)).toEqual([
      ...wrong.map(() => 'frame_invalid'),
      'frame_refused',
    ])
    expect(frames.every(({ clientId }) => clientId === undefined)).toBe(true)
    await publish(2)
    await until(1 + wrong.length + 2)
    expect(frames.at(-1)).toMatchObject({ type: 'event', seq: 1 })
    socket.close()
  })

  it('names the message that it did not understand, so that its sender need not wait', async () => {
    const { open } = channelOf()
    const { send, until, frames, socket } = await open()
    send({ type: 'send', clientId: 'too-long', body: 'ก'.repeat(2001) })
    send({ type: 'send', clientId: 'empty', body: '' })
    await until(3)
    expect(frames.slice(1)).toEqual(
      ['too-long', 'empty'].map((clientId) => ({ type: 'error', code: 'frame_invalid', clientId })),
    )
    socket.close()
  })

  it('says once to whoever floods that it is too much, and closes on who goes on (R8)', async () => {
    const { open, publish } = channelOf()
    const [loud, quiet] = [await open(), await open()]
    const closed = loud.closed()
    for (let n = 0; n < 60; n += 1) loud.send({ type: 'typing' })
    expect(await closed).toBe(1008)
    expect(loud.codes('rate_limited')).toBe(1)
    expect(loud.codes('frame_refused')).toBe(20)
    await publish(2)
    await quiet.until(2)
    expect(quiet.frames.map(({ type }) => type)).toEqual(['hello', 'event'])
    quiet.socket.close()
  })

  it('keeps who was told and goes slower, and closes on who floods a second time (R8)', async () => {
    const { open, publish } = channelOf()
    const { send, until, codes, closed } = await open()
    for (let n = 0; n < 30; n += 1) send({ type: 'typing' })
    await until(1 + 20 + 1)
    await publish(2)
    await until(1 + 20 + 2)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    send({ type: 'typing' })
    await until(1 + 20 + 3)
    const ended = closed()
    for (let n = 0; n < 30; n += 1) send({ type: 'typing' })
    expect(await ended).toBe(1008)
    expect(codes('rate_limited')).toBe(1)
  })

  it('says so when what was missed is no longer kept, and goes on from there (R3)', async () => {
    const { open, publish } = channelOf()
    const early = await open()
    for (let version = 2; version <= 252; version += 1) await publish(version)
    const late = await open()
    late.send({ type: 'resume', after: 40 })
    await late.until(1 + 1 + 200)
    expect(late.frames[1]).toEqual({ type: 'error', code: 'resume_gap', seq: 51 })
    expect(late.numbers()).toEqual(Array.from({ length: 200 }, (_, n) => 52 + n))
    const inTime = await open()
    inTime.send({ type: 'resume', after: 51 })
    await inTime.until(1 + 200)
    expect(inTime.codes('resume_gap')).toBe(0)
    for (const { socket } of [early, late, inTime]) socket.close()
  })

  it('forgets everything long after its last event, unless somebody listens, and counts anew', async () => {
    const { open, publish, stub } = channelOf()
    await publish(2)
    await publish(3)
    const { socket, closed } = await open()
    expect(await runDurableObjectAlarm(stub)).toBe(true)
    expect(await kept(stub)).toEqual({ tables: 2, alarm: true })
    const ended = closed()
    socket.close(1000)
    await ended
    await vi.waitFor(async () => expect(await listeners(stub)).toBe(0))
    expect(await runDurableObjectAlarm(stub)).toBe(true)
    expect(await kept(stub)).toEqual({ tables: 0, alarm: false })
    const back = await open()
    back.send({ type: 'resume', after: 2 })
    await back.until(2)
    expect(back.frames).toEqual([
      { type: 'hello', seq: 0 },
      { type: 'error', code: 'resume_gap', seq: 0 },
    ])
    expect(await publish(4)).toBe(1)
    back.socket.close()
  })

  it('closes on who sends more than 16 KB at once (R8)', async () => {
    const { open } = channelOf()
    const { send, closed } = await open()
    const ended = closed()
    send(JSON.stringify({ type: 'send', clientId: 'a', body: 'x'.repeat(17_000) }))
    expect(await ended).toBe(1009)
  })
})
