import { dataCentreCache, edgeCache } from '../../src/cache/edge.ts'
import { keepable } from '../../src/cache/kept.ts'
import { secure } from '../security.server.ts'
import { freeze, unpack } from './freeze.ts'
import { MEMORY_BYTES, PAGES } from './keeping.ts'
import { newNonce } from './nonce.ts'
import type { PublicRequest } from './public-pages.ts'

const pages = edgeCache({ maxBytes: MEMORY_BYTES, nowMs: Date.now, shared: dataCentreCache })

/** What is given to everybody; all other headers are made anew for each answer. */
const SHARED_HEADERS = ['content-type', 'content-security-policy', 'link', 'x-remix-response']

/**
 * A public page out of the nearest cache that has it, packed as it is kept.
 * `render` is given the nonce that it marks our scripts with; a visitor gets their hashes.
 */
export async function publicPage(
  { key, request }: PublicRequest,
  visit: Request,
  render: (request: Request, nonce: string) => Promise<Response>,
  later: (task: Promise<unknown>) => void,
): Promise<Response> {
  const found = await pages.answer(
    key,
    PAGES,
    async () => {
      const nonce = newNonce()
      const page = await render(request(), nonce)
      return keepable(page) ? await freeze(onlyShared(page), nonce) : page
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
  const { body, headers, madeAt } = found.kept
  const packed = takesGzip(visit)
  // Bytes or the cache's own stream, and headers that are copied from one object: each of these made
  // anew would cost more than all the rest.
  const answer = packed
    ? new Response(body, { headers: PACKED, encodeBody: 'manual' })
    : new Response(unpack(body), { headers: ALWAYS })
  const own = answer.headers
  for (const [name, value] of Object.entries(headers)) own.set(name, value)
  own.set('X-Request-Id', crypto.randomUUID())
  own.set('X-Cache', found.from)
  own.set('Age', String(Math.max(0, Math.floor((Date.now() - madeAt) / 1000))))
  return answer
}

// Cloudflare writes its own Accept-Encoding into the request and says aside what the browser sent.
function takesGzip(visit: Request): boolean {
  const sent = (visit.cf as { clientAcceptEncoding?: string } | undefined)?.clientAcceptEncoding
  const taken = sent ?? visit.headers.get('accept-encoding') ?? ''
  // Browsers all say it plainly; only who gives weights has to be read closely.
  if (!taken.includes('q=')) return taken.includes('gzip')
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(taken)
}

const ALWAYS = secured({
  // For ours alone: a browser asks again, since the visitor may be somebody by then.
  'Cache-Control': 'public, max-age=0, must-revalidate',
  Vary: 'Cookie, Accept-Encoding',
})

const PACKED = new Headers([...ALWAYS, ['Content-Encoding', 'gzip']])

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
