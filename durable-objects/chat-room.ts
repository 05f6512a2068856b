import type { Ticket } from '../src/auth/ticket.ts'
import { DAY_MS, doubling, MINUTE_MS, SECOND_MS } from '../src/common/clock.ts'
import { SETTINGS } from '../src/config/settings.ts'
import type {
  ChatHead,
  ChatPage,
  ChatRefusal,
  Member,
  Numbered,
  ChatRoom as Room,
  Said,
  Say,
  ShopHours,
  TakenBack,
} from '../src/services/chat-room/index.ts'
import { Channel, type ChannelEnv } from './channel.ts'
import { chatStore, keyOf, OTHER } from './chat-store.ts'
import { awayText, wrongWords } from './chat-words.ts'
import {
  CHAT_CHANGED,
  CHAT_SIDES,
  type ChatMessage,
  type ChatSide,
  type ClientFrame,
  type LiveEvent,
} from './messages.ts'
import { isPresent, type Listener, listenerOf, send, sendAway } from './socket.ts'
import { createWaking } from './waking.ts'

type ChatEnv = ChannelEnv & {
  PUBLIC_ORIGIN: string
  EVENTS: { send(message: unknown): Promise<unknown> }
}

type Spoken = Extract<ClientFrame, { type: 'send' }>

/** What happens in that time is told to the database in one message. */
const TELL_AFTER_MS = 200
/** In a talk that goes on, since its sockets hear of each word at once anyway. */
const TELL_EVERY_MS = SECOND_MS
const TELL_AGAIN_MS = 5 * SECOND_MS
const LONGEST_WAIT_MS = 10 * MINUTE_MS
/** An absent shop says so once in that time. */
const AWAY_EVERY_MS = DAY_MS / 3

/**
 * One shopper's talk with one shop. What was acknowledged is in its storage, in one order; lists and
 * search read a copy in the database, which is told of each change until it has it.
 */
export class ChatRoom extends Channel<ChatEnv> implements Room {
  protected override readonly tellsTogether = true
  readonly #store = chatStore(() => this.sql)
  readonly #waking = createWaking(() => this.ctx.storage)
  #toldAt = 0

  /** Lets somebody in until the membership's end; the API has checked who it is. */
  async admit(room: string, member: Member, hours: ShopHours): Promise<void> {
    this.#store.set('room', room)
    this.#store.set('hours', JSON.stringify(hours))
    this.#store.keepMember(member)
    await this.#waking.by(member.untilMs)
  }

  /** With a membership end all sockets that came by it (R5). */
  override async revoke(tickets: readonly string[], userId: string | null, over = false) {
    if (userId !== null) this.#store.dropMember(userId)
    this.#sendAwayEnded()
    await super.revoke(tickets, userId, over)
  }

  /** Writes a message down; the same client id of the same person is one message (R4). */
  async say(room: string, member: Member, hours: ShopHours, said: Say): Promise<Said> {
    await this.admit(room, member, hours)
    const refused = this.#refusal(member, said)
    if (refused !== null) return { refused }
    const seq = this.#say(member, said)
    const [told] = this.#store.page({ after: seq - 1, limit: 1 })
    if (told === undefined) throw new RangeError('what was said is gone')
    return told
  }

  async read(side: ChatSide, seq: number): Promise<void> {
    this.#read(side, seq)
  }

  /** One side wants to hear no more of the other, or does again. */
  async block(room: string, side: ChatSide, blocked: boolean): Promise<void> {
    this.#store.set('room', room)
    this.#store.set(`blocked:${side}`, blocked ? 1 : 0)
    this.#changed()
  }

  /** Oldest first, 200 at most. */
  async page(page: ChatPage): Promise<Numbered[]> {
    return this.#store.page(page)
  }

  async head(): Promise<ChatHead> {
    return this.#store.head()
  }

