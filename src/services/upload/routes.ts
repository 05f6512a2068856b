import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { Problem } from '#src/common/problem.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import { PICTURE_WIDTHS, sizedKey } from './schema.ts'

// What may be shown inline. Anything else is a download: a stored page must never run on our origin.
const SHOWN = new Set(['image/webp', 'image/avif', 'image/jpeg', 'image/png'])

/**
 * Stored files by their key. Keys are never used twice, so they are kept for ever. `?w=320` asks for a
 * smaller size of a picture; where there is none it is answered with the whole one, for a day.
 */
export const fileRoutes = () =>
  new Hono<HttpEnv>().get('/media/:key{.+}', allow('anyone', { anyToken: true }), async (c) => {
    const key = c.req.param('key')
    if (!/^[\w./-]{1,200}$/.test(key) || key.includes('..')) throw new Problem('not_found')
    const stored = async (name: string) =>
      await c.env.FILES.get(name, { onlyIf: c.req.raw.headers as never })
    const width = PICTURE_WIDTHS.find((known) => String(known) === c.req.query('w'))
    const small = width === undefined ? null : await stored(sizedKey(key, width))
    const file = small ?? (await stored(key))
    if (file === null) throw new Problem('not_found')
    const whole = width !== undefined && small === null
    const type = file.httpMetadata?.contentType ?? 'application/octet-stream'
    const headers = new Headers({
      'content-type': type,
      etag: file.httpEtag,
      'cache-control': whole ? 'public, max-age=86400' : 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      ...(SHOWN.has(type) ? {} : { 'content-disposition': 'attachment' }),
    })
    if (!('body' in file)) return new Response(null, { status: 304, headers })
    return new Response(file.body as unknown as ReadableStream, { headers })
  })
