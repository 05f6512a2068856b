import { html, raw } from 'hono/html'
import { STYLE } from './style.ts'

export type Html = ReturnType<typeof html>

/** Who may frame the simulator's pages and be returned to: this machine, on any port. */
export const LOOPBACK = 'http://127.0.0.1:* http://localhost:*'

/** True for an http origin or address on this machine. */
export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost')
}

/** Both languages of one sentence, Thai first. */
export function both(thai: string, english: string): Html {
  return html`<span>${thai}</span> <span class="en" lang="en">${english}</span>`
}

/** A whole page with its headers; `script` runs under the page's nonce. */
export function page(
  title: string,
  body: Html | Promise<Html>,
  options: { status?: number; script?: string } = {},
): Response {
  const nonce = crypto.randomUUID()
  const script =
    options.script === undefined
      ? ''
      : html`<script nonce="${nonce}">${raw(options.script)}</script>`
  const text = html`<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style nonce="${nonce}">${raw(STYLE)}</style>
</head>
<body>
<header class="banner"><strong>${both('เครื่องจำลองการชำระเงิน', 'Payment simulator')}</strong>
<span>${both('ไม่มีเงินจริงเคลื่อนไหว', 'No real money moves')}</span></header>
<main>${body}</main>
${script}
</body>
</html>`
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    `form-action 'self' ${LOOPBACK}`,
    `frame-ancestors 'self' ${LOOPBACK}`,
    "img-src 'self'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
  ]
  return new Response(String(text), {
    status: options.status ?? 200,
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}
