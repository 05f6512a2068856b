import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Line, openLine } from '../../app/chat/line.ts'
import { beginTalk } from '../../app/chat/talk.ts'

type Sent = { type: string; clientId?: string; body?: string }

/** A socket that the test speaks for. */
class FakeSocket {
  static readonly all: FakeSocket[] = []
  onmessage: ((message: { data: string }) => void) | undefined
  onclose: ((closed?: { code: number }) => void) | undefined
  readonly sent: Sent[] = []

  constructor() {
    FakeSocket.all.push(this)
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  close(): void {}

  hears(...frames: object[]): void {
    for (const frame of frames) this.onmessage?.({ data: JSON.stringify(frame) })
  }
}

const own = (seq: number, text: string) => ({
  type: 'event',
  seq,
  event: {
    kind: 'message',
    at: '2026-11-25T06:55:00.000Z',
    from: 'shopper',
    body: { type: 'text', text },
  },
})
const hello = (seq: number) => ({ type: 'hello', seq })

let line: Line

async function opened(count: number): Promise<FakeSocket> {
  await vi.advanceTimersByTimeAsync(20_000)
  expect(FakeSocket.all).toHaveLength(count)
  const [last] = FakeSocket.all.slice(-1)
  if (last === undefined) throw new RangeError('no socket')
  return last
}

const shown = () => {
  const { messages, pending } = line.store.getState().talk
  return [messages.map(({ seq }) => seq), pending.map(({ state }) => state)]
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  vi.stubGlobal('location', new URL('https://talat.example/messages/rom_1'))
  vi.stubGlobal('fetch', async (path: string) =>
    path.endsWith('/refresh')
      ? Response.json({ accessToken: 'token', expiresIn: 900 })
      : Response.json({ ticket: 'ticket', url: '/api/live/chat:rom_1' }, { status: 201 }),
  )
  FakeSocket.all.length = 0
  line = openLine({
    roomId: 'rom_1',
    talk: beginTalk('shopper', [], { shopper: 0, shop: 0 }),
    onGap: () => undefined,
  })
})
afterEach(() => {
  line.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a line of a talk', () => {
  it('keeps what is said before anybody listens, and says it then', async () => {
    line.say('สวัสดีค่ะ')
    expect(shown()).toEqual([[], ['waiting']])
    const socket = await opened(1)
    socket.hears(hello(0))
    expect(shown()).toEqual([[], ['sending']])
    const clientId = socket.sent[0]?.clientId ?? ''
    socket.hears({ type: 'ack', clientId, seq: 1 }, own(1, 'สวัสดีค่ะ'))
    expect(shown()).toEqual([[1], []])
  })

  it('says it again under the same id when the answer was lost, and it is one message', async () => {
    const first = await opened(1)
    first.hears(hello(0))
    line.say('ก')
    first.onclose?.()
    const second = await opened(2)
    second.hears(hello(1))
    const [again, resume] = second.sent
    expect([again, resume]).toEqual([first.sent[0], { type: 'resume', after: 0 }])
    second.hears({ type: 'ack', clientId: again?.clientId ?? '', seq: 1 }, own(1, 'ก'))
    expect(shown()).toEqual([[1], []])
  })

  it('says what gathered meanwhile in its order, and no faster than a room listens', async () => {
    const words = Array.from({ length: 25 }, (_, n) => `ข้อ ${n}`)
    for (const word of words) line.say(word)
    const socket = await opened(1)
    socket.hears(hello(0))
    const said = () => socket.sent.filter(({ type }) => type === 'send')
    const counts = [said().length]
    // Written while the rest still waits: it has its turn after that.
    line.say('และอีกข้อ')
    words.push('และอีกข้อ')
    for (let seq = 1; seq <= words.length; seq += 1) {
      if (said()[seq - 1] === undefined) {
        await vi.advanceTimersByTimeAsync(1000)
        counts.push(said().length)
      }
      const { clientId = '', body = '' } = said()[seq - 1] ?? {}
      socket.hears({ type: 'ack', clientId, seq }, own(seq, body))
    }
    expect(counts).toEqual([10, 20, 26])
    expect(said().map(({ body }) => body)).toEqual(words)
    expect(shown()).toEqual([words.map((_, n) => n + 1), []])
  })

  it('gives up a socket that does not answer', async () => {
    const first = await opened(1)
    first.hears(hello(0))
    line.say('ก')
    const second = await opened(2)
    second.hears(hello(0))
    expect(second.sent[0]).toEqual(first.sent[0])
  })

  it('keeps what was refused in sight, and does not say it again by itself', async () => {
    const first = await opened(1)
    first.hears(hello(0))
    line.say('โทร 081-234-5678')
    const clientId = first.sent[0]?.clientId ?? ''
    first.hears({ type: 'error', code: 'contact_leak', clientId })
    first.onclose?.()
    const second = await opened(2)
    second.hears(hello(0))
    expect([shown(), second.sent]).toEqual([[[], ['failed']], []])
  })

  it('says again what was dropped because too much was said', async () => {
    const socket = await opened(1)
    socket.hears(hello(0))
    line.say('ก')
    socket.hears({ type: 'error', code: 'rate_limited' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(socket.sent.map(({ body }) => body)).toEqual(['ก', 'ก'])
    expect(socket.sent[0]?.clientId).toBe(socket.sent[1]?.clientId)
  })

  it('tells that somebody writes, now and then', async () => {
    const socket = await opened(1)
    socket.hears(hello(0))
    for (const _ of 'abc') line.typing()
    await vi.advanceTimersByTimeAsync(2_000)
    line.typing()
    expect(socket.sent).toEqual([{ type: 'typing' }, { type: 'typing' }])
  })

  it('tells up to where it was read, once, and nothing of what was said here', async () => {
    const socket = await opened(1)
    const { event, ...frame } = own(2, 'ข')
    socket.hears(hello(0), own(1, 'ก'))
    line.seen()
    expect(socket.sent).toEqual([])
    socket.hears({ ...frame, event: { ...event, from: 'shop' } })
    line.seen()
    line.seen()
    expect(socket.sent).toEqual([{ type: 'read', seq: 2 }])
  })
})
