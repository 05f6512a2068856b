import type { ServerFrame } from '../../durable-objects/messages.ts'
import { callApi } from '../session/store.ts'

export type ChannelState = 'connecting' | 'live' | 'lost'
export type ChannelOptions = {
  channel: string
  /** A guest's right to listen; without it the signed-in account's. */
  orderToken: string | null
  onEvent(): void
  onState(state: ChannelState): void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

/**
 * Keeps a socket on a channel open: a fresh single-use ticket for each try, waits that grow with
 * jitter, and after a break what was missed is asked for by number. Answers a function that ends it.
 */
export function openChannel(options: ChannelOptions): () => void {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  let tries = 0
  let lastSeq: number | undefined

  async function connect(): Promise<void> {
    options.onState('connecting')
    try {
      const { ticket, url } = await askTicket(options)
      if (ended) return
      const address = new URL(url, location.href)
      address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
      socket = new WebSocket(address, ticket)
      socket.onmessage = (message) => receive(String(message.data))
      socket.onclose = again
    } catch {
      again()
    }
  }

  function receive(text: string): void {
    const frame = parse(text)
    if (frame?.type === 'hello') {
      tries = 0
      options.onState('live')
      // Whatever happened while nobody listened is one look at the page away.
      if (lastSeq !== undefined && frame.seq > lastSeq) {
        socket?.send(JSON.stringify({ type: 'resume', after: lastSeq }))
      }
      // Smaller than what was seen: the channel has forgotten and counts anew.
      if (lastSeq === undefined || frame.seq < lastSeq) lastSeq = frame.seq
      options.onEvent()
    }
    // What was missed is no longer kept: the page itself says how things stand now.
    if (frame?.type === 'error' && frame.code === 'resume_gap') {
      lastSeq = frame.seq
      options.onEvent()
    }
    if (frame?.type === 'event' && frame.seq > (lastSeq ?? -1)) {
      lastSeq = frame.seq
      options.onEvent()
    }
  }

  function again(): void {
    if (ended) return
    options.onState('lost')
    const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
    tries += 1
    timer = setTimeout(() => void connect(), ceiling / 2 + Math.random() * (ceiling / 2))
  }

  void connect()
  return () => {
    ended = true
    clearTimeout(timer)
    socket?.close(1000)
  }
}

async function askTicket({ channel, orderToken }: ChannelOptions) {
  const response = await callApi('/api/live/tickets', {
    method: 'POST',
    guest: orderToken !== null,
    headers: {
      'Content-Type': 'application/json',
      ...(orderToken === null ? {} : { 'X-Order-Token': orderToken }),
    },
    body: JSON.stringify({ channel }),
  })
  if (!response.ok) throw new Error(`no ticket: ${response.status}`)
  return (await response.json()) as { ticket: string; url: string }
}

/** Only `type` and `seq` matter here: what happened is read from the page's own loader. */
function parse(text: string): ServerFrame | undefined {
  try {
    const frame: unknown = JSON.parse(text)
    const known = typeof frame === 'object' && frame !== null && 'type' in frame
    return known && 'seq' in frame && typeof frame.seq === 'number'
      ? (frame as ServerFrame)
      : undefined
  } catch {
    // "pong" and the like.
    return undefined
  }
}
