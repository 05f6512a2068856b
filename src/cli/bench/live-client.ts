// The crowd of the live bench: a process of its own, so that what it costs is not counted. It speaks
// socket.io's protocol by itself, so that every kind of server is asked by the same cheap client.
import { WebSocket } from 'ws'

export type ServerKind = 'talat' | 'socket.io' | 'ws'
export type Crowd = {
  ask: 'open'
  kind: ServerKind
  port: number
  seats: { room: string; token: string }[]
}
export type Drive = { ask: 'drive'; kind: ServerKind; seconds: number; perSocketASecond: number }
export type Close = { ask: 'close'; kind: ServerKind }
/** One message of the first seat of each room. */
export type Greet = { ask: 'greet'; kind: ServerKind }
export type Wanted = Crowd | Drive | Greet | Close

export type Driven = {
  /** Acknowledged, and heard by everybody of their room exactly once. */
  whole: number
  /** Acknowledged, but not so. */
  broken: number
  seconds: number
  ackMs: Spread
  heardMs: Spread
  /** What a server refused, by its word. */
  refusals: Record<string, number>
}
type Spread = { p50: number; p99: number }

type Seat = { room: string; say(clientId: string, body: string): void; close(): void }
type Said = { at: number; seat: Seat; acked: boolean; heard: number }

const ORIGIN = 'http://127.0.0.1:8788'
const OPENED_AT_ONCE = 20
const WORDS = 'สวัสดีค่ะ ใบนี้ยังมีของพร้อมส่งไหมคะ อยากได้สองใบ'

const crowds = new Map<ServerKind, Seat[]>()
const said = new Map<string, Said>()
let refusals: Record<string, number> = {}
let ackMs: number[] = []
let heardMs: number[] = []
let named = 0

process.on('message', (wanted: Wanted) => {
  void answer(wanted).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())

async function answer(wanted: Wanted): Promise<Driven | number> {
  if (wanted.ask === 'open') return await open(wanted)
  if (wanted.ask === 'drive') return await drive(wanted)
  if (wanted.ask === 'greet') return await greet(wanted)
  for (const seat of crowds.get(wanted.kind) ?? []) seat.close()
  crowds.delete(wanted.kind)
  return 0
}

async function open({ kind, port, seats }: Crowd): Promise<number> {
  const opened: Seat[] = []
  const waiting = [...seats]
  await Promise.all(
    Array.from({ length: OPENED_AT_ONCE }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { room, token } = next
        const socket = kind === 'talat' ? await knock(port, room, token) : join(kind, port, room)
        opened.push(await seatOf(kind, socket, room))
      }
    }),
  )
  crowds.set(kind, opened)
  return opened.length
}

/** As a page does: a ticket of the API, and a socket with it. */
async function knock(port: number, room: string, token: string): Promise<WebSocket> {
  const response = await fetch(`http://127.0.0.1:${port}/api/live/tickets`, {
    method: 'POST',
    headers: { authorization: token, origin: ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: `chat:${room}` }),
  })
  if (!response.ok) throw new Error(`no ticket: ${response.status} ${await response.text()}`)
  const { ticket, url } = (await response.json()) as { ticket: string; url: string }
  const address = `ws://127.0.0.1:${port}${url}`
  return new WebSocket(address, ticket, { origin: ORIGIN, perMessageDeflate: false })
}

function join(kind: ServerKind, port: number, room: string): WebSocket {
  const path = kind === 'ws' ? '/?' : '/socket.io/?EIO=4&transport=websocket&'
  return new WebSocket(`ws://127.0.0.1:${port}${path}room=${room}`, { perMessageDeflate: false })
}

