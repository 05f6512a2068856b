import { Hono } from 'hono'
import { html } from 'hono/html'
import { allow } from '#src/auth/middleware.ts'
import { Problem } from '#src/common/problem.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import { describeApi } from './document.ts'

const FILES: Record<string, string> = {
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui.css': 'text/css; charset=utf-8',
}

/** The OpenAPI document of `app`, and a page that shows it without asking anyone else. */
export function referenceRoutes(app: () => Hono<never>) {
  let document: Promise<string> | undefined
  return new Hono<HttpEnv>()
    .get('/openapi.json', allow('anyone', { anyToken: true }), async (c) => {
      document ??= describeApi(app())
      c.header('content-type', 'application/json; charset=utf-8')
      c.header('cache-control', 'public, max-age=60')
      return c.body(await document)
    })
    .get('/docs', allow('anyone', { anyToken: true }), async (c) => {
      c.header(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
      )
      return await c.html(html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>Talat API</title>
            <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
          </head>
          <body>
            <div id="reference"></div>
            <script src="/api/docs/swagger-ui-bundle.js"></script>
            <script src="/api/docs/start.js"></script>
          </body>
        </html>`)
    })
    .get('/docs/start.js', allow('anyone', { anyToken: true }), (c) => {
      c.header('content-type', 'text/javascript; charset=utf-8')
      return c.body(
        "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null })\n",
      )
    })
    .get('/docs/:file', allow('anyone', { anyToken: true }), async (c) => {
      const type = FILES[c.req.param('file')]
      if (type === undefined || c.env.ASSETS === undefined) throw new Problem('not_found')
      const asset = await c.env.ASSETS.fetch(`https://assets.local/${c.req.param('file')}`)
      if (!asset.ok) throw new Problem('not_found')
      return new Response(asset.body as unknown as ReadableStream, {
        headers: { 'content-type': type, 'cache-control': 'public, max-age=3600' },
      })
    })
}
