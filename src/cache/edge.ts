import { createKeptAnswers, type KeptAnswer, keepable } from './kept.ts'

/** How old an answer may be, in milliseconds since it was made. */
export type Freshness = {
  /** In the memory of one isolate, before the cache of the data centre is asked again. */
  memoryMs: number
  /** Until then nobody makes it anew. */
  freshMs: number
  /** Until then it is still given out, while it is made anew behind the visitor's back. */
  staleMs: number
  /**
   * Ask the data centre only for what this isolate was asked before: for answers that are quicker
   * made than looked for, since most of what is asked once is never asked again.
   */
  onlyAgain?: boolean
}

/** Where an answer came from: this isolate, the data centre, or it was made for this request. */
export type Source = 'memory' | 'edge' | 'miss'

export type Found =
  | { kept: KeptAnswer; from: Source }
  /** Made for this request and kept nowhere: not a plain success, or it says that it is private. */
  | { kept: null; response: Response }

export type EdgeCacheOptions = {
  /** Bytes of bodies in memory at most; what was written longest ago goes first. */
  maxBytes: number
  nowMs(): number
  /** The Cache API of the data centre; undefined where there is none. */
  shared(): SharedCache | undefined
}

/** As much of the Cache API as is used. */
export type SharedCache = {
  match(key: string): Promise<Response | undefined>
  put(key: string, answer: Response): Promise<void>
}

export type EdgeCache = {
  /**
   * The answer under `key`, an absolute URL that names all that the answer depends on. `make` must
   * depend on nothing else: what it makes is given to everybody who asks for the key. What it makes
   * is kept when it is 200, sets no cookie and does not call itself private. `later` is `waitUntil`.
   * A cache that fails is no cache: the answer is made.
   */
  answer(
    key: string,
    freshness: Freshness,
    make: () => Promise<Response>,
    later: (task: Promise<unknown>) => void,
  ): Promise<Found>
}

/** Two layers above whatever makes an answer: the isolate's memory, and the data centre's cache. */
export function edgeCache({ maxBytes, nowMs, shared }: EdgeCacheOptions): EdgeCache {
  const memory = createKeptAnswers({ maxBytes, nowMs })

  async function recall(key: string): Promise<KeptAnswer | undefined> {
    try {
      const found = await shared()?.match(key)
      return found === undefined ? undefined : await fromShared(found)
    } catch {
      return undefined
    }
  }

  async function store(key: string, kept: KeptAnswer, { staleMs }: Freshness): Promise<void> {
    try {
      await shared()?.put(key, toShared(kept, staleMs))
    } catch {
      // As if it had been thrown out at once.
    }
  }

  return {
    async answer(key, freshness, make, later) {
      const known = memory.read(key)
      if (known.fresh !== undefined) return { kept: known.fresh, from: 'memory' }

      async function anew(): Promise<Found> {
        const response = await make()
        if (!keepable(response)) return { kept: null, response }
        const kept = {
          body: new Uint8Array(await response.arrayBuffer()),
          headers: Object.fromEntries(response.headers),
          madeAt: nowMs(),
        }
        memory.keep(key, kept, freshness)
        later(store(key, kept, freshness))
        return { kept, from: 'miss' }
      }

      if (freshness.onlyAgain === true && !known.asked) return await anew()
      const kept = await recall(key)
      const age = kept === undefined ? Number.POSITIVE_INFINITY : nowMs() - kept.madeAt
      if (kept === undefined || age >= freshness.staleMs) return await anew()
      memory.keep(key, kept, freshness)
      if (age >= freshness.freshMs) later(anew().catch(() => undefined))
      return { kept, from: 'edge' }
    },
  }
}

const MADE_AT = 'x-talat-made-at'

// The data centre's own clock throws it out; our own note of when it was made decides before that.
function toShared({ body, headers, madeAt }: KeptAnswer, staleMs: number): Response {
  const maxAge = Math.max(1, Math.ceil(staleMs / 1000))
  return new Response(body, {
    headers: {
      ...headers,
      [MADE_AT]: String(madeAt),
      'cache-control': `public, max-age=${maxAge}`,
    },
  })
}

async function fromShared(answer: Response): Promise<KeptAnswer | undefined> {
  const madeAt = Number(answer.headers.get(MADE_AT) ?? Number.NaN)
  if (answer.status !== 200 || Number.isNaN(madeAt)) return undefined
  const headers = Object.fromEntries(answer.headers)
  for (const own of [MADE_AT, 'cache-control', 'cf-cache-status', 'age']) delete headers[own]
  return { body: new Uint8Array(await answer.arrayBuffer()), headers, madeAt }
}

/** The Cache API as workerd has it. */
export const dataCentreCache = (): SharedCache | undefined =>
  (globalThis as { caches?: { default?: SharedCache } }).caches?.default
