import { DurableObject } from 'cloudflare:workers'
import { HOUR_MS, SECOND_MS } from '../src/common/clock.ts'
import { SETTINGS } from '../src/config/settings.ts'
import type { Ended, Seat, Seats } from '../src/services/seats/index.ts'
import { createWaking } from './waking.ts'

type ChannelStub = {
  revoke(tickets: string[], userId: string | null, over: boolean): Promise<void>
}
type Objects = { idFromName(name: string): unknown; get(id: unknown): unknown }
/** Of a seat that gives way to a newer one. */
const OVER = 'over'
/** Whose socket is closed: `gone` is the account whose membership of the room ends with it, or empty, or `over`. */
type Going = { ticket: string; address: string; gone: string }

type SeatsEnv = Record<
  'ORDER_STATUS' | 'CHAT_ROOMS' | 'STOCK_WATCH' | 'INBOXES' | 'OPERATOR_FEED',
  Objects
>

const TRY_AGAIN_MS = SECOND_MS
const AT_ONCE = 20
/** Clocks of two machines differ by less: whoever asked so shortly after an end asks again. */
const SKEW_MS = 2 * SECOND_MS
/** Longer than any request for a ticket takes. */
const KEPT_END_MS = HOUR_MS

/**
 * Where one user sits: a row for each ticket given out, until its socket closes. Small and his own, so
 * that nobody waits for it but himself, and an end finds his sockets without a look at any channel.
 */
export class UserSeats extends DurableObject<SeatsEnv> implements Seats {
  readonly #sql: SqlStorage
  readonly #waking = createWaking(() => this.ctx.storage)

  constructor(ctx: DurableObjectState, env: SeatsEnv) {
    super(ctx, env)
    this.#sql = ctx.storage.sql
    this.#createTables()
  }

  /**
   * No await between looking and writing: an end comes before it, and is known here, or after it, and
   * finds the row. With too many seats the oldest gives way, so that nobody locks himself out.
   */
  async take({ ticket, address, sessionId, shopId, askedMs }: Seat): Promise<boolean> {
    const now = Date.now()
    this.#forget(now)
    if (this.#hasEnded(sessionId, shopId, askedMs)) return false
    this.#sql.exec(
      'INSERT INTO seats (ticket, address, session_id, shop_id, until) VALUES (?, ?, ?, ?, ?)',
      ...[ticket, address, sessionId, shopId],
      now + SETTINGS.live.ticketMs + SETTINGS.live.socketMs,
    )
    const tooMany = this.#sql
      .exec(
        // First those whose tickets nobody used: a proxy that lets no socket through costs no other.
        `UPDATE seats SET gone = '${OVER}' WHERE ticket IN (
          SELECT ticket FROM seats WHERE gone IS NULL
          ORDER BY (sat = 1 OR until >= ?) DESC, number DESC LIMIT -1 OFFSET ?)
        RETURNING ticket`,
        now + SETTINGS.live.socketMs,
        SETTINGS.live.socketsPerUser,
      )
      .toArray()
    await this.#waking.by(tooMany.length > 0 ? now + TRY_AGAIN_MS : this.#nextEnd())
    // Whoever comes in does not wait for who goes out; the alarm does what this leaves undone.
    if (tooMany.length > 0) void this.#sendOff()
    return true
  }

  async sat(ticket: string): Promise<void> {
    this.#sql.exec('UPDATE seats SET sat = 1 WHERE ticket = ?', ticket)
  }

  async leave(ticket: string): Promise<void> {
    this.#sql.exec('DELETE FROM seats WHERE ticket = ? AND gone IS NULL', ticket)
  }

