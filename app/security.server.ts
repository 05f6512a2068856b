import type { Storefront } from './load-context.ts'
import { POLICY } from './trusted-types.ts'

/** True for a request that may change something and does not come from our own pages. */
export function isForeignWrite(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const origin = request.headers.get('origin')
  if (origin !== null) return origin !== new URL(request.url).origin
  // Without Origin only the browser's own word counts; with neither header the answer is no.
  return request.headers.get('sec-fetch-site') !== 'same-origin'
}

/** Whether an action can read it: what a form sends, in either of its encodings, or no body at all. */
export function isForm({ body, headers }: Request): boolean {
  if (body === null) return true
  const type = headers.get('content-type') ?? ''
  return /^(?:application\/x-www-form-urlencoded\b|multipart\/form-data;.*\bboundary=.)/i.test(type)
}

/** The most that a form may send; every form of ours is far smaller, but for the one with a file. */
export const MAX_FORM_BYTES = 64 * 1024

/** A talk is the one place whose form takes a file: a picture of 5 MB, beside its fields. */
const MAX_PICTURE_FORM_BYTES = 5 * 1024 * 1024 + MAX_FORM_BYTES
const TALK = /^(?:\/en)?(?:\/seller)?\/messages\/[\w-]+(?:\.data)?$/

function mostBytes({ url, headers }: Request): number {
  const hasFile = /^multipart\//i.test(headers.get('content-type') ?? '')
  return hasFile && TALK.test(new URL(url).pathname) ? MAX_PICTURE_FORM_BYTES : MAX_FORM_BYTES
}

/**
 * The request with its body read, or null when that is longer than a form's. Counted as it comes in:
 * what a stranger says its length is may be wrong, and a form is parsed and shown again whole.
 */
export async function withSmallBody(request: Request): Promise<Request | null> {
  if (request.body === null) return request
  const most = mostBytes(request)
  const bytes = new Uint8Array(most)
  let size = 0
  const reader = request.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (size + part.value.byteLength > most) {
      await reader.cancel()
      return null
    }
    bytes.set(part.value, size)
    size += part.value.byteLength
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: bytes.subarray(0, size),
    signal: request.signal,
  })
}

/** Headers of every answer, page or not. */
export function secure(headers: Headers): void {
  headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('X-Frame-Options', 'DENY')
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin')
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), usb=()')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  // Every page carries the shopper's name or basket, so none may be stored by anyone else.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
}

export function contentSecurityPolicy(request: Request, storefront: Storefront): string {
  const { host, protocol } = new URL(request.url)
  const { scripts, frames, images, calls } = storefront.allowed
  const sources = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${storefront.nonce}'`, ...scripts],
    'style-src': ["'self'"],
    // React writes widths and stall colours as style attributes.
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', ...images],
    'font-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'connect-src': ["'self'", `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`, ...calls],
    'frame-src': frames.size === 0 ? ["'none'"] : [...frames],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    // The provider's script is written for pages without Trusted Types; no other page loads it.
    ...(scripts.size > 0
      ? {}
      : { 'require-trusted-types-for': ["'script'"], 'trusted-types': [POLICY] }),
  }
  return Object.entries(sources)
    .map(([directive, values]) => `${directive} ${values.join(' ')}`)
    .join('; ')
}
