import { DurableObject } from 'cloudflare:workers'
import { type Ticket, verifyTicket } from '../src/auth/ticket.ts'
import { SETTINGS } from '../src/config/settings.ts'
import type { Seats } from '../src/services/seats/index.ts'
import { EVENT_LOG, eventsAfter, redeem, seqOf } from './event-log.ts'
import { flowed, NO_FLOW } from './flood.ts'
import type { ClientFrame, LiveEvent, LiveSignal } from './messages.ts'
import {
  askAnew,
  frameOf,
  giveWay,
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
} from './socket.ts'
import { createTelling } from './telling.ts'

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
  /** Whether what comes in one moment is told together. */
  protected readonly tellsTogether: boolean = false
  #hasTables = false
  readonly #telling = createTelling({
    sql: () => this.sql,
    sockets: () => this.ctx.getWebSockets(),
    shown: (event, listener) => this.shown(event, listener),
    together: () => this.tellsTogether,
  })

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
   * `_userId` is whose membership ends with them, if anybody's; `over` is only one socket too many.
   */
  async revoke(tickets: readonly string[], _userId: string | null, over = false): Promise<void> {
    const expiresAt = new Date(Date.now() + SETTINGS.live.ticketMs)
    for (const ticket of tickets) redeem(this.sql, ticket, expiresAt)
    for (const socket of this.ctx.getWebSockets()) {
      if (!tickets.includes(listenerOf(socket).ticket)) continue
      if (over) giveWay(socket)
      else sendAway(socket, 'not allowed any more')
    }
    // An object that was made for this alone is forgotten again.
    await this.#wakeSomeday()
  }

  /** Numbers an event, unless its key is known, and tells every socket. `side` is whose it is. */
  protected tell(
    key: string,
    event: LiveEvent,
    side: string | null = null,
    numbered?: (seq: number) => void,
  ): { seq: number; isNew: boolean } {
    return this.#telling.tell(event, { key, side }, numbered)
  }

  protected isKnown(key: string): boolean {
    return seqOf(this.sql, key) !== undefined
  }

  protected signal(signal: LiveSignal): void {
    this.#telling.signal({ type: 'signal', signal })
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
    // What came before this socket is not its own to hear.
    this.#telling.flush()
    const { 0: client, 1: server } = new WebSocketPair()
    this.ctx.acceptWebSocket(server)
    const { userId } = ticket
    const came = { since: Date.now(), ticket: ticket.id, flow: NO_FLOW }
    const listener: Listener = { userId, side: welcome.side, ...came }
    keepListener(server, listener)
    send(server, { type: 'hello', seq: this.newest() })
    this.joined(server, listener)
    this.#atSeats(userId, (seats) => seats.sat(ticket.id))
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
    } else if (isOver(listener)) askAnew(socket)
    else if (!this.mayStay(listener)) sendAway(socket, 'not allowed any more')
    else if (frame.type === 'resume') this.#replay(socket, listener, frame.after)
    else this.received(socket, listener, frame)
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    // 1005 and 1006 are reserved: the runtime refuses to send them back.
    socket.close(code === 1005 || code === 1006 ? 1000 : code)
    this.#gone(socket)
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    this.#gone(socket)
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
    this.#telling.forget()
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
    return this.#telling.newest()
  }

  #replay(socket: WebSocket, listener: Listener, seen: number): void {
    const { after, events } = eventsAfter(this.sql, seen)
    if (after !== seen) send(socket, { type: 'error', code: 'resume_gap', seq: after })
    for (const { seq, event } of events) {
      send(socket, { type: 'event', seq, event: this.shown(event, listener) })
    }
  }

  #atSeats(userId: string | null, say: (seats: Seats) => Promise<void>): void {
    if (userId === null) return
    const { SEATS } = this.env
    // The binding does not carry the class's type here. A seat that hears nothing is over in time.
    const seats = SEATS.get(SEATS.idFromName(userId)) as Seats
    this.ctx.waitUntil(say(seats).catch(() => undefined))
  }

  #gone(socket: WebSocket): void {
    const listener = listenerOf(socket)
    this.left(socket, listener)
    this.#atSeats(listener.userId, (seats) => seats.leave(listener.ticket))
  }

  async #wakeSomeday(): Promise<void> {
    if ((await this.ctx.storage.getAlarm()) !== null) return
    await this.ctx.storage.setAlarm(Date.now() + SETTINGS.live.forgetMs)
  }
}
