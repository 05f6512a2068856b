import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openChannel } from '../../app/live/channel.ts'

/** A socket that the test speaks for. */
class FakeSocket {
  static readonly all: FakeSocket[] = []
  onmessage: ((message: { data: string }) => void) | undefined
  onclose: (() => void) | undefined
  readonly address: URL
  readonly sent: unknown[] = []

  constructor(address: URL) {
    this.address = address
    FakeSocket.all.push(this)
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  close(): void {}

  hears(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
}

const event = (seq: number) => ({ type: 'event', seq, event: {} })

let looks: number
let leave: () => void

/** The socket that was opened last, once there are `count`. */
async function opened(count: number): Promise<FakeSocket> {
  await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(count), { timeout: 3000 })
  const [last] = FakeSocket.all.slice(-1)
  if (last === undefined) throw new RangeError('no socket')
  return last
}

async function reopened(after: FakeSocket): Promise<FakeSocket> {
  after.onclose?.()
  return await opened(FakeSocket.all.length + 1)
}

beforeEach(() => {
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('location', new URL('https://talat.example/pay/grp_1'))
  vi.stubGlobal('fetch', async () =>
    Response.json({ ticket: 'ticket', url: '/api/live/order-group:grp_1' }, { status: 201 }),
  )
  FakeSocket.all.length = 0
  looks = 0
  leave = openChannel({
    channel: 'order-group:grp_1',
    orderToken: 'token',
    onEvent: () => {
      looks += 1
    },
    onState: () => undefined,
  })
})
afterEach(() => {
  leave()
  vi.unstubAllGlobals()
})

describe('a page on a live channel', () => {
  it('looks again at every new event, and once at one that is told twice', async () => {
    const socket = await opened(1)
    expect(String(socket.address)).toBe('wss://talat.example/api/live/order-group:grp_1')
    socket.hears({ type: 'hello', seq: 3 })
    for (const seq of [4, 4, 5]) socket.hears(event(seq))
    expect(looks).toBe(3)
  })

  it('asks after a break for what it missed, by number', async () => {
    const first = await opened(1)
    first.hears({ type: 'hello', seq: 3 })
    first.hears(event(4))
    const second = await reopened(first)
    second.hears({ type: 'hello', seq: 6 })
    expect(second.sent).toEqual([{ type: 'resume', after: 4 }])
  })

  it('reads the page again when what it missed is gone, and goes on from there (R3)', async () => {
    const first = await opened(1)
    first.hears({ type: 'hello', seq: 3 })
    const second = await reopened(first)
    second.hears({ type: 'hello', seq: 300 })
    const before = looks
    second.hears({ type: 'error', code: 'resume_gap', seq: 299 })
    expect(looks).toBe(before + 1)
    second.hears(event(299))
    expect(looks).toBe(before + 1)
    second.hears(event(300))
    expect(looks).toBe(before + 2)
  })

  it('hears a channel that has forgotten everything and counts anew', async () => {
    const first = await opened(1)
    first.hears({ type: 'hello', seq: 7 })
    const second = await reopened(first)
    second.hears({ type: 'hello', seq: 0 })
    const before = looks
    second.hears(event(1))
    expect([second.sent, looks]).toEqual([[], before + 1])
  })

  it('takes no notice of other words and of noise', async () => {
    const socket = await opened(1)
    socket.hears({ type: 'error', code: 'rate_limited' })
    socket.onmessage?.({ data: 'pong' })
    expect(looks).toBe(0)
  })
})
