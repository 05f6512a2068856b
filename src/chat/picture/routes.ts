import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { undocumented } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { ChatEnv } from '../index.ts'
import { PictureParam } from '../schema.ts'

/** A picture of a talk, by the address that its message holds. Nobody keeps it but who asked. */
export const pictureRoutes = () =>
  new Hono<ChatEnv>().get(
    '/chat/rooms/:id/pictures/:pictureId',
    undocumented(),
    allow('user'),
    valid('param', PictureParam),
    async (c) => {
      const { id, pictureId } = c.req.valid('param')
      const caller = signedIn(c.get('principal'))
      const { contentType, size, body } = await c.get('chat').pictures.read(id, pictureId, caller)
      return new Response(body, {
        headers: {
          'content-type': contentType,
          'content-length': String(size),
          'content-disposition': 'inline; filename="picture"',
          // Taken back it is gone within minutes from whoever saw it, too.
          'cache-control': 'private, max-age=300',
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
        },
      })
    },
  )
