/** A successful answer that is the same for everybody who asks alike. Plain data: never shared streams. */
export type KeptAnswer = {
  body: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
  /** Milliseconds since the epoch. */
  madeAt: number
}

/** May it be given to somebody else? Only a plain success that sets nothing and claims no privacy. */
export function keepable(response: Response): boolean {
  if (response.status !== 200 || response.headers.has('set-cookie')) return false
  return !/private|no-store/i.test(response.headers.get('cache-control') ?? '')
}

type Options = { maxBytes: number; nowMs(): number }
type Lives = { memoryMs: number; staleMs: number }
type Entry = { kept?: KeptAnswer; until: number; staleAt: number }

/** While one request looks further for what grew old, the others go on with the old for this long. */
const LENT_MS = 500
/** Headers, keys and the rest of an entry. */
const ENTRY_BYTES = 2048

/** The memory of one isolate, bounded by bytes. */
export function createKeptAnswers({ maxBytes, nowMs }: Options) {
  const entries = new Map<string, Entry>()
  let bytes = 0
  const size = ({ kept }: Entry) => (kept?.body.byteLength ?? 0) + ENTRY_BYTES

  function drop(key: string): void {
    const entry = entries.get(key)
    if (entry === undefined) return
    entries.delete(key)
    bytes -= size(entry)
  }

  function put(key: string, entry: Entry): void {
    drop(key)
    if (size(entry) > maxBytes) return
    entries.set(key, entry)
    bytes += size(entry)
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) break
      drop(oldest)
    }
  }

  return {
    /** What is good, if it is; and whether the key was asked for before. */
    read(key: string): { fresh?: KeptAnswer; asked: boolean } {
      const entry = entries.get(key)
      if (entry === undefined) return { asked: false }
      if (entry.kept === undefined) return { asked: true }
      const now = nowMs()
      if (now < entry.until) return { fresh: entry.kept, asked: true }
      // Whoever comes first looks further; nobody is lent what is too old to be given out at all.
      if (now < entry.until + LENT_MS) entry.until = Math.min(now + LENT_MS, entry.staleAt)
      return { asked: true }
    },

    keep(key: string, kept: KeptAnswer, { memoryMs, staleMs }: Lives): void {
      const staleAt = kept.madeAt + staleMs
      put(key, { kept, until: Math.min(nowMs() + memoryMs, staleAt), staleAt })
    },

    /** It was asked for; what was answered is not kept. */
    note(key: string): void {
      put(key, { until: 0, staleAt: 0 })
    },
  }
}
