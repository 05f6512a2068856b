import type {
  ClientFrame,
  LiveEvent,
  LiveSignal,
  ServerFrame,
} from '../../durable-objects/messages.ts'
import { callApi } from '../session/store.ts'
import { type Pulse, takePulse } from './pulse.ts'

/** `elsewhere`: as many as one may have are open, and this one, the oldest, gave way. */
export type ChannelState = 'connecting' | 'live' | 'lost' | 'elsewhere'
export type ChannelOptions = {
  channel: string
  /** A guest's right to listen; without it the signed-in account's. */
  orderToken: string | null
  /** Anybody may listen: whoever is signed in is not asked after. */
  isPublic?: boolean
  /** The last number that the page already shows; unknown where it shows no single events. */
  after?: number
  onState(state: ChannelState): void
  /** The channel listens: before what was missed is asked for. */
  onHello?(): void
  /** Each event once, in the order of their numbers. */
  onEvent(event: LiveEvent, seq: number): void
  /** What came before cannot be told any more: the API says how things stand now. */
  onGap?(): void
  onSignal?(signal: LiveSignal): void
  onAck?(clientId: string, seq: number): void
  onError?(code: string, clientId: string | undefined): void
}
export type Channel = {
  /** False while nobody listens: nothing is kept for later here. */
  send(frame: Exclude<ClientFrame, { type: 'resume' }>): boolean
  /** Gives up a socket that answers no more; takes the place back that was given away. */
  renew(): void
  close(): void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
/** After being sent away: not allowed, or too much was said. */
const SENT_AWAY = 1008
const SENT_AWAY_WAIT_MS = 30_000
/** A newer page of the same person took the place: sooner would only send that one away in turn. */
const GAVE_WAY = 4001
const GAVE_WAY_WAIT_MS = 300_000
const WAITS_MS: Record<number, number> = {
  [SENT_AWAY]: SENT_AWAY_WAIT_MS,
  [GAVE_WAY]: GAVE_WAY_WAIT_MS,
}
/** As many events as one answer to `resume` holds. */
const REPLAY_PAGE = 200

/**
 * Keeps a socket on a channel open: a fresh single-use ticket for each try, waits that grow with
 * jitter. Events are handed on without a hole: one that is ahead is not shown, and what lies before
 * it is asked for by number.
 */
export function openChannel(options: ChannelOptions): Channel {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pulse: Pulse | undefined
  let ended = false
  let gaveWay = false
  let isLive = false
  let tries = 0
  let last = options.after
  /** The newest number that is known of. */
  let target = 0
  /** After which number was asked, while the answer is not here whole. */
  let asked: number | undefined

  async function connect(): Promise<void> {
    gaveWay = false
    options.onState('connecting')
    try {
      const { ticket, url } = await askTicket(options)
      if (ended) return
      const address = new URL(url, location.href)
      address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
      const opened = new WebSocket(address, ticket)
      socket = opened
      opened.onmessage = (message) => {
        if (socket !== opened) return
        pulse?.heard()
        receive(parse(String(message.data)))
      }
      opened.onclose = (closed) => {
        if (socket === opened) again(closed?.code)
      }
    } catch {
      again()
    }
  }

  function receive(frame: ServerFrame | undefined): void {
    if (frame === undefined || ended) return
    if (frame.type === 'hello') welcome(frame.seq)
    else if (frame.type === 'event') hear(frame)
    else if (frame.type === 'events') frame.events.forEach(hear)
    else if (frame.type === 'signal') options.onSignal?.(frame.signal)
    else if (frame.type === 'ack') options.onAck?.(frame.clientId, frame.seq)
    else if (frame.code === 'resume_gap') goOnAfter(frame.seq ?? target)
    else options.onError?.(frame.code, frame.clientId)
  }

  function welcome(seq: number): void {
    tries = 0
    isLive = true
    if (socket !== undefined) pulse = takePulse(socket, renew)
    asked = undefined
    target = seq
    // Smaller than what was seen: the channel has forgotten and counts anew.
    const isAnew = last !== undefined && seq < last
    if (last === undefined || isAnew) last = seq
    options.onState('live')
    options.onHello?.()
    if (isAnew) options.onGap?.()
    resume()
  }

  function hear({ event, seq }: { event: LiveEvent; seq: number }): void {
    target = Math.max(target, seq)
    last ??= seq - 1
    if (seq === last + 1) {
      last = seq
      options.onEvent(event, seq)
    }
    resume()
  }

  // An answer that is still coming in is waited for; whatever is ahead of it is part of the next one.
  function resume(): void {
    if (last === undefined) return
    if (asked !== undefined && last < Math.min(asked + REPLAY_PAGE, target)) return
    asked = undefined
    if (last >= target) return
    asked = last
    socket?.send(JSON.stringify({ type: 'resume', after: last } satisfies ClientFrame))
  }

  function goOnAfter(seq: number): void {
    last = seq
    // What is kept follows by itself.
    if (asked !== undefined) asked = seq
    options.onGap?.()
  }

  function again(code?: number): void {
    if (ended) return
    fallSilent()
    gaveWay = code === GAVE_WAY
    options.onState(gaveWay ? 'elsewhere' : 'lost')
    const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
    tries += 1
    const wait = (code !== undefined && WAITS_MS[code]) || ceiling / 2
    timer = setTimeout(() => void connect(), wait + Math.random() * (ceiling / 2))
  }

  function fallSilent(): void {
    pulse?.stop()
    pulse = undefined
    socket = undefined
    isLive = false
  }

  function renew(): void {
    if (ended) return
    if (gaveWay) {
      clearTimeout(timer)
      void connect()
    } else if (isLive) {
      const silent = socket
      again()
      silent?.close()
    }
  }

  /** Somebody looks at this page again, and so at no other. */
  const seen = (): void => {
    if (gaveWay && !document.hidden) renew()
  }

  document.addEventListener('visibilitychange', seen)
  void connect()
  return {
    send(frame) {
      if (isLive) socket?.send(JSON.stringify(frame))
      return isLive
    },
    renew,
    close() {
      ended = true
      const left = socket
      fallSilent()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
      left?.close(1000)
    },
  }
}

async function askTicket({ channel, orderToken, isPublic = false }: ChannelOptions) {
  const response = await callApi('/api/live/tickets', {
    method: 'POST',
    guest: isPublic || orderToken !== null,
    headers: {
      'Content-Type': 'application/json',
      ...(orderToken === null ? {} : { 'X-Order-Token': orderToken }),
    },
    body: JSON.stringify({ channel }),
  })
  if (!response.ok) throw new Error(`no ticket: ${response.status}`)
  return (await response.json()) as { ticket: string; url: string }
}

const TYPES: readonly unknown[] = [
  'hello',
  'event',
  'events',
  'signal',
  'ack',
  'error',
] satisfies Array<ServerFrame['type']>

/** What our own Durable Object says is believed; "pong" and the like are no frames. */
function parse(text: string): ServerFrame | undefined {
  try {
    const frame: unknown = JSON.parse(text)
    const isKnown = typeof frame === 'object' && frame !== null && 'type' in frame
    return isKnown && TYPES.includes(frame.type) ? (frame as ServerFrame) : undefined
  } catch {
    return undefined
  }
}
