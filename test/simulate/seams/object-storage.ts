import type { Sql } from './sqlite.ts'

type Shared = Pick<Sql, 'sql'>

/**
 * The storage of one object beside others', on the SQLite that they share: each table and index that
 * it makes has a name of its own there. Its alarm is rung by whoever keeps the clock.
 */
export function objectStorage(
  { sql }: Shared,
  prefix: string,
  alarm: { get(): number | null; set(atMs: number): void },
) {
  const names = new Set<string>()
  const own = (text: string): string => {
    for (const [, name = ''] of text.matchAll(/CREATE (?:TABLE|INDEX) IF NOT EXISTS (\w+)/g)) {
      names.add(name)
    }
    return text.replace(/\w+/g, (word) => (names.has(word) ? `${prefix}_${word}` : word))
  }
  return {
    sql: {
      exec: (text: string, ...bound: SqlStorageValue[]) => sql.exec(own(text), ...bound),
    },
    getAlarm: async (): Promise<number | null> => alarm.get(),
    setAlarm: async (atMs: number): Promise<void> => alarm.set(atMs),
    deleteAll: async (): Promise<void> => wipe({ sql }, `${prefix}_`),
  }
}

/** Drops each table whose name begins so. */
export function wipe({ sql }: Shared, prefix: string): void {
  const tables = sql
    .exec<{ name: string }>("select name from sqlite_master where type = 'table'")
    .toArray()
  for (const { name } of tables) if (name.startsWith(prefix)) sql.exec(`drop table "${name}"`)
}
