import type { Store } from './store.ts'

/** The store of the Worker: one table in the Durable Object's SQLite, so it survives a restart. */
export function createSqliteStore(sql: SqlStorage): Store {
  sql.exec(`CREATE TABLE IF NOT EXISTS objects (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    due_at INTEGER,
    UNIQUE (kind, id)
  )`)
  sql.exec('CREATE INDEX IF NOT EXISTS objects_due ON objects (due_at) WHERE due_at IS NOT NULL')

  const values = (query: string, ...bindings: (string | number)[]): unknown[] =>
    sql
      .exec<{ json: string }>(query, ...bindings)
      .toArray()
      .map((row) => JSON.parse(row.json))

  return {
    get: (kind, id) => values('SELECT json FROM objects WHERE kind = ? AND id = ?', kind, id)[0],
    put: (kind, id, value, dueAt = null) => {
      sql.exec(
        `INSERT INTO objects (kind, id, json, due_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json, due_at = excluded.due_at`,
        kind,
        id,
        JSON.stringify(value),
        dueAt,
      )
    },
    delete: (kind, id) => {
      sql.exec('DELETE FROM objects WHERE kind = ? AND id = ?', kind, id)
    },
    entries: (kind) =>
      sql
        .exec<{ id: string; json: string }>(
          'SELECT id, json FROM objects WHERE kind = ? ORDER BY sequence',
          kind,
        )
        .toArray()
        .map(({ id, json }) => [id, JSON.parse(json)]),
    due: (kind, atMs) =>
      values(
        'SELECT json FROM objects WHERE kind = ? AND due_at <= ? ORDER BY due_at, sequence',
        kind,
        atMs,
      ),
    nextDueAt: () =>
      sql
        .exec<{ at: number | null }>(
          'SELECT min(due_at) AS at FROM objects WHERE due_at IS NOT NULL',
        )
        .one().at,
    clear: () => {
      sql.exec('DELETE FROM objects')
    },
  }
}
