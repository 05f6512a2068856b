import type { LiveEvent } from './messages.ts'

const REPLAY_PAGE = 200

/** What every channel keeps: its events by their numbers, and which tickets were used. */
export const EVENT_LOG = `
  CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, side TEXT,
    body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS redeemed (jti TEXT PRIMARY KEY, expires_at INTEGER NOT NULL);`

/** Under which number a key is known. */
export function seqOf(sql: SqlStorage, key: string): number | undefined {
  const [row] = sql.exec('SELECT seq FROM events WHERE key = ?', key)
  return row === undefined ? undefined : Number(row.seq)
}

/** Between which numbers events are kept; 0 and 0 where none is. */
export function rangeOf(sql: SqlStorage): { oldest: number; newest: number } {
  const { oldest, newest } = sql
    .exec('SELECT coalesce(min(seq), 0) AS oldest, coalesce(max(seq), 0) AS newest FROM events')
    .one()
  return { oldest: Number(oldest), newest: Number(newest) }
}

/** Uses a ticket up; false when it was. */
export function redeem(sql: SqlStorage, id: string, expiresAt: Date): boolean {
  sql.exec('DELETE FROM redeemed WHERE expires_at < ?', Date.now())
  const taken = sql.exec(
    'INSERT INTO redeemed (jti, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
    id,
    expiresAt.getTime(),
  )
  return taken.rowsWritten > 0
}

/**
 * What comes after a number, 200 events at most. `after` is another number than was asked for where
 * some are gone: those below the oldest kept, or all of a channel that began anew.
 */
export function eventsAfter(sql: SqlStorage, seen: number) {
  const { oldest, newest } = rangeOf(sql)
  const gap = newest > 0 && seen < oldest - 1
  const after = gap || seen > newest ? Math.max(0, oldest - 1) : seen
  const rows = sql.exec(
    'SELECT seq, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?',
    after,
    REPLAY_PAGE,
  )
  return {
    after,
    events: rows.toArray().map(({ seq, body }) => ({
      seq: Number(seq),
      event: JSON.parse(String(body)) as LiveEvent,
    })),
  }
}
