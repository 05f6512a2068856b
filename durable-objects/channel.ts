import { DurableObject } from 'cloudflare:workers'
import { verifyTicket } from '../src/auth/ticket.ts'
import { SETTINGS } from '../src/config/settings.ts'
import { ClientFrame, type LiveEvent, type ServerFrame } from './messages.ts'

const MAX_FRAME_BYTES = 16 * 1024
const MAX_SOCKETS = 200
const KEPT_EVENTS = 200
const REPLAY_PAGE = 200
const FLOOD_WINDOW_MS = 1000
const FLOOD_FRAMES = 20
/** Who floods again within that time of being told is sent away. */
const FLOOD_MEMORY_MS = 60_000

type Attached = { userId: string | null; windowStart: number; frames: number; warnedAt: number }
export type ChannelEnv = { TOKEN_KEY: string }

/**
 * A numbered stream of events with hibernating sockets. Subclasses say what is published; numbering,
 * tickets, replay and flood control are here. A socket is a hint: the JSON API is the truth.
 */
export class Channel extends DurableObject<ChannelEnv> {
  #hasTables = false

  constructor(ctx: DurableObjectState, env: ChannelEnv) {
    super(ctx, env)
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** Numbers an event and sends it to every socket. The same `key` twice is one event (Q2, R4). */
  async publish(key: string, event: LiveEvent): Promise<number> {
    const seq = this.#number(key, event)
    await this.ctx.storage.setAlarm(Date.now() + SETTINGS.live.forgetMs)
    return seq
  }

  // No await between numbering and sending, so that every socket hears one order.
  #number(key: string, event: LiveEvent): number {
    const known = this.#sql.exec('SELECT seq FROM events WHERE key = ?', key).toArray()[0]
    if (known !== undefined) return Number(known.seq)
    const row = this.#sql
      .exec(
        'INSERT INTO events (key, body) VALUES (?, ?) RETURNING seq',
        key,
        JSON.stringify(event),
      )
      .one()
    const seq = Number(row.seq)
    this.#sql.exec('DELETE FROM events WHERE seq <= ?', seq - KEPT_EVENTS)
    for (const socket of this.ctx.getWebSockets()) send(socket, { type: 'event', seq, event })
    return seq
  }

