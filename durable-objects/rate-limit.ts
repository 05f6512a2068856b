import { DurableObject } from 'cloudflare:workers'
import type { Counter, Taken } from '../src/auth/limits.ts'

const IDLE_MS = 60 * 60 * 1000
/** A counter of a longer window is kept as long as that. */
const idleOf = (windowMs: number): number => Math.max(IDLE_MS, windowMs)

/**
 * One exact counter: at most `limit` tries in any `windowMs`, counted by their times. Old tries
 * expire when the next one comes; an alarm empties an object that nobody asks any more.
 */
export class RateLimit extends DurableObject implements Counter {
  readonly #sql: SqlStorage

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env)
    this.#sql = ctx.storage.sql
    this.#createTable()
  }

  /** Counts one try, unless the limit is reached. No await between looking and counting. */
  async take(limit: number, windowMs: number): Promise<Taken> {
    const now = Date.now()
    this.#sql.exec('DELETE FROM tries WHERE at <= ?', now - windowMs)
    const { count, oldest } = this.#sql
      .exec<{ count: number; oldest: number | null }>(
        'SELECT count(*) AS count, min(at) AS oldest FROM tries',
      )
      .one()
    if (count >= limit) {
      const freeAt = (oldest ?? now) + windowMs
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((freeAt - now) / 1000)) }
    }
    this.#sql.exec('INSERT INTO tries (at) VALUES (?)', now)
    if (count === 0 && (await this.ctx.storage.getAlarm()) === null) {
      this.#sql.exec('INSERT INTO idle (ms) VALUES (?)', idleOf(windowMs))
      await this.ctx.storage.setAlarm(now + idleOf(windowMs))
    }
    return { allowed: true, retryAfterSeconds: 0 }
  }

  /** Forgets every try. */
  async reset(): Promise<void> {
    this.#sql.exec('DELETE FROM tries')
  }

  override async alarm(): Promise<void> {
    const { newest } = this.#sql
      .exec<{ newest: number | null }>('SELECT max(at) AS newest FROM tries')
      .one()
    const { ms } = this.#sql
      .exec<{ ms: number }>('SELECT coalesce(max(ms), ?) AS ms FROM idle', IDLE_MS)
      .one()
    if (newest !== null && newest > Date.now() - ms) {
      await this.ctx.storage.setAlarm(newest + ms)
      return
    }
    await this.ctx.storage.deleteAll()
    this.#createTable()
  }

  #createTable(): void {
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS tries (at INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS idle (ms INTEGER NOT NULL);`)
  }
}
