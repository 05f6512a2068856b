/** What the simulator keeps. Each kind is a table of JSON values under their ids. */
export type Kind =
  | 'payment_intent'
  | 'payment_method'
  | 'charge'
  | 'refund'
  | 'dispute'
  | 'balance_transaction'
  | 'event'
  | 'delivery'
  | 'idempotency'
  | 'fault'

/**
 * Where the state lives. Synchronous on purpose: a request that runs without awaiting is atomic, in
 * memory as in a Durable Object. `dueAt` (ms) marks a row that the clock will act on.
 */
export type Store = {
  get(kind: Kind, id: string): unknown
  put(kind: Kind, id: string, value: unknown, dueAt?: number | null): void
  delete(kind: Kind, id: string): void
  /** Ids and values, oldest first. */
  entries(kind: Kind): [string, unknown][]
  /** Rows whose time has come, earliest first. */
  due(kind: Kind, atMs: number): unknown[]
  nextDueAt(): number | null
  clear(): void
}

type Row = { sequence: number; json: string; dueAt: number | null }

/** A store that lives as long as the process: for tests. */
export function createMemoryStore(): Store {
  const tables = new Map<Kind, Map<string, Row>>()
  let sequence = 0

  const table = (kind: Kind): Map<string, Row> => {
    const found = tables.get(kind) ?? new Map<string, Row>()
    tables.set(kind, found)
    return found
  }

  return {
    get: (kind, id) => {
      const row = table(kind).get(id)
      return row === undefined ? undefined : JSON.parse(row.json)
    },
    put: (kind, id, value, dueAt = null) => {
      const known = table(kind).get(id)
      sequence += 1
      table(kind).set(id, {
        sequence: known?.sequence ?? sequence,
        json: JSON.stringify(value),
        dueAt,
      })
    },
    delete: (kind, id) => {
      table(kind).delete(id)
    },
    entries: (kind) => [...table(kind)].map(([id, row]) => [id, JSON.parse(row.json)]),
    due: (kind, atMs) =>
      [...table(kind).values()]
        .filter((row) => row.dueAt !== null && row.dueAt <= atMs)
        .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.sequence - b.sequence)
        .map((row) => JSON.parse(row.json)),
    nextDueAt: () => {
      let next: number | null = null
      for (const rows of tables.values()) {
        for (const { dueAt } of rows.values()) {
          if (dueAt !== null && (next === null || dueAt < next)) next = dueAt
        }
      }
      return next
    },
    clear: () => tables.clear(),
  }
}