  /** Opens a socket for whoever holds an unused ticket for this channel. */
  override async fetch(request: Request): Promise<Response> {
    const offered = request.headers.get('sec-websocket-protocol') ?? ''
    if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') {
      return new Response('This address speaks WebSocket', { status: 426 })
    }
    const channel = request.headers.get('x-talat-channel') ?? ''
    const ticket = await verifyTicket(this.env.TOKEN_KEY, offered, {
      channel,
      origin: request.headers.get('origin'),
      now: new Date(),
    })
    if (ticket === null || !this.#redeem(ticket.id, ticket.expiresAt)) {
      return new Response('The ticket is not valid', { status: 403 })
    }
    if (this.ctx.getWebSockets().length >= MAX_SOCKETS) {
      return new Response('Too many listeners', { status: 503, headers: { 'retry-after': '5' } })
    }
    if ((await this.ctx.storage.getAlarm()) === null) {
      await this.ctx.storage.setAlarm(Date.now() + SETTINGS.live.forgetMs)
    }
    const { 0: client, 1: server } = new WebSocketPair()
    this.ctx.acceptWebSocket(server)
    const attached: Attached = { userId: ticket.userId, windowStart: 0, frames: 0, warnedAt: 0 }
    server.serializeAttachment(attached)
    send(server, { type: 'hello', seq: this.#range().newest })
    return new Response(null, {
      status: 101,
      webSocket: client,
      headers: { 'sec-websocket-protocol': offered },
    })
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    if (typeof data !== 'string' || data.length > MAX_FRAME_BYTES) {
      socket.close(1009, 'frame too large')
      return
    }
    const answer = this.#floodAnswer(socket)
    if (answer === 'close') socket.close(1008, 'too many frames')
    if (answer === 'warn') send(socket, { type: 'error', code: 'rate_limited' })
    if (answer !== 'take') return
    const frame = ClientFrame.safeParse(parsed(data))
    if (!frame.success) {
      send(socket, { type: 'error', code: 'frame_invalid' })
      return
    }
    if (frame.data.type === 'resume') this.#replay(socket, frame.data.after)
    else this.received(socket, frame.data)
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    // 1005 and 1006 are reserved: the runtime refuses to send them back.
    socket.close(code === 1005 || code === 1006 ? 1000 : code)
  }

  /** What nobody has spoken of for long is forgotten whole: whoever comes back reads the API. */
  override async alarm(): Promise<void> {
    if (this.ctx.getWebSockets().length > 0) {
      await this.ctx.storage.setAlarm(Date.now() + SETTINGS.live.forgetMs)
      return
    }
    await this.ctx.storage.deleteAll()
    this.#hasTables = false
  }

  // Made when they are needed, so that an object that has forgotten everything takes no room.
  get #sql(): SqlStorage {
    const { sql } = this.ctx.storage
    if (this.#hasTables) return sql
    sql.exec(`
      CREATE TABLE IF NOT EXISTS events (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS redeemed (jti TEXT PRIMARY KEY, expires_at INTEGER NOT NULL);`)
    this.#hasTables = true
    return sql
  }

  /** A frame other than `resume`. A channel that only speaks refuses it. */
  protected received(socket: WebSocket, _frame: Exclude<ClientFrame, { type: 'resume' }>): void {
    send(socket, { type: 'error', code: 'frame_refused' })
  }

  // Numbers below the oldest kept are gone; one above the newest is of a channel that began anew.
  #replay(socket: WebSocket, seen: number): void {
    const { oldest, newest } = this.#range()
    const gap = newest > 0 && seen < oldest - 1
    const after = gap || seen > newest ? Math.max(0, oldest - 1) : seen
    if (after !== seen) send(socket, { type: 'error', code: 'resume_gap', seq: after })
    const rows = this.#sql.exec(
      'SELECT seq, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?',
      after,
      REPLAY_PAGE,
    )
    for (const row of rows) {
      const event = JSON.parse(String(row.body)) as LiveEvent
      send(socket, { type: 'event', seq: Number(row.seq), event })
    }
  }

  #redeem(id: string, expiresAt: Date): boolean {
    this.#sql.exec('DELETE FROM redeemed WHERE expires_at < ?', Date.now())
    const taken = this.#sql.exec(
      'INSERT INTO redeemed (jti, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
      id,
      expiresAt.getTime(),
    )
    return taken.rowsWritten > 0
  }

  #range(): { oldest: number; newest: number } {
    const { oldest, newest } = this.#sql
      .exec('SELECT coalesce(min(seq), 0) AS oldest, coalesce(max(seq), 0) AS newest FROM events')
      .one()
    return { oldest: Number(oldest), newest: Number(newest) }
  }

  // One word to whoever sends too much; what was on its way is dropped; who goes on is sent away.
  #floodAnswer(socket: WebSocket): 'take' | 'warn' | 'drop' | 'close' {
    const attached = socket.deserializeAttachment() as Attached
    const now = Date.now()
    const fresh = now - attached.windowStart > FLOOD_WINDOW_MS
    const next = fresh
      ? { ...attached, windowStart: now, frames: 1 }
      : { ...attached, frames: attached.frames + 1 }
    const warned = now - attached.warnedAt < FLOOD_MEMORY_MS
    const floods = next.frames > FLOOD_FRAMES
    if (floods && !warned) next.warnedAt = now
    socket.serializeAttachment(next)
    if (!floods) return 'take'
    if (!warned) return 'warn'
    const goesOn = next.frames > 2 * FLOOD_FRAMES || attached.warnedAt < next.windowStart
    return goesOn ? 'close' : 'drop'
  }
}

function send(socket: WebSocket, frame: ServerFrame): void {
  try {
    socket.send(JSON.stringify(frame))
  } catch {
    // The socket closed meanwhile; whoever reconnects resumes from the last number it saw.
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}
