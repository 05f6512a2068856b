import { DurableObject } from 'cloudflare:workers'
import { SETTINGS } from '../src/config/settings.ts'
import type {
  FlashCount,
  FlashStock as Held,
  KnownTake,
  Take,
  TakeAnswer,
  Transfer,
} from '../src/services/flash-stock/index.ts'
import { createWaking } from './waking.ts'

/** `gone` may come again, when the database turns out to have it; `ended` never: it had it, and ended it. */
type State = 'pending' | 'kept' | 'gone' | 'ended'
/** What a take's units are held by; otherwise they are there for others. */
const HOLDS: ReadonlySet<State> = new Set(['pending', 'kept'])
type Row = { key: string; quantity: number; state: State }

/**
 * The units of one item of a flash sale. Looking and taking is one synchronous piece of work, so that
 * no two takers see the same unit; what was answered is durable before it is heard.
 */
export class FlashStock extends DurableObject implements Held {
  #hasTables = false
  readonly #waking = createWaking(() => this.ctx.storage)

  /** Units come or go, once for each transfer's id. */
  async transfer({ id, quantity, perBuyer, forgetAtMs }: Transfer): Promise<FlashCount> {
    const known = this.#sql.exec('SELECT id FROM transfers WHERE id = ?', id).toArray()
    if (known.length === 0) {
      this.#sql.exec('INSERT INTO transfers (id, quantity) VALUES (?, ?)', id, quantity)
      this.#sql.exec(
        `INSERT INTO item (one, left_over, per_buyer, ended, forget_at) VALUES (1, ?, ?, 0, ?)
        ON CONFLICT (one) DO UPDATE SET left_over = left_over + excluded.left_over`,
        quantity,
        perBuyer,
        forgetAtMs,
      )
    }
    const count = this.#count()
    await this.#waking.by(Date.now() + SETTINGS.flash.takeLeaseMs)
    return count
  }

  /** Takes units for a key until they are settled or released, at the latest a lease later. */
  async take({ key, holders, quantity, atMs }: Take): Promise<TakeAnswer> {
    const answer = this.#taken(key, holders, quantity, atMs)
    if (answer === 'taken') await this.#waking.by(Date.now() + SETTINGS.flash.takeLeaseMs)
    return answer
  }

  #taken(key: string, holders: readonly string[], quantity: number, atMs: number): TakeAnswer {
    const item = this.#item()
    if (item === undefined) return 'unfunded'
    if (item.ended) return 'ended'
    this.#expire(atMs)
    const known = this.#find(key)
    if (known !== undefined && HOLDS.has(known.state)) return 'taken'
    if (this.#left() < quantity) return 'sold_out'
    if (holders.some((holder) => this.#heldBy(holder) + quantity > item.perBuyer)) return 'limit'
    this.#put(key, holders, quantity, 'pending', atMs + SETTINGS.flash.takeLeaseMs)
    return 'taken'
  }

  async settle(key: string): Promise<void> {
    const known = this.#find(key)
    // One whose lease ran out before its settling came stands all the same: the database has it.
    if (known !== undefined) this.#move(known, 'kept')
  }

  async release(key: string): Promise<void> {
    const known = this.#find(key)
    if (known?.state === 'pending') this.#move(known, 'gone')
  }

  async reconcile(known: readonly KnownTake[], atMs: number, ended: boolean): Promise<FlashCount> {
    if (this.#item() === undefined) return { received: 0, left: 0, kept: 0, pending: 0 }
    for (const { key, holders, quantity, stands } of known) {
      const found = this.#find(key)
      const state = stands ? 'kept' : 'ended'
      if (found !== undefined) this.#move(found, state)
      // The database took it while this object could not be asked, or had forgotten.
      else this.#put(key, holders, quantity, state, 0)
    }
    if (ended) this.#sql.exec('UPDATE item SET ended = 1')
    this.#expire(ended ? Number.MAX_SAFE_INTEGER : atMs)
    return this.#count()
  }

  /** Gives back what nobody settled; an item that is long over is forgotten whole. */
  override async alarm(): Promise<void> {
    this.#waking.rang()
    const item = this.#item()
    if (item === undefined) return
    if (Date.now() >= item.forgetAt) {
      await this.ctx.storage.deleteAll()
      this.#hasTables = false
      return
    }
    this.#expire(Date.now())
    const { next } = this.#sql
      .exec<{ next: number | null }>("SELECT min(until) AS next FROM takes WHERE state = 'pending'")
      .one()
    await this.#waking.by(Math.max(Date.now(), Math.min(next ?? item.forgetAt, item.forgetAt)))
  }

  #expire(atMs: number): void {
    const late = this.#sql
      .exec<Row>(
        "SELECT key, quantity, state FROM takes WHERE state = 'pending' AND until <= ?",
        atMs,
      )
      .toArray()
    for (const take of late) this.#move(take, 'gone')
  }

  #find(key: string): Row | undefined {
    return this.#sql
      .exec<Row>('SELECT key, quantity, state FROM takes WHERE key = ?', key)
      .toArray()[0]
  }

  #put(
    key: string,
    holders: readonly string[],
    quantity: number,
    state: State,
    until: number,
  ): void {
    this.#sql.exec('DELETE FROM holders WHERE key = ?', key)
    this.#sql.exec(
      `INSERT INTO takes (key, quantity, state, until) VALUES (?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET
        quantity = excluded.quantity, state = excluded.state, until = excluded.until`,
      key,
      quantity,
      state,
      until,
    )
    for (const holder of new Set(holders)) {
      this.#sql.exec('INSERT INTO holders (holder, key) VALUES (?, ?)', holder, key)
    }
    const held = HOLDS.has(state) ? quantity : 0
    this.#sql.exec('UPDATE item SET left_over = left_over - ?', held)
  }

  #move({ key, quantity, state }: Row, to: State): void {
    if (state === to || state === 'ended') return
    this.#sql.exec('UPDATE takes SET state = ? WHERE key = ?', to, key)
    const change = Number(HOLDS.has(state)) - Number(HOLDS.has(to))
    this.#sql.exec('UPDATE item SET left_over = left_over + ?', change * quantity)
  }

  #heldBy(holder: string): number {
    const { held } = this.#sql
      .exec<{ held: number }>(
        `SELECT coalesce(sum(takes.quantity), 0) AS held FROM holders
        INNER JOIN takes ON takes.key = holders.key
        WHERE holders.holder = ? AND takes.state IN ('pending', 'kept')`,
        holder,
      )
      .one()
    return held
  }

  #left(): number {
    return this.#sql.exec<{ left: number }>('SELECT left_over AS left FROM item').one().left
  }

  #item(): { perBuyer: number; ended: boolean; forgetAt: number } | undefined {
    const row = this.#sql.exec('SELECT per_buyer, ended, forget_at FROM item').toArray()[0]
    if (row === undefined) return undefined
    return {
      perBuyer: Number(row.per_buyer),
      ended: row.ended === 1,
      forgetAt: Number(row.forget_at),
    }
  }

  #count(): FlashCount {
    const { received } = this.#sql
      .exec<{ received: number }>('SELECT coalesce(sum(quantity), 0) AS received FROM transfers')
      .one()
    const of = (state: State) =>
      this.#sql
        .exec<{ units: number }>(
          'SELECT coalesce(sum(quantity), 0) AS units FROM takes WHERE state = ?',
          state,
        )
        .one().units
    return { received, left: this.#left(), kept: of('kept'), pending: of('pending') }
  }

  // Made when they are needed, so that an object that has forgotten everything takes no room.
  get #sql(): SqlStorage {
    const { sql } = this.ctx.storage
    if (this.#hasTables) return sql
    sql.exec(`
      CREATE TABLE IF NOT EXISTS item (one INTEGER PRIMARY KEY, left_over INTEGER NOT NULL,
        per_buyer INTEGER NOT NULL, ended INTEGER NOT NULL, forget_at INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS transfers (id TEXT PRIMARY KEY, quantity INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS takes (key TEXT PRIMARY KEY, quantity INTEGER NOT NULL,
        state TEXT NOT NULL, until INTEGER NOT NULL);
      CREATE INDEX IF NOT EXISTS takes_due ON takes (state, until);
      CREATE TABLE IF NOT EXISTS holders (holder TEXT NOT NULL, key TEXT NOT NULL,
        PRIMARY KEY (holder, key));
      CREATE INDEX IF NOT EXISTS holders_key ON holders (key);`)
    this.#hasTables = true
    return sql
  }
}
