import { DurableObject } from 'cloudflare:workers'
import { verifyTicket } from '../src/auth/ticket.ts'
import { ClientFrame, type LiveEvent, type ServerFrame } from './messages.ts'

const MAX_FRAME_BYTES = 16 * 1024
const MAX_SOCKETS = 200
const KEPT_EVENTS = 200
const REPLAY_PAGE = 200
const FLOOD_WINDOW_MS = 1000
const FLOOD_FRAMES = 20

type Attached = { userId: string | null; windowStart: number; frames: number }
export type ChannelEnv = { TOKEN_KEY: string }

/**
 * A numbered stream of events with hibernating sockets. Subclasses say what is published; numbering,
 * tickets, replay and flood control are here. A socket is a hint: the JSON API is the truth.
 */
export class Channel extends DurableObject<ChannelEnv> {
  readonly #sql: SqlStorage

  constructor(ctx: DurableObjectState, env: ChannelEnv) {
    super(ctx, env)
    this.#sql = ctx.storage.sql
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS events (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS redeemed (jti TEXT PRIMARY KEY, expires_at INTEGER NOT NULL);`)
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** Numbers an event and sends it to every socket. The same `key` twice is one event (Q2, R4). */
  publish(key: string, event: LiveEvent): number {
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
    const { 0: client, 1: server } = new WebSocketPair()
    this.ctx.acceptWebSocket(server)
    const attached: Attached = { userId: ticket.userId, windowStart: 0, frames: 0 }
    server.serializeAttachment(attached)
    send(server, { type: 'hello', seq: this.#lastSeq() })
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
    if (this.#floods(socket)) {
      send(socket, { type: 'error', code: 'rate_limited' })
      return
    }
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

  /** A frame other than `resume`. A channel that only speaks refuses it. */
  protected received(socket: WebSocket, _frame: Exclude<ClientFrame, { type: 'resume' }>): void {
    send(socket, { type: 'error', code: 'frame_refused' })
  }

  #replay(socket: WebSocket, after: number): void {
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

  #lastSeq(): number {
    return Number(this.#sql.exec('SELECT coalesce(max(seq), 0) AS seq FROM events').one().seq)
  }

  #floods(socket: WebSocket): boolean {
    const attached = socket.deserializeAttachment() as Attached
    const now = Date.now()
    const fresh = now - attached.windowStart > FLOOD_WINDOW_MS
    const next = fresh
      ? { ...attached, windowStart: now, frames: 1 }
      : { ...attached, frames: attached.frames + 1 }
    socket.serializeAttachment(next)
    return next.frames > FLOOD_FRAMES
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
