// A thousand pages for `npm run bench:live -- --only reconnect`: the storefront's own channel, with as
// much of a browser around it as it asks for. Each has an account, whose token its requests carry.
import { AsyncLocalStorage } from 'node:async_hooks'
import { WebSocket } from 'ws'
import { type Channel, openChannel } from '../../app/live/channel.ts'

type Seat = { room: string; token: string }
type Page = {
  room: string
  channel: Channel
  isLive: boolean
  heard: { seq: number; text: string }[]
}
type Asked =
  | { ask: 'open'; port: number; seats: Seat[] }
  /** Words go on being said in every room from here. */
  | { ask: 'talk' }
  /** Cuts every line: answers once all are back and have heard all. */
  | { ask: 'return' }

const MOST_MS = 60_000
const EACH_ROOM_MS = 250
const MOST_UNSAID = 10
const AFTERWARDS_MS = 1000
const OPENED_AT_ONCE = 25

const account = new AsyncLocalStorage<string>()
const pages: Page[] = []
const lines = new Set<WebSocket>()
/** By room, what was acknowledged: its number and its text. */
const said = new Map<string, Map<number, string>>()
let port = 0
let opened = 0
let lost = 0
let talking: ReturnType<typeof setInterval> | undefined
let named = 0

const origin = () => `http://127.0.0.1:${port}`

function standInForBrowser(): void {
  const fetchIt = globalThis.fetch
  class PageSocket extends WebSocket {
    constructor(address: URL, ticket: string) {
      super(address, ticket, { origin: origin(), perMessageDeflate: false })
      opened += 1
      lines.add(this)
      this.on('close', () => lines.delete(this))
      // A page is told of it by `onclose`.
      this.on('error', () => undefined)
    }
  }
  Object.assign(globalThis, {
    WebSocket: PageSocket,
    document: Object.assign(new EventTarget(), { hidden: false }),
    location: new URL(origin()),
    fetch: async (path: string, init: RequestInit) => {
      // Whom a page is signed in as is known already; everything else is asked of the API.
      if (path === '/api/auth/refresh') return Response.json({ accessToken: '-', expiresIn: 600 })
      const headers = new Headers(init.headers)
      headers.set('authorization', account.getStore() ?? '')
      headers.set('origin', origin())
      return await fetchIt(`${origin()}${path}`, { ...init, headers })
    },
  })
}

function openPage({ room, token }: Seat): Page {
  return account.run(token, () => {
    const waiting = new Map<string, string>()
    const page: Page = { room, isLive: false, heard: [], channel: undefined as never }
    page.channel = openChannel({
      channel: `chat:${room}`,
      orderToken: null,
      after: 0,
      onState(state) {
        if (state !== 'live' && page.isLive) lost += 1
        page.isLive = state === 'live'
      },
      // What nobody acknowledged is said again under the same name.
      onHello() {
        for (const [clientId, body] of waiting) page.channel.send({ type: 'send', clientId, body })
      },
      onEvent(event, seq) {
        const text = event.kind === 'message' && event.body.type === 'text' ? event.body.text : ''
        page.heard.push({ seq, text })
      },
      onGap: () => page.heard.push({ seq: -1, text: 'a gap' }),
      onAck(clientId, seq) {
        const body = waiting.get(clientId)
        if (body !== undefined) said.get(room)?.set(seq, body)
        waiting.delete(clientId)
      },
    })
    sayers.set(page, (clientId, body) => {
      waiting.set(clientId, body)
      page.channel.send({ type: 'send', clientId, body })
    })
    unsaid.set(page, () => waiting.size)
    return page
  })
}

const sayers = new Map<Page, (clientId: string, body: string) => void>()
const unsaid = new Map<Page, () => number>()

function talk(): void {
  const first = new Map(pages.map((page) => [page.room, page]))
  for (const page of first.values()) {
    // A page says no more at once than a room takes of it.
    if ((unsaid.get(page)?.() ?? 0) >= MOST_UNSAID) continue
    named += 1
    const name = `m${String(named).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`
    sayers.get(page)?.(name, `${name} สวัสดีค่ะ`)
  }
}

async function open(seats: Seat[]): Promise<number> {
  standInForBrowser()
  const waiting = [...seats]
  await Promise.all(
    Array.from({ length: OPENED_AT_ONCE }, async () => {
      for (let seat = waiting.shift(); seat !== undefined; seat = waiting.shift()) {
        if (!said.has(seat.room)) said.set(seat.room, new Map())
        const page = openPage(seat)
        pages.push(page)
        await until(() => page.isLive)
      }
    }),
  )
  return pages.length
}

async function comeBack(): Promise<object> {
  const started = performance.now()
  // As a network that is gone does: nobody says goodbye.
  const cut = [...lines]
  for (const line of cut) line.terminate()
  await until(() => lost >= pages.length)
  await until(() => pages.every(({ isLive }) => isLive))
  const seconds = (performance.now() - started) / 1000
  await sleep(AFTERWARDS_MS)
  clearInterval(talking)
  await until(() => pages.every((page) => unsaid.get(page)?.() === 0))
  const isWhole = ({ room, heard }: Page) => heard.length >= (said.get(room)?.size ?? 0)
  await until(() => pages.every(isWhole))
  const count = (of: (page: Page) => number) => pages.reduce((sum, page) => sum + of(page), 0)
  const result = {
    ...{
      seconds,
      cut: cut.length,
      opened,
      said: [...said.values()].reduce((sum, { size }) => sum + size, 0),
    },
    missed: count(({ room, heard }) => {
      const known = new Map(heard.map(({ seq, text }) => [seq, text]))
      return [...(said.get(room) ?? [])].filter(([seq, text]) => known.get(seq) !== text).length
    }),
    doubled: count(({ heard }) => heard.length - new Set(heard.map(({ text }) => text)).size),
    disordered: count(({ heard }) => heard.filter(({ seq }, n) => seq !== n + 1).length),
  }
  for (const { channel } of pages) channel.close()
  return result
}

// Time that runs out is no fault of its own: what is missing then is counted.
async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + MOST_MS; !holds() && performance.now() < end; )
    await sleep(20)
}

const sleep = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms))

process.on('message', (asked: Asked) => {
  void answer(asked).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())

async function answer(asked: Asked): Promise<unknown> {
  if (asked.ask === 'open') {
    port = asked.port
    return await open(asked.seats)
  }
  if (asked.ask === 'return') return await comeBack()
  talking = setInterval(talk, EACH_ROOM_MS)
  await sleep(AFTERWARDS_MS)
  return null
}
