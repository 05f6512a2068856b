import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { Problem } from '#src/common/problem.ts'
import type { HttpEnv } from '#src/config/http-env.ts'

// What may be shown inline. Anything else is a download: a stored page must never run on our origin.
const SHOWN = new Set(['image/webp', 'image/avif', 'image/jpeg', 'image/png'])

/** Stored files by their key. Keys are never used twice, so they are kept for ever. */
export const fileRoutes = () =>
  new Hono<HttpEnv>().get('/media/:key{.+}', allow('anyone', { anyToken: true }), async (c) => {
    const key = c.req.param('key')
    if (!/^[\w./-]{1,200}$/.test(key) || key.includes('..')) throw new Problem('not_found')
    const file = await c.env.FILES.get(key, { onlyIf: c.req.raw.headers as never })
    if (file === null) throw new Problem('not_found')
    const type = file.httpMetadata?.contentType ?? 'application/octet-stream'
    const headers = new Headers({
      'content-type': type,
      etag: file.httpEtag,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      ...(SHOWN.has(type) ? {} : { 'content-disposition': 'attachment' }),
    })
    if (!('body' in file)) return new Response(null, { status: 304, headers })
    return new Response(file.body as unknown as ReadableStream, { headers })
  })
