import { DurableObject } from 'cloudflare:workers'
import { type Ticket, verifyTicket } from '../src/auth/ticket.ts'
import { SETTINGS } from '../src/config/settings.ts'
import type { Seats } from '../src/services/seats/index.ts'
import { EVENT_LOG, rangeOf, redeem } from './event-log.ts'
import { flowed, NO_FLOW } from './flood.ts'
import type { ClientFrame, LiveEvent, LiveSignal, ServerFrame } from './messages.ts'
import {
  frameOf,
  isOpen,
  isOver,
  isTooLarge,
  keepFlow,
  keepListener,
  type Listener,
  listenerOf,
  makesRoom,
  send,
  sendAway,
  sendText,
} from './socket.ts'

const REPLAY_PAGE = 200

export type ChannelEnv = {
  TOKEN_KEY: string
  SEATS: { idFromName(name: string): unknown; get(id: unknown): unknown }
}

/**
 * A numbered stream of events with hibernating sockets. Subclasses say what is published and who may
 * come in; numbering, tickets, replay and flood control are here. A socket is a hint: the JSON API is
 * the truth.
 */
export class Channel<Env extends ChannelEnv = ChannelEnv> extends DurableObject<Env> {
  protected readonly maxSockets: number = 200
  protected readonly keptEvents: number = 200
  #hasTables = false
  /** The newest number, once it is known. */
  #newest: number | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** Numbers an event and sends it to every socket. The same `key` twice is one event (Q2, R4). */
  async publish(key: string, event: LiveEvent): Promise<number> {
    const { seq } = this.tell(key, event)
    this.sql.exec('DELETE FROM events WHERE seq <= ?', seq - this.keptEvents)
    await this.ctx.storage.setAlarm(Date.now() + SETTINGS.live.forgetMs)
    return seq
  }

  /**
   * Closes the sockets that came with some tickets, and keeps out those that were not used yet (R5);
   * `_userId` is whose membership ends with them, if anybody's.
   */
  async revoke(tickets: readonly string[], _userId: string | null): Promise<void> {
    const expiresAt = new Date(Date.now() + SETTINGS.live.ticketMs)
    for (const ticket of tickets) redeem(this.sql, ticket, expiresAt)
    for (const socket of this.ctx.getWebSockets()) {
      if (tickets.includes(listenerOf(socket).ticket)) sendAway(socket, 'not allowed any more')
    }
    // An object that was made for this alone is forgotten again.
    await this.#wakeSomeday()
  }

  /**
   * Numbers an event, unless its key is known, and sends it to every socket. `side` is whose it is.
   * No await between numbering and sending, so that every socket hears one order (R2).
   */
  protected tell(
    key: string,
    event: LiveEvent,
    side: string | null = null,
    numbered: (seq: number) => void = () => undefined,
  ): { seq: number; isNew: boolean } {
    const known = this.sql.exec('SELECT seq FROM events WHERE key = ?', key).toArray()[0]
    if (known !== undefined) {
      numbered(Number(known.seq))
      return { seq: Number(known.seq), isNew: false }
    }
    const row = this.sql
      .exec(
        'INSERT INTO events (key, side, body) VALUES (?, ?, ?) RETURNING seq',
        key,
        side,
        JSON.stringify(event),
      )
      .one()
    const seq = Number(row.seq)
    this.#newest = seq
    numbered(seq)
    this.broadcast((listener) => ({ type: 'event', seq, event: this.shown(event, listener) }))
    return { seq, isNew: true }
  }

  /** Sends each socket a frame of its own; the same object is written out once. */
  protected broadcast(frameFor: (listener: Listener) => ServerFrame | null): void {
    const texts = new Map<string | null, string | null>()
    for (const socket of this.ctx.getWebSockets()) {
      const listener = listenerOf(socket)
      if (isOver(listener)) {
        sendAway(socket, 'open for too long')
        continue
      }
      if (!texts.has(listener.side)) {
        const frame = frameFor(listener)
        texts.set(listener.side, frame === null ? null : JSON.stringify(frame))
      }
      const text = texts.get(listener.side) ?? null
      if (text !== null) sendText(socket, text)
    }
  }

  protected signal(signal: LiveSignal): void {
    this.broadcast(() => ({ type: 'signal', signal }))
  }

