/** What every channel keeps: its events by their numbers, and which tickets were used. */
export const EVENT_LOG = `
  CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, side TEXT,
    body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS redeemed (jti TEXT PRIMARY KEY, expires_at INTEGER NOT NULL);`

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
