import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { allow } from '#src/auth/middleware.ts'
import { Problem } from '#src/common/problem.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import type { DevInbox } from './index.ts'

type Env = HttpEnv<{ devInbox: DevInbox }>

// Letters are shown in frames that may do nothing: what they hold is not ours to run.
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:"

/** What would have been sent to people, for whoever builds the market: in production it is not there. */
export const devInboxRoutes = () =>
  new Hono<Env>()
    .get('/dev/inbox.json', allow('anyone', { anyToken: true }), async (c) => {
      const items = await listed(c)
      return c.json({ items: items.map((one) => ({ ...one, at: one.createdAt.toISOString() })) })
    })
    .get('/dev/inbox', allow('anyone', { anyToken: true }), async (c) => {
      const items = await listed(c)
      c.header('content-security-policy', PAGE_POLICY)
      return await c.html(html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="robots" content="noindex" />
            <title>Development inbox · Talat</title>
            <style>
              body { font: 16px/1.6 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
              summary { cursor: pointer; padding: 0.5rem 0; }
              h2 { font-size: 1rem; }
              pre { white-space: pre-wrap; overflow-wrap: anywhere; }
              iframe { width: 100%; height: 26rem; border: 1px solid #ccc; }
            </style>
          </head>
          <body>
            <h1>Development inbox</h1>
            <p>What would have been sent, the newest first. As JSON: <a href="/dev/inbox.json">inbox.json</a></p>
            ${items.map(
              (one) => html`<details>
                <summary>${one.way} → ${one.recipient}: ${one.subject}</summary>
                <pre>${one.body}</pre>
                ${one.html === null ? '' : html`<iframe sandbox title="${one.subject}" srcdoc="${one.html}"></iframe>`}
                <h2>Request</h2>
                <pre>${JSON.stringify(one.request, null, 2)}</pre>
              </details>`,
            )}
            ${items.length === 0 ? html`<p>Nothing yet.</p>` : ''}
          </body>
        </html>`)
    })

async function listed(c: Context<Env>) {
  if (c.get('config').ENVIRONMENT === 'production') throw new Problem('not_found')
  return await c.get('devInbox').list()
}
