import type { AppLoadContext, EntryContext } from '@remix-run/cloudflare'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToReadableStream } from 'react-dom/server'
import { NonceContext } from './components/nonce.ts'
import { logFailure } from './log.server.ts'
import { contentSecurityPolicy } from './security.server.ts'

/** How long a deferred part of a page may keep the answer open. */
const DEFERRED_LIMIT_MS = 8_000
export const streamTimeout = DEFERRED_LIMIT_MS

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  storefront: AppLoadContext,
): Promise<Response> {
  let finalStatus = status
  let shellSent = false
  const body = await renderToReadableStream(
    <NonceContext.Provider value={storefront.nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={storefront.nonce} />
    </NonceContext.Provider>,
    {
      nonce: storefront.nonce,
      signal: AbortSignal.timeout(DEFERRED_LIMIT_MS + 1_000),
      onError(error) {
        // After the shell was sent the page shows its own boundary; the status is already out.
        if (!shellSent) finalStatus = 500
        logFailure(storefront.requestId, error)
      },
    },
  )
  shellSent = true
  // A crawler reads what it is given at once, so it waits for the deferred parts; and what is kept for
  // others is kept whole.
  const whole = storefront.forAll !== null || isbot(request.headers.get('user-agent') ?? '')
  if (whole) await body.allReady
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', contentSecurityPolicy(request, storefront))
  return new Response(body, { status: finalStatus, headers })
}

export function handleError(error: unknown, args: { request: Request; context: AppLoadContext }) {
  if (!args.request.signal.aborted) logFailure(args.context.requestId, error)
}
