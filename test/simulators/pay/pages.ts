import { html } from 'hono/html'
import type { IntentRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import { both, type Html, page } from './layout.ts'
import { clock, money, statusClass, statusWords } from './words.ts'

const RECENT = 50
/** How many of the last webhooks are searched for those of one payment. */
const TOLD = 500

type Action = 'approve' | 'decline' | 'expire'

/** The page a QR's instructions live on: what to pay, and what the payer does next. */
export function payPage(simulation: Simulation, { wire, qrExpiresAt }: IntentRecord): Response {
  const body = html`
    <h1>${both('ชำระเงิน', 'Pay')}</h1>
    <section class="card">
      <p class="amount">${money(wire.amount, wire.currency)}</p>
      <p class="status ${statusClass(wire)}" role="status">${both(...statusWords(wire))}</p>
      ${
        wire.last_payment_error === null
          ? ''
          : html`<p class="error">${wire.last_payment_error.message} <code>${wire.last_payment_error.code}</code></p>`
      }
      ${
        qrExpiresAt === null
          ? ''
          : html`<img class="qr" src="/pay/${wire.id}/qr.svg" alt="QR พร้อมเพย์ PromptPay QR">
            <p class="note">${both('สแกนได้ถึง', 'Can be scanned until')} <time>${clock(qrExpiresAt)}</time></p>`
      }
      ${actions(wire.id, actionsFor(wire.status))}
      ${details(wire.id, wire.description, wire.metadata)}
    </section>
    ${announcements(simulation, wire.id)}
    <p><a href="/">${both('รายการทั้งหมด', 'All payments')}</a></p>`
  return page(`${money(wire.amount, wire.currency)} · Payment simulator`, body)
}

/** The recent payments, newest first. */
export function indexPage(simulation: Simulation): Response {
  const recent = simulation.intents.list().slice(-RECENT).reverse()
  const rows = recent.map(
    ({ wire }) => html`<tr>
      <td><a href="/pay/${wire.id}"><code>${wire.id}</code></a><br><span class="en">${clock(wire.created * 1000)}</span></td>
      <td>${wire.payment_method_types.join(', ')}</td>
      <td class="money">${money(wire.amount, wire.currency)}</td>
      <td><span class="status ${statusClass(wire)}">${both(...statusWords(wire))}</span></td>
    </tr>`,
  )
  const body = html`
    <h1>${both('การชำระเงินล่าสุด', 'Recent payments')}</h1>
    ${
      rows.length === 0
        ? html`<p class="card">${both('ยังไม่มีการชำระเงิน', 'No payments yet')}</p>`
        : html`<div class="scroll" role="region" tabindex="0" aria-label="การชำระเงินล่าสุด"><table>
          <thead><tr><th>${both('รายการ', 'Payment')}</th><th>${both('วิธี', 'Methods')}</th>
          <th>${both('จำนวน', 'Amount')}</th><th>${both('สถานะ', 'Status')}</th></tr></thead>
          <tbody>${rows}</tbody></table></div>`
    }`
  return page('Payments · Payment simulator', body)
}

/** The bank's page on which a cardholder proves to be the cardholder. */
export function challengePage(
  { wire }: IntentRecord,
  frame: { channel: string; parent: string } | null,
): Response {
  const hidden =
    frame === null
      ? ''
      : html`<input type="hidden" name="channel" value="${frame.channel}"><input type="hidden" name="parent" value="${frame.parent}">`
  const body = html`
    <h1>${both('ยืนยันกับธนาคาร', 'Confirm with your bank')}</h1>
    <section class="card">
      <p class="amount">${money(wire.amount, wire.currency)}</p>
      <p class="note">${both('ธนาคารขอให้ยืนยันว่าเป็นคุณ', 'The bank asks whether it is you')}</p>
      ${(['approve', 'decline'] as const).map(
        (action) =>
          html`<form method="post" action="/pay/${wire.id}/challenge/${action}">${hidden}${button(action)}</form>`,
      )}
    </section>`
  return page('3-D Secure · Payment simulator', body)
}

/** Says that there is nothing (left) to do here. */
export function messagePage(
  thai: string,
  english: string,
  options: { status?: number; script?: string } = {},
): Response {
  const body = html`<p class="card">${both(thai, english)}</p>`
  return page(`${english} · Payment simulator`, body, options)
}

function actionsFor(status: IntentRecord['wire']['status']): Action[] {
  if (status === 'requires_action') return ['approve', 'decline', 'expire']
  return status === 'processing' ? ['approve', 'decline'] : []
}

function actions(id: string, available: readonly Action[]): Html[] {
  return available.map(
    (action) => html`<form method="post" action="/pay/${id}/${action}">${button(action)}</form>`,
  )
}

function button(action: Action): Html {
  const [thai, english] = {
    approve: ['อนุมัติ ชำระเงิน', 'Approve: the money arrives'],
    decline: ['ปฏิเสธ', 'Decline: the bank says no'],
    expire: ['ปล่อยให้หมดอายุ', 'Let it expire'],
  }[action] as [string, string]
  return html`<button class="button ${action}">${both(thai, english)}</button>`
}

function details(
  id: string,
  description: string | null,
  metadata: Readonly<Record<string, string>>,
): Html {
  const rows: [string, string][] = [['Intent', id]]
  if (description !== null) rows.push(['Description', description])
  rows.push(...Object.entries(metadata))
  return html`<dl>${rows.map(([term, value]) => html`<dt lang="en">${term}</dt><dd><code>${value}</code></dd>`)}</dl>`
}

/** What the shop has been told about this payment. */
function announcements(simulation: Simulation, intentId: string): Html | '' {
  const mine = simulation.deliveries
    .list()
    .slice(-TOLD)
    .filter(({ eventId }) => {
      const object = simulation.events.get(eventId)?.data.object
      return (
        object?.id === intentId ||
        (object !== undefined && 'payment_intent' in object && object.payment_intent === intentId)
      )
    })
  if (mine.length === 0) return ''
  return html`<h2>${both('ข้อความถึงร้าน', 'Webhooks to the shop')}</h2>
    <ol>${mine.map(({ eventType, state, attempts }) => {
      const status = attempts.at(-1)?.status
      return html`<li><code>${eventType}</code><span>${state}${status ? ` · ${status}` : ''}</span></li>`
    })}</ol>`
}
