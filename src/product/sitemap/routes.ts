import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { undocumented } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import type { ProductModule } from '../index.ts'
import { type SitemapKind, SitemapQuery } from './schema.ts'

// A crawler comes a few times a day; what is new may wait an hour to be told.
const CACHED = { 'cache-control': 'public, max-age=3600' }
const XML = { 'content-type': 'application/xml; charset=utf-8', ...CACHED }

/** What crawlers read first. The storefront hands these on unchanged: they stand at its root. */
export const sitemapRoutes = () =>
  new Hono<HttpEnv<{ product: ProductModule }>>()
    .get('/robots.txt', allow('anyone', { anyToken: true }), (c) => {
      const { ENVIRONMENT, PUBLIC_ORIGIN } = c.get('config')
      const { origin, host } = new URL(PUBLIC_ORIGIN)
      const open = ENVIRONMENT === 'production' && new URL(c.req.url).host === host
      return c.text(c.get('product').sitemap.robots(open, origin), 200, CACHED)
    })
    .get('/sitemap.xml', allow('anyone', { anyToken: true }), async (c) => {
      const { origin } = new URL(c.get('config').PUBLIC_ORIGIN)
      return c.body(await c.get('product').sitemap.index(origin), 200, XML)
    })
    .get(
      '/sitemap/:file{(?:pages|products|shops)[.]xml}',
      undocumented(),
      allow('anyone', { anyToken: true }),
      valid('query', SitemapQuery),
      async (c) => {
        const { origin } = new URL(c.get('config').PUBLIC_ORIGIN)
        const kind = c.req.param('file').replace('.xml', '') as SitemapKind
        const pieces = await c.get('product').sitemap.page(kind, c.req.valid('query').after, origin)
        return c.body(streamOf(pieces), 200, XML)
      },
    )

const PIECES_AT_ONCE = 100

/** Made as it is read: six megabytes of XML are never held at once. */
function streamOf(pieces: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      let text = ''
      for (let n = 0; n < PIECES_AT_ONCE; n++) {
        const next = pieces.next()
        if (next.done) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          return controller.close()
        }
        text += next.value
      }
      controller.enqueue(encoder.encode(text))
    },
  })
}