  /** What a channel does not answer to is said again, each second, until it has. */
  async end(userId: string, ended: Ended): Promise<void> {
    const now = Date.now()
    this.#sql.exec(
      'INSERT INTO ended (what, at) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET at = excluded.at',
      ...[nameOf(ended), now],
    )
    const [own, ...bound] = seatsBy(ended)
    // A room's list of members follows a membership; a session has none there.
    this.#sql.exec(
      `UPDATE seats SET gone = ? WHERE coalesce(gone, '') IN ('', '${OVER}') AND ${own}`,
      ...[ended.kind === 'session' ? '' : userId, ...bound],
    )
    await this.#waking.by(now + TRY_AGAIN_MS)
    await this.#sendOff()
  }

  override async alarm(): Promise<void> {
    this.#waking.rang()
    this.#forget(Date.now())
    await this.#sendOff()
    const [waiting] = this.#sql.exec('SELECT 1 FROM seats WHERE gone IS NOT NULL LIMIT 1')
    if (waiting !== undefined) return await this.#waking.by(Date.now() + TRY_AGAIN_MS)
    const next = this.#nextEnd()
    if (next < Number.POSITIVE_INFINITY) return await this.#waking.by(next)
    await this.ctx.storage.deleteAll()
    this.#createTables()
  }

  async #sendOff(): Promise<void> {
    const rows = this.#sql
      .exec<Going>('SELECT ticket, address, gone FROM seats WHERE gone IS NOT NULL')
      .toArray()
    const calls = [...Map.groupBy(rows, ({ address, gone }) => `${gone} ${address}`).values()]
    for (let from = 0; from < calls.length; from += AT_ONCE) {
      await Promise.all(calls.slice(from, from + AT_ONCE).map(async (call) => this.#tell(call)))
    }
  }

  // Whatever fails stays written down, and the alarm is set.
  async #tell(seats: readonly Going[]): Promise<void> {
    const [some] = seats
    if (some === undefined) return
    const tickets = seats.map(({ ticket }) => ticket)
    try {
      const over = some.gone === OVER
      const whose = over || some.gone === '' ? null : some.gone
      await channelOf(this.env, some.address).revoke(tickets, whose, over)
    } catch {
      return
    }
    for (const ticket of tickets) this.#sql.exec('DELETE FROM seats WHERE ticket = ?', ticket)
  }

  #hasEnded(sessionId: string, shopId: string | null, askedMs: number): boolean {
    const ways: Ended[] = [{ kind: 'account' }, { kind: 'session', sessionId }]
    if (shopId !== null) ways.push({ kind: 'shop', shopId })
    return ways.some((way) => {
      const [row] = this.#sql.exec('SELECT at FROM ended WHERE what = ?', nameOf(way)).toArray()
      return row !== undefined && Number(row.at) + SKEW_MS >= askedMs
    })
  }

  #forget(now: number): void {
    this.#sql.exec('DELETE FROM seats WHERE until <= ?', now)
    this.#sql.exec('DELETE FROM ended WHERE at <= ?', now - KEPT_END_MS)
  }

  /** When the next row is over, in milliseconds since 1970; infinity without any. */
  #nextEnd(): number {
    const [row] = this.#sql
      .exec(
        `SELECT min(over) AS next FROM (
          SELECT min(until) AS over FROM seats UNION ALL SELECT min(at) + ? FROM ended)`,
        KEPT_END_MS,
      )
      .toArray()
    return row?.next == null ? Number.POSITIVE_INFINITY : Number(row.next)
  }

  #createTables(): void {
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS seats (
        number INTEGER PRIMARY KEY AUTOINCREMENT, ticket TEXT NOT NULL UNIQUE,
        address TEXT NOT NULL, session_id TEXT NOT NULL, shop_id TEXT, until INTEGER NOT NULL,
        sat INTEGER NOT NULL DEFAULT 0,
        -- Null while it may be sat on; else whose membership of the room ends with it, if anybody's.
        gone TEXT);
      CREATE TABLE IF NOT EXISTS ended (what TEXT PRIMARY KEY, at INTEGER NOT NULL);`)
  }
}

// As src/services/live finds them, which no object may ask.
const OBJECTS = {
  ...{ 'order-group': 'ORDER_STATUS', chat: 'CHAT_ROOMS', stock: 'STOCK_WATCH' },
  ...{ inbox: 'INBOXES', admin: 'OPERATOR_FEED' },
} as const satisfies Record<string, keyof SeatsEnv>

function channelOf(env: SeatsEnv, address: string): ChannelStub {
  const [kind, id = ''] = address.split(':')
  const [, name] = Object.entries(OBJECTS).find(([known]) => known === kind) ?? []
  if (name === undefined) throw new RangeError(`no channel is called ${kind}`)
  // The binding does not carry the class's type here; every one of these is a Channel.
  return env[name].get(env[name].idFromName(id)) as ChannelStub
}

function nameOf(ended: Ended): string {
  if (ended.kind === 'session') return `session:${ended.sessionId}`
  return ended.kind === 'shop' ? `shop:${ended.shopId}` : 'account'
}

/** Which seats came by what has ended: a condition, and what it binds. */
function seatsBy(ended: Ended): [string, ...string[]] {
  if (ended.kind === 'session') return ['session_id = ?', ended.sessionId]
  return ended.kind === 'shop' ? ['shop_id = ?', ended.shopId] : ['true']
}