  async look(page: ChatPage): Promise<{ messages: Numbered[]; head: ChatHead }> {
    return { messages: this.#store.page(page), head: this.#store.head() }
  }

  async edited(after: number, limit: number): Promise<Numbered[]> {
    return this.#store.edited(after, limit)
  }

  async takeBack(room: string, userId: string, seq: number, sinceMs: number): Promise<TakenBack> {
    const before = this.#store.number('changes')
    const taken = this.#store.takeBack(userId, seq, sinceMs)
    if (this.#store.number('changes') > before) this.#tookBack(room, [seq])
    return taken
  }

  async erase(room: string, userId: string, untilMs: number): Promise<void> {
    const before = this.#store.number('changes')
    const gone = this.#store.erase(userId, untilMs)
    this.#sendAwayEnded()
    if (this.#store.number('changes') > before) this.#tookBack(room, gone)
  }

  /** The database has all up to this change. */
  async told(changes: number): Promise<void> {
    if (changes <= this.#store.number('told')) return
    this.#store.set('told', changes)
    this.#store.set('tries', 0)
  }

  /** Tells the database what it has not heard of, ends memberships, and forgets what is long over. */
  override async alarm(): Promise<void> {
    this.#waking.rang()
    const now = Date.now()
    const nextEnd = this.#store.dropEnded(now)
    this.#sendAwayEnded()
    const isUntold = this.#store.number('changes') > this.#store.number('told')
    if (isUntold) await this.#tell(now)
    if (nextEnd !== null) await this.#waking.by(nextEnd)
    if (isUntold || nextEnd !== null) return
    const [last] = this.#store.page({ limit: 1 })
    const over = last === undefined ? now : Date.parse(last.event.at) + SETTINGS.chat.keepMs
    if (over <= now) await this.forget()
    else await this.#waking.by(over)
  }

  #tookBack(room: string, seqs: number[]): void {
    this.#store.set('room', room)
    if (seqs.length > 0) this.signal({ kind: 'removed', seqs })
    this.#changed()
  }

  // Sent again until the database says that it has heard; the message names what, and holds nothing.
  async #tell(now: number): Promise<void> {
    this.#toldAt = now
    const tries = this.#store.number('tries')
    this.#store.set('tries', tries + 1)
    await this.#waking.by(now + doubling(TELL_AGAIN_MS, tries, LONGEST_WAIT_MS))
    const aggregateId = this.#store.get('room') ?? ''
    const version = this.#store.number('changes')
    const id = `${aggregateId}:${version}`
    try {
      await this.env.EVENTS.send({ id, kind: CHAT_CHANGED, aggregateId, version, payload: {} })
    } catch {
      // The alarm is set.
    }
  }

  protected override makeTables(sql: SqlStorage): void {
    this.#store.makeTables(sql)
  }

  protected override async forget(): Promise<void> {
    this.#store.forget()
    await super.forget()
    this.#store.forget()
  }

  // Whoever is let in has set the alarm.
  protected override async ready(): Promise<void> {}

  protected override welcome({ userId }: Ticket): { side: string } | null {
    const member = this.#store.member(userId, Date.now())
    return member === null ? null : { side: member.side }
  }

  protected override mayStay({ userId }: Listener): boolean {
    return this.#store.member(userId, Date.now()) !== null
  }

  // Who of the shop wrote a message is the shop's own business.
  protected override shown(event: LiveEvent, { side }: Listener): LiveEvent {
    if (side === 'shop' || event.kind !== 'message') return event
    const { by: _, ...rest } = event
    return rest
  }

  protected override joined(socket: WebSocket, { side: own }: Listener): void {
    for (const side of CHAT_SIDES) {
      const wasOnline = this.#isOnline(side, socket)
      const online = wasOnline || side === own
      const seq = this.#store.number(`read:${side}`)
      send(socket, { type: 'signal', signal: { kind: 'presence', side, online } })
      send(socket, { type: 'signal', signal: { kind: 'read', side, seq } })
      // One more window of theirs is no news.
      if (online && !wasOnline) this.signal({ kind: 'presence', side, online })
    }
  }

  protected override left(socket: WebSocket, { side: own }: Listener): void {
    for (const side of CHAT_SIDES) {
      if (side !== own || this.#isOnline(side, socket)) continue
      this.signal({ kind: 'presence', side, online: false })
    }
  }

  protected override received(
    socket: WebSocket,
    { userId }: Listener,
    frame: Exclude<ClientFrame, { type: 'resume' }>,
  ): void {
    const member = this.#store.member(userId, Date.now())
    if (member === null) return
    const { side } = member
    if (frame.type === 'typing') this.signal({ kind: 'typing', side })
    else if (frame.type === 'read') this.#read(side, frame.seq)
    else this.#hear(socket, member, frame)
  }

  #hear(socket: WebSocket, member: Member, { clientId, body }: Spoken): void {
    const said: Say = { clientId, body: { type: 'text', text: body } }
    const refused = this.#refusal(member, said)
    if (refused !== null) send(socket, { type: 'error', code: refused, clientId })
    else this.#say(member, said, (seq) => send(socket, { type: 'ack', clientId, seq }))
  }

  #say(member: Member, { clientId, body }: Say, numbered?: (seq: number) => void): number {
    const { userId, side, name } = member
    const at = new Date()
    const by = side === 'shop' ? { by: { id: userId, name } } : {}
    const event: ChatMessage = { kind: 'message', at: at.toISOString(), from: side, ...by, body }
    const { seq, isNew } = this.tell(keyOf(userId, clientId), event, side, numbered)
    if (!isNew) return seq
    // Whoever writes has read what stood there, which everybody takes from the message itself.
    this.#store.set(`read:${side}`, seq)
    this.#changed()
    if (side === 'shopper') this.#sayAway(seq, at)
    return seq
  }

  // A closed shop answers by itself, once in a while.
  #sayAway(seq: number, at: Date): void {
    const hours: ShopHours | null = JSON.parse(this.#store.get('hours') ?? 'null')
    const text = awayText(hours, at)
    if (text === null || at.getTime() - this.#store.number('awayAt') < AWAY_EVERY_MS) return
    this.#store.set('awayAt', at.getTime())
    const body = { type: 'away', text } as const
    this.tell(`away:${seq}`, { kind: 'message', at: at.toISOString(), from: 'market', body })
  }

  // What was taken once is answered alike, whatever happened since (R4).
  #refusal({ userId, side }: Member, { clientId, body }: Say): ChatRefusal | null {
    const refused = this.#wrong(side, body)
    return refused !== null && this.isKnown(keyOf(userId, clientId)) ? null : refused
  }

  #wrong(side: ChatSide, body: Say['body']): ChatRefusal | null {
    if (this.#store.get(`blocked:${OTHER[side]}`) === '1') return 'blocked'
    if (this.#store.get(`blocked:${side}`) === '1') return 'blocking'
    return wrongWords(body, this.env.PUBLIC_ORIGIN)
  }

  #read(side: ChatSide, seq: number): void {
    const upTo = Math.min(seq, this.newest())
    if (upTo <= this.#store.number(`read:${side}`)) return
    this.#store.set(`read:${side}`, upTo)
    this.signal({ kind: 'read', side, seq: upTo })
    this.#changed()
  }

  #changed(): void {
    this.#store.set('changes', this.#store.number('changes') + 1)
    const at = Math.max(Date.now() + TELL_AFTER_MS, this.#toldAt + TELL_EVERY_MS)
    this.#waking.soon(at)
  }

  readonly #isOnline = (side: ChatSide, but?: WebSocket): boolean =>
    isPresent(this.ctx.getWebSockets(), side, but)

  #sendAwayEnded(): void {
    for (const socket of this.ctx.getWebSockets()) {
      if (!this.mayStay(listenerOf(socket))) sendAway(socket, 'not allowed any more')
    }
  }
}
