import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Channel, openChannel } from '../../app/live/channel.ts'

/** A socket that the test speaks for. */
class FakeSocket {
  static readonly all: FakeSocket[] = []
  onmessage: ((message: { data: string }) => void) | undefined
  onclose: ((closed?: { code: number }) => void) | undefined
  readonly address: URL
  readonly sent: unknown[] = []
  pings = 0

  constructor(address: URL) {
    this.address = address
    FakeSocket.all.push(this)
  }

  send(text: string): void {
    if (text === 'ping') this.pings += 1
    else this.sent.push(JSON.parse(text))
  }

  close(): void {}

  answers(): void {
    this.onmessage?.({ data: 'pong' })
  }

  hears(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
}

/** The page, as far as somebody sees it. */
class FakePage extends EventTarget {
  hidden = false

  becomes(hidden: boolean): void {
    this.hidden = hidden
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

const event = (seq: number) => ({ type: 'event', seq, event: {} })

let looks: number
let heard: number[]
let channel: Channel
let page: FakePage
let states: string[]
let acked: unknown[]

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
  page = new FakePage()
  vi.stubGlobal('document', page)
  FakeSocket.all.length = 0
  states = []
  looks = 0
  heard = []
  acked = []
  const look = () => {
    looks += 1
  }
  channel = openChannel({
    channel: 'order-group:grp_1',
    orderToken: 'token',
    onHello: look,
    onGap: look,
    onEvent(_, seq) {
      look()
      heard.push(seq)
    },
    onAck: (...told) => acked.push(told),
    onError: (...told) => acked.push(told),
    onState: (state) => states.push(state),
  })
})
afterEach(() => {
  channel.close()
  vi.useRealTimers()
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

  it('hears each of several that come in one frame, and asks once for what lies before them', async () => {
    const socket = await opened(1)
    socket.hears({ type: 'hello', seq: 0 })
    const together = (...seqs: number[]) => ({
      ...{ type: 'events', events: seqs.map((seq) => ({ seq, event: {} })) },
    })
    socket.hears(together(1, 2, 3))
    expect(heard).toEqual([1, 2, 3])
    socket.hears(together(3, 5, 6))
    expect([heard, socket.sent]).toEqual([[1, 2, 3], [{ type: 'resume', after: 3 }]])
    socket.hears(together(4, 5, 6))
    expect(heard).toEqual([1, 2, 3, 4, 5, 6])
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

  it('shows nothing that is ahead, and asks for what lies before it', async () => {
    const socket = await opened(1)
    socket.hears({ type: 'hello', seq: 3 })
    for (const seq of [6, 7]) socket.hears(event(seq))
    expect([heard, socket.sent]).toEqual([[], [{ type: 'resume', after: 3 }]])
    for (const seq of [4, 5, 6, 7]) socket.hears(event(seq))
    expect([heard, socket.sent.length]).toEqual([[4, 5, 6, 7], 1])
  })

  it('asks page by page until it has what the channel said hello with, whatever comes between', async () => {
    const first = await opened(1)
    first.hears({ type: 'hello', seq: 0 })
    const second = await reopened(first)
    second.hears({ type: 'hello', seq: 250 })
    second.hears(event(251))
    for (let seq = 1; seq <= 200; seq += 1) second.hears(event(seq))
    expect(second.sent).toEqual([
      { type: 'resume', after: 0 },
      { type: 'resume', after: 200 },
    ])
    for (let seq = 201; seq <= 251; seq += 1) second.hears(event(seq))
    expect(heard).toEqual(Array.from({ length: 251 }, (_, index) => index + 1))
    expect(second.sent).toHaveLength(2)
  })

  it('says something while somebody listens, and hears what became of it', async () => {
    const socket = await opened(1)
    const said = { type: 'send', clientId: 'c1', body: 'ก' } as const
    expect(channel.send(said)).toBe(false)
    socket.hears({ type: 'hello', seq: 0 })
    expect(channel.send(said)).toBe(true)
    socket.hears({ type: 'ack', clientId: 'c1', seq: 1 })
    socket.hears({ type: 'error', code: 'contact_leak', clientId: 'c2' })
    expect([socket.sent, acked]).toEqual([
      [said],
      [
        ['c1', 1],
        ['contact_leak', 'c2'],
      ],
    ])
    socket.onclose?.()
    expect(channel.send(said)).toBe(false)
  })

  it('comes anew in a moment when it is asked to', async () => {
    const socket = await opened(1)
    socket.hears({ type: 'hello', seq: 0 })
    vi.useFakeTimers()
    socket.onclose?.({ code: 4002 })
    await vi.advanceTimersByTimeAsync(1000)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('does not hurry back from where it was sent away', async () => {
    const socket = await opened(1)
    socket.hears({ type: 'hello', seq: 0 })
    vi.useFakeTimers()
    socket.onclose?.({ code: 1008 })
    await vi.advanceTimersByTimeAsync(29_000)
    expect(FakeSocket.all).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('rests where a newer page of the same person took its place, and comes back in minutes', async () => {
    const socket = await opened(1)
    socket.hears({ type: 'hello', seq: 0 })
    vi.useFakeTimers()
    socket.onclose?.({ code: 4001 })
    expect(states.at(-1)).toBe('elsewhere')
    await vi.advanceTimersByTimeAsync(299_000)
    expect(FakeSocket.all).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it.each([
    ['is looked at again', () => page.becomes(false)],
    ['is wanted here', () => channel.renew()],
  ])('takes its place back at once when it %s, and once', async (_, come) => {
    const socket = await opened(1)
    socket.hears({ type: 'hello', seq: 0 })
    vi.useFakeTimers()
    page.becomes(true)
    socket.onclose?.({ code: 4001 })
    come()
    come()
    await vi.advanceTimersByTimeAsync(1000)
    expect(FakeSocket.all).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('asks each half minute whether anybody is there, and goes on while it is answered', async () => {
    const socket = await opened(1)
    vi.useFakeTimers()
    socket.hears({ type: 'hello', seq: 0 })
    for (let n = 1; n <= 4; n += 1) {
      await vi.advanceTimersByTimeAsync(30_000)
      expect(socket.pings).toBe(n)
      socket.answers()
    }
    expect([FakeSocket.all.length, states]).toEqual([1, ['connecting', 'live']])
  })

  it('opens a new line when the old one says nothing any more', async () => {
    const silent = await opened(1)
    vi.useFakeTimers()
    silent.hears({ type: 'hello', seq: 4 })
    await vi.advanceTimersByTimeAsync(30_000 + 10_000)
    expect(states.at(-1)).toBe('lost')
    await vi.advanceTimersByTimeAsync(1000)
    const back = await opened(2)
    silent.hears(event(5))
    expect(heard).toEqual([])
    back.hears({ type: 'hello', seq: 5 })
    expect(back.sent).toEqual([{ type: 'resume', after: 4 }])
  })

  it('asks nothing while nobody sees the page, and at once when somebody does again', async () => {
    const socket = await opened(1)
    vi.useFakeTimers()
    socket.hears({ type: 'hello', seq: 0 })
    page.becomes(true)
    await vi.advanceTimersByTimeAsync(600_000)
    expect([socket.pings, FakeSocket.all.length]).toEqual([0, 1])
    page.becomes(false)
    expect(socket.pings).toBe(1)
  })

  it('comes back no more once it was left', async () => {
    const socket = await opened(1)
    vi.useFakeTimers()
    channel.close()
    socket.onclose?.()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.all).toHaveLength(1)
  })
})