  /** Opens a socket for whoever holds an unused ticket for this channel, and may come in. */
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
    if (ticket === null || !redeem(this.sql, ticket.id, ticket.expiresAt)) {
      return new Response('The ticket is not valid', { status: 403 })
    }
    const welcome = this.welcome(ticket)
    if (welcome === null) return new Response('Not allowed here', { status: 403 })
    if (!makesRoom(this.ctx.getWebSockets(), ticket.userId, this.maxSockets)) {
      return new Response('Too many listeners', { status: 503, headers: { 'retry-after': '5' } })
    }
    await this.ready()
    const { 0: client, 1: server } = new WebSocketPair()
    this.ctx.acceptWebSocket(server)
    const { userId } = ticket
    const came = { since: Date.now(), ticket: ticket.id, flow: NO_FLOW }
    const listener: Listener = { userId, side: welcome.side, ...came }
    keepListener(server, listener)
    send(server, { type: 'hello', seq: this.newest() })
    this.joined(server, listener)
    return new Response(null, {
      status: 101,
      webSocket: client,
      headers: { 'sec-websocket-protocol': offered },
    })
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    if (typeof data !== 'string' || isTooLarge(data)) {
      socket.close(1009, 'frame too large')
      return
    }
    // What was on its way when the socket was closed is not heard any more.
    if (!isOpen(socket)) return
    const listener = listenerOf(socket)
    const { flow, answer } = flowed(listener.flow, Date.now())
    keepFlow(socket, listener, flow)
    if (answer === 'close') sendAway(socket, 'too many frames')
    if (answer === 'warn') send(socket, { type: 'error', code: 'rate_limited' })
    if (answer !== 'take') return
    const frame = frameOf(data)
    if (frame.type === 'none') {
      send(socket, { type: 'error', code: 'frame_invalid', ...frame.named })
    } else if (isOver(listener) || !this.mayStay(listener)) sendAway(socket, 'not allowed any more')
    else if (frame.type === 'resume') this.#replay(socket, listener, frame.after)
    else this.received(socket, listener, frame)
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    // 1005 and 1006 are reserved: the runtime refuses to send them back.
    socket.close(code === 1005 || code === 1006 ? 1000 : code)
    await this.#gone(socket)
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    await this.#gone(socket)
  }

  /** What nobody has spoken of for long is forgotten whole: whoever comes back reads the API. */
  override async alarm(): Promise<void> {
    if (this.ctx.getWebSockets().length > 0) {
      await this.ctx.storage.setAlarm(Date.now() + SETTINGS.live.forgetMs)
      return
    }
    await this.forget()
  }

  protected async forget(): Promise<void> {
    await this.ctx.storage.deleteAll()
    this.#hasTables = false
    this.#newest = undefined
  }

  /** Before a socket is taken in: something has to wake the object when all is over. */
  protected async ready(): Promise<void> {
    await this.#wakeSomeday()
  }

  // Made when they are needed, so that an object that has forgotten everything takes no room.
  protected get sql(): SqlStorage {
    const { sql } = this.ctx.storage
    if (this.#hasTables) return sql
    sql.exec(EVENT_LOG)
    this.makeTables(sql)
    this.#hasTables = true
    return sql
  }

  /** Tables beyond those of every channel. */
  protected makeTables(_sql: SqlStorage): void {}

  /** On which side a ticket's holder comes in; null for who may not. */
  protected welcome(_ticket: Ticket): { side: string | null } | null {
    return { side: null }
  }

  /** Asked for each frame (R5). */
  protected mayStay(_listener: Listener): boolean {
    return true
  }

  /** An event as a listener may see it; alike for all of one side. */
  protected shown(event: LiveEvent, _listener: Listener): LiveEvent {
    return event
  }

  protected joined(_socket: WebSocket, _listener: Listener): void {}
  protected left(_socket: WebSocket, _listener: Listener): void {}

  /** A frame other than `resume`. A channel that only speaks refuses it. */
  protected received(
    socket: WebSocket,
    _listener: Listener,
    _frame: Exclude<ClientFrame, { type: 'resume' }>,
  ): void {
    send(socket, { type: 'error', code: 'frame_refused' })
  }

  protected newest(): number {
    this.#newest ??= rangeOf(this.sql).newest
    return this.#newest
  }

  // Numbers below the oldest kept are gone; one above the newest is of a channel that began anew.
  #replay(socket: WebSocket, listener: Listener, seen: number): void {
    const { oldest, newest } = rangeOf(this.sql)
    const gap = newest > 0 && seen < oldest - 1
    const after = gap || seen > newest ? Math.max(0, oldest - 1) : seen
    if (after !== seen) send(socket, { type: 'error', code: 'resume_gap', seq: after })
    const rows = this.sql.exec(
      'SELECT seq, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?',
      after,
      REPLAY_PAGE,
    )
    for (const row of rows) {
      const event = this.shown(JSON.parse(String(row.body)) as LiveEvent, listener)
      send(socket, { type: 'event', seq: Number(row.seq), event })
    }
  }

  async #gone(socket: WebSocket): Promise<void> {
    const listener = listenerOf(socket)
    this.left(socket, listener)
    const { userId, ticket } = listener
    if (userId === null) return
    const { SEATS } = this.env
    // The binding does not carry the class's type here. A seat that is not given up is over in time.
    const seats = SEATS.get(SEATS.idFromName(userId)) as Seats
    await seats.leave(ticket).catch(() => undefined)
  }

  async #wakeSomeday(): Promise<void> {
    if ((await this.ctx.storage.getAlarm()) !== null) return
    await this.ctx.storage.setAlarm(Date.now() + SETTINGS.live.forgetMs)
  }
}
