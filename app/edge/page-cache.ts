import { dataCentreCache, edgeCache, type Freshness } from '../../src/cache/edge.ts'
import { keepable } from '../../src/cache/kept.ts'
import { secure } from '../security.server.ts'
import { newNonce, noteHoles, withNonce } from './nonce.ts'
import type { PublicRequest } from './public-pages.ts'

/** Two seconds in the isolate; the data centre gives it out for a minute and renews it after ten seconds. */
const PAGES: Freshness = { memoryMs: 2_000, freshMs: 10_000, staleMs: 60_000 }
/** The hundred that are asked for most. */
const MEMORY_BYTES = 8 * 1024 * 1024

const pages = edgeCache({ maxBytes: MEMORY_BYTES, nowMs: Date.now, shared: dataCentreCache })

/** What is given to everybody; all other headers are made anew for each answer. */
const SHARED_HEADERS = ['content-type', 'content-security-policy', 'link', 'x-remix-response']

/**
 * A public page out of the nearest cache that has it, with a nonce of this visitor's own.
 * `render` is given the nonce that the page is kept with.
 */
export async function publicPage(
  { key, request }: PublicRequest,
  render: (request: Request, nonce: string) => Promise<Response>,
  later: (task: Promise<unknown>) => void,
): Promise<Response> {
  const found = await pages.answer(
    key,
    PAGES,
    async () => {
      const nonce = newNonce()
      const page = await render(request(), nonce)
      return keepable(page) ? await noteHoles(onlyShared(page), nonce) : page
    },
    later,
  )
  // Not kept, so nobody else was given its nonce.
  if (found.kept === null) {
    const { body, status, headers } = found.response
    const own = secured(headers)
    own.set('X-Request-Id', crypto.randomUUID())
    return new Response(body, { status, headers: own })
  }
  const { body, headers } = withNonce(found.kept, newNonce())
  const age = Math.floor((Date.now() - found.kept.madeAt) / 1000)
  // Bytes and plain values: a stream, or headers set one by one, would cost more than all the rest.
  return new Response(body, {
    headers: {
      ...ALWAYS,
      ...headers,
      'X-Request-Id': crypto.randomUUID(),
      'X-Cache': found.from,
      Age: String(Math.max(0, age)),
    },
  })
}

const ALWAYS = Object.fromEntries(
  secured({
    // For ours alone: a browser asks again, since the visitor may be somebody by then.
    'Cache-Control': 'public, max-age=0, must-revalidate',
    Vary: 'Cookie',
  }),
)

function secured(init: HeadersInit): Headers {
  const headers = new Headers(init)
  secure(headers)
  return headers
}

function onlyShared(page: Response): Response {
  const headers = new Headers()
  for (const name of SHARED_HEADERS) {
    const value = page.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(page.body, { headers })
}
