import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import { Problem } from '#src/common/problem.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Uploads } from './index.ts'
import {
  AskUpload,
  isPrivate,
  PromisedUpload,
  TakenUpload,
  UploadParam,
  UploadToken,
} from './schema.ts'
import { PICTURE_WIDTHS, sizedKey } from './sizes.ts'

// What may be shown inline. Anything else is a download: a stored page must never run on our origin.
const SHOWN = new Set(['image/webp', 'image/avif', 'image/jpeg', 'image/png'])

/**
 * Stored files by their key. Keys are never used twice, so they are kept for ever. `?w=320` asks for a
 * smaller size of a picture; where there is none it is answered with the whole one, for a day.
 */
export const fileRoutes = () =>
  new Hono<HttpEnv>().get('/media/:key{.+}', allow('anyone', { anyToken: true }), async (c) => {
    const key = c.req.param('key')
    const isPublic = /^[\w./-]{1,200}$/.test(key) && !key.includes('..') && !isPrivate(key)
    if (!isPublic) throw new Problem('not_found')
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

/** Where files of people come in: a promise, and then the file itself under an address that is used once. */
export const uploadRoutes = () =>
  new Hono<HttpEnv<{ uploads: Uploads }>>()
    .post(
      '/uploads',
      operation({
        summary: 'Ask for an address to put one file at',
        tag: 'Uploads',
        answers: [201, PromisedUpload],
        signedIn: true,
      }),
      allow('user', { fresh: true }),
      valid('json', AskUpload),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('uploads').promise(userId, c.req.valid('json')), 201)
      },
    )
    .put(
      '/uploads/:key',
      operation({
        summary: 'Put the file: its bytes, with the type and length that were promised',
        tag: 'Uploads',
        answers: [200, TakenUpload],
        problems: ['not_found', 'picture_invalid', 'transition_refused', 'body_too_large'],
      }),
      allow('anyone', { anyToken: true }),
      valid('param', UploadParam),
      valid('query', UploadToken),
      bodyLimit({
        maxSize: SETTINGS.upload.maxBytes,
        onError: () => {
          throw new Problem('body_too_large')
        },
      }),
      async (c) => {
        const { key } = c.req.valid('param')
        const { token } = c.req.valid('query')
        const contentType = c.req.header('content-type')
        const read = async () => new Uint8Array(await c.req.arrayBuffer())
        return c.json(await c.get('uploads').take(key, token, { contentType, read }), 200)
      },
    )

export type UploadApi = ReturnType<typeof uploadRoutes>
