import type { Cache } from './cache.ts'

type Entry = { value: unknown; freshUntil: number }

export type MemoryOptions = {
  /** Entries kept at most; the one that was written longest ago goes first. */
  maxEntries: number
  nowMs(): number
}

/** While one request loads what grew old, the others go on with the old for this long. */
const RELOAD_MS = 500

/**
 * The memory of one isolate. Values only, never promises: what one request waits for must not be
 * awaited by another in workerd. Whoever first finds a value old loads it anew and meanwhile lends it
 * to the rest, so that a popular key costs one load each `ttlMs` and not one a waiting request.
 */
export function memoryCache({ maxEntries, nowMs }: MemoryOptions): Cache {
  const entries = new Map<string, Entry>()

  function fresh(key: string): Entry | undefined {
    const entry = entries.get(key)
    if (entry === undefined) return undefined
    const now = nowMs()
    if (now < entry.freshUntil) return entry
    // Too old to be lent: nobody asked for a while, or loading it anew failed.
    if (now < entry.freshUntil + RELOAD_MS) entry.freshUntil = now + RELOAD_MS
    return undefined
  }

  function keep(key: string, value: unknown, ttlMs: number): void {
    entries.delete(key)
    if (entries.size >= maxEntries) {
      const [oldest = ''] = entries.keys()
      entries.delete(oldest)
    }
    entries.set(key, { value, freshUntil: nowMs() + ttlMs })
  }

  return {
    async remember<Value>(key: string, ttlMs: number, load: () => Promise<Value>): Promise<Value> {
      const known = fresh(key)
      if (known !== undefined) return known.value as Value
      const value = await load()
      keep(key, value, ttlMs)
      return value
    },

    async rememberEach<Value extends { id: string }>(
      kind: string,
      ids: readonly string[],
      ttlMs: number,
      load: (ids: string[]) => Promise<Value[]>,
    ): Promise<Value[]> {
      const known = ids.map((id) => ({ id, entry: fresh(`${kind}:${id}`) }))
      const missing = known.filter(({ entry }) => entry === undefined).map(({ id }) => id)
      const held = known.flatMap(({ entry }) => (entry === undefined ? [] : [entry.value as Value]))
      if (missing.length === 0) return held
      const loaded = await load(missing)
      for (const value of loaded) keep(`${kind}:${value.id}`, value, ttlMs)
      return [...held, ...loaded]
    },
  }
}
