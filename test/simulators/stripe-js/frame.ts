import { html, raw } from 'hono/html'
import { LOOPBACK } from '../pay/layout.ts'
import { FRAME_SCRIPT } from './frame-script.ts'

const STYLE = `
:root {
  --primary: #0a5a39; --text: #13231a; --muted: #51615a; --background: #fff; --danger: #a1103f;
  --edge: #75857b; --radius: 8px; --size: 16px;
  --font: "IBM Plex Sans Thai Looped", "Noto Sans Thai", Thonburi, "Leelawadee UI", system-ui, sans-serif;
}
.night { --primary: #7fd3a2; --text: #eaf1ea; --muted: #a9b8ae; --background: #18231c;
  --danger: #ff9db8; --edge: #7f9187 }
* { box-sizing: border-box }
body { margin: 0; padding: 3px; background: transparent; color: var(--text);
  font: var(--size)/1.5 var(--font) }
h1 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%) }
form { display: grid; grid-template-columns: 1fr 1fr; gap: 12px }
.field { min-width: 0 }
.field:first-child { grid-column: 1 / -1 }
label { display: block; margin-bottom: 4px; font-size: .875em; color: var(--text) }
.box { position: relative }
input { width: 100%; min-height: 48px; padding: 8px 12px; font: inherit; color: inherit;
  background: var(--background); border: 1px solid var(--edge); border-radius: var(--radius) }
input::placeholder { color: var(--muted) }
input:focus { outline: 2px solid var(--primary); outline-offset: 1px; border-color: var(--primary) }
input[aria-invalid=true] { border-color: var(--danger); color: var(--danger) }
.brand { position: absolute; inset-inline-end: 12px; top: 50%; transform: translateY(-50%);
  color: var(--muted); font-weight: 700; font-size: .75em; pointer-events: none }
[role=alert] { margin: 4px 0 0; color: var(--danger); font-size: .875em }
[role=alert]:empty { display: none }
.foot { grid-column: 1 / -1; margin: 0; color: var(--muted); font-size: .75em }
`

type Field = {
  id: string
  name: string
  autocomplete: string
  placeholder: string
  maxLength: number
}

const FIELDS: readonly Field[] = [
  {
    id: 'number',
    name: 'cardnumber',
    autocomplete: 'cc-number',
    placeholder: '1234 1234 1234 1234',
    maxLength: 23,
  },
  {
    id: 'expiry',
    name: 'exp-date',
    autocomplete: 'cc-exp',
    placeholder: 'MM / YY',
    maxLength: 9,
  },
  { id: 'cvc', name: 'cvc', autocomplete: 'cc-csc', placeholder: 'CVC', maxLength: 4 },
]

/** The card element's page: three labelled fields, and the script that speaks to the shop's page. */
export function cardFrame(): Response {
  const fields = FIELDS.map(
    ({ id, name, autocomplete, placeholder, maxLength }) => html`<div class="field">
      <label for="${id}">${placeholder}</label>
      <div class="box"><input id="${id}" name="${name}" autocomplete="${autocomplete}"
        inputmode="numeric" placeholder="${placeholder}" maxlength="${maxLength}"
        aria-invalid="false" aria-describedby="${id}-error" required>${
          id === 'number' ? html`<span class="brand" aria-hidden="true"></span>` : ''
        }</div>
      <p id="${id}-error" role="alert"></p>
    </div>`,
  )
  return framePage(html`<main><h1>บัตร · Card</h1><form novalidate>${fields}
    <p class="foot">เครื่องจำลองการชำระเงิน · <span lang="en">Payment simulator: test cards only</span></p></form></main>`)
}

/** A page without fields, which asks the API on behalf of the shop's page. */
export function controllerFrame(): Response {
  return framePage(html``)
}

function framePage(body: ReturnType<typeof html>): Response {
  const nonce = crypto.randomUUID()
  const text = html`<!doctype html>
<html lang="th"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Payment simulator</title>
<style nonce="${nonce}">${raw(STYLE)}</style></head>
<body>${body}<script nonce="${nonce}">${raw(FRAME_SCRIPT)}</script></body></html>`
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "form-action 'none'",
    `frame-ancestors ${LOOPBACK}`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
  ]
  return new Response(String(text), {
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}
