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
    const headers = new Headers(found.response.headers)
    return new Response(found.response.body, {
      status: found.response.status,
      headers: dressed(headers),
    })
  }
  const { body, headers: kept } = withNonce(found.kept, newNonce())
  const headers = new Headers(kept)
  const age = Math.floor((Date.now() - found.kept.madeAt) / 1000)
  headers.set('X-Cache', found.from)
  headers.set('Age', String(Math.max(0, age)))
  // For ours alone: a browser asks again, since the visitor may be somebody by then.
  headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  headers.set('Vary', 'Cookie')
  // Bytes go out as they are: a stream around them would cost more than all the rest.
  return new Response(body, { headers: dressed(headers) })
}

function dressed(headers: Headers): Headers {
  secure(headers)
  headers.set('X-Request-Id', crypto.randomUUID())
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