async function seatOf(kind: ServerKind, socket: WebSocket, room: string): Promise<Seat> {
  let asked = 0
  const names = new Map<string, string>()
  const seat: Seat = {
    room,
    say(clientId, body) {
      if (kind !== 'socket.io') {
        const type = kind === 'talat' ? { type: 'send' } : {}
        return socket.send(JSON.stringify({ ...type, clientId, body }))
      }
      asked += 1
      names.set(String(asked), clientId)
      socket.send(`42${asked}${JSON.stringify(['say', { clientId, body }])}`)
    },
    close: () => socket.close(1000),
  }
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    if (kind === 'ws') socket.once('open', () => resolve())
    socket.on('message', (data) => {
      const text = String(data)
      if (kind !== 'socket.io') {
        const frame = JSON.parse(text)
        if (frame.type === 'hello') resolve()
        else receive(frame)
      } else if (text.startsWith('0')) socket.send('40')
      else if (text.startsWith('40')) resolve()
      else if (text === '2') socket.send('3')
      else if (text.startsWith('43')) {
        const id = text.slice(2, text.indexOf('['))
        receive({ type: 'ack', clientId: names.get(id) ?? '' })
        names.delete(id)
      } else receive(JSON.parse(text.slice(2))[1])
    })
  })
  return seat
}

type Words = { body?: { text?: string } }
type Frame = {
  type: string
  clientId?: string
  code?: string
  event?: Words
  events?: { event: Words }[]
}

function receive({ type, clientId = '', code = '', event, events = [] }: Frame): void {
  const now = performance.now()
  for (const one of events) receive({ type: 'event', ...one })
  if (type === 'event') {
    const text = event?.body?.text ?? ''
    const one = said.get(text.slice(0, text.indexOf(' ')))
    if (one === undefined) return
    one.heard += 1
    heardMs.push(now - one.at)
  } else if (type === 'ack') {
    const one = said.get(clientId)
    if (one === undefined) return
    one.acked = true
    ackMs.push(now - one.at)
  } else if (type === 'error') refusals[code] = (refusals[code] ?? 0) + 1
}

/** Each socket says its next word once its last is acknowledged, and no sooner than its pace allows. */
async function drive({ kind, seconds, perSocketASecond }: Drive): Promise<Driven> {
  const paceMs = 1000 / perSocketASecond
  const turns = (crowds.get(kind) ?? []).map((seat) => ({ seat, at: Math.random() * paceMs }))
  const last = new Map<Seat, Said>()
  return await counted(kind, async () => {
    const started = performance.now()
    for (let now = 0; now < seconds * 1000; now = performance.now() - started) {
      for (const turn of turns) {
        if (turn.at > now || last.get(turn.seat)?.acked === false) continue
        turn.at = Math.max(turn.at + paceMs, now + paceMs / 2)
        last.set(turn.seat, say(turn.seat))
      }
      await sleep(2)
    }
  })
}

async function greet({ kind }: Greet): Promise<Driven> {
  const first = new Map((crowds.get(kind) ?? []).map((seat) => [seat.room, seat]))
  return await counted(kind, async () => {
    for (const seat of first.values()) say(seat)
    await ended(kind)
  })
}

function say(seat: Seat): Said {
  // Letters alone: a number could be taken for a phone's, which no talk may hold.
  named += 1
  const name = `m${String(named).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`
  const one = { at: performance.now(), seat, acked: false, heard: 0 }
  said.set(name, one)
  seat.say(name, `${name} ${WORDS}`)
  return one
}

/** What became of all that is said in `work`. */
async function counted(kind: ServerKind, work: () => Promise<void>): Promise<Driven> {
  said.clear()
  refusals = {}
  ackMs = []
  heardMs = []
  const started = performance.now()
  await work()
  const seconds = (performance.now() - started) / 1000
  const whole = wholeOf(kind)
  // What is on its way is no failure, and no part of the count.
  await ended(kind)
  return {
    ...{ whole, broken: said.size - wholeOf(kind), seconds, refusals },
    ...{ ackMs: spread(ackMs), heardMs: spread(heardMs) },
  }
}

/** Waits until everybody has heard all, for ten seconds at most. */
async function ended(kind: ServerKind): Promise<void> {
  for (let n = 0; n < 100 && wholeOf(kind) < said.size; n += 1) await sleep(100)
}

function wholeOf(kind: ServerKind): number {
  const people = new Map<string, number>()
  for (const { room } of crowds.get(kind) ?? []) people.set(room, (people.get(room) ?? 0) + 1)
  return [...said.values()].filter(
    ({ acked, heard, seat }) => acked && heard === people.get(seat.room),
  ).length
}

function spread(values: number[]): Spread {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

const sleep = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms))
