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

/** What is given out; bytes of the data centre that this isolate does not keep are passed on unread. */
export type GivenAnswer = Omit<KeptAnswer, 'body'> & {
  body: KeptAnswer['body'] | ReadableStream<Uint8Array>
}

export type Found =
  | { kept: GivenAnswer; from: Source }
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

/**
 * Two layers above whatever makes an answer: the isolate's memory, and the data centre's cache. What
 * the data centre has goes into memory once it is asked for again: most pages never are, and reading
 * one here costs more than passing it on.
 */
export function edgeCache({ maxBytes, nowMs, shared }: EdgeCacheOptions): EdgeCache {
  const memory = createKeptAnswers({ maxBytes, nowMs })

  async function recall(key: string, staleMs: number): Promise<GivenAnswer | undefined> {
    try {
      const found = await shared()?.match(key)
      const kept = found === undefined ? undefined : fromShared(found)
      if (kept !== undefined && nowMs() - kept.madeAt < staleMs) return kept
      found?.body?.cancel().catch(() => undefined)
    } catch {
      // As if there were nothing.
    }
    return undefined
  }

  async function remember(key: string, given: GivenAnswer, freshness: Freshness) {
    const body = new Uint8Array(await new Response(given.body).arrayBuffer())
    const kept = { ...given, body }
    memory.keep(key, kept, freshness)
    return kept
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

      if (!known.asked) memory.note(key)
      if (freshness.onlyAgain === true && !known.asked) return await anew()
      const given = await recall(key, freshness.staleMs)
      if (given === undefined) return await anew()
      try {
        const kept = known.asked ? await remember(key, given, freshness) : given
        const old = nowMs() - kept.madeAt >= freshness.freshMs
        if (old) later(anew().catch(() => undefined))
        return { kept, from: 'edge' }
      } catch {
        return await anew()
      }
    },
  }
}

const KEPT = 'x-talat-kept'
type Kept = Pick<KeptAnswer, 'headers' | 'madeAt'>

// All that is said of the body in one header: each costs the cache and us a little. The data centre's
// own clock throws it out; our own note of when it was made decides before that.
function toShared({ body, headers, madeAt }: KeptAnswer, staleMs: number): Response {
  const maxAge = Math.max(1, Math.ceil(staleMs / 1000))
  const kept: Kept = { headers, madeAt }
  return new Response(body, {
    headers: { [KEPT]: JSON.stringify(kept), 'cache-control': `public, max-age=${maxAge}` },
  })
}

/** @throws SyntaxError when it is not as we wrote it */
function fromShared({ status, headers, body }: Response): GivenAnswer | undefined {
  const kept = headers.get(KEPT)
  if (status !== 200 || body === null || kept === null) return undefined
  return { ...(JSON.parse(kept) as Kept), body }
}

/** The Cache API as workerd has it. */
export const dataCentreCache = (): SharedCache | undefined =>
  (globalThis as { caches?: { default?: SharedCache } }).caches?.default
