import { Hono } from 'hono'
import { approve, decline, expire } from '../control/actions.ts'
import type { IntentRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import { StripeFailure } from '../stripe/errors.ts'
import { isLoopback } from './layout.ts'
import { challengePage, indexPage, messagePage, payPage } from './pages.ts'
import { renderPng } from './png.ts'
import { qrModules, qrSvg } from './qr.ts'

const PNG_SCALE = 8
const ONE_DAY = 'public, max-age=86400, immutable'

const ACTIONS = {
  approve: (simulation: Simulation, id: string) => approve(simulation, id, { late: false }),
  decline,
  expire,
}
type Action = keyof typeof ACTIONS
const isAction = (text: string): text is Action => text in ACTIONS

/** The simulator's pages for a person: pay, prove, look. They work without a script. */
export function payRoutes(simulation: Simulation): Hono {
  const app = new Hono()

  app.get('/', () => indexPage(simulation))

  app.get('/pay/:id', (c) => {
    const record = simulation.intents.get(c.req.param('id'))
    return record === undefined ? notFound() : payPage(simulation, record)
  })
  app.post('/pay/:id/:action', (c) => {
    const { id, action } = c.req.param()
    if (!isAction(action) || simulation.intents.get(id) === undefined) return notFound()
    // A second press, or one that came too late, shows the page as it is now.
    ignoringConflict(() => ACTIONS[action](simulation, id))
    return c.redirect(`/pay/${id}`, 303)
  })

  app.get('/pay/:id/qr.svg', (c) => {
    const data = qrData(simulation.intents.get(c.req.param('id')))
    if (data === null) return notFound()
    return c.body(qrSvg(data), 200, imageHeaders('image/svg+xml'))
  })
  app.get('/pay/:id/qr.png', async (c) => {
    const data = qrData(simulation.intents.get(c.req.param('id')))
    if (data === null) return notFound()
    const bytes = await renderPng(qrModules(data), PNG_SCALE)
    return new Response(new Blob([Uint8Array.from(bytes)]), { headers: imageHeaders('image/png') })
  })

  app.get('/pay/:id/challenge', (c) => {
    const record = simulation.intents.get(c.req.param('id'))
    if (record === undefined) return notFound()
    if (record.wire.status !== 'requires_action') return finished()
    return challengePage(record, frameOf(c.req.query()))
  })
  app.post('/pay/:id/challenge/:action', async (c) => {
    const { id, action } = c.req.param()
    const record = simulation.intents.get(id)
    if (record === undefined || (action !== 'approve' && action !== 'decline')) return notFound()
    ignoringConflict(() => ACTIONS[action](simulation, id))
    const form = await c.req.parseBody()
    const frame = frameOf(form)
    if (frame !== null) return finished(frame)
    const next = record.wire.next_action
    const back = next?.type === 'redirect_to_url' ? next.redirect_to_url.return_url : null
    if (back === null || !isLoopback(back)) return c.redirect(`/pay/${id}`, 303)
    return c.redirect(returnAddress(back, simulation.intents.get(id) ?? record), 303)
  })
  return app
}

/** Where Stripe sends a payer back to, with what it adds to the address. */
function returnAddress(back: string, { wire }: IntentRecord): string {
  const url = new URL(back)
  url.searchParams.set('payment_intent', wire.id)
  url.searchParams.set('payment_intent_client_secret', wire.client_secret)
  url.searchParams.set('redirect_status', wire.status === 'succeeded' ? 'succeeded' : 'failed')
  return url.href
}

/** The shop's page that holds the challenge in a frame, if it is one. */
function frameOf(input: Record<string, unknown>): { channel: string; parent: string } | null {
  const { channel, parent } = input
  if (typeof channel !== 'string' || !/^[\w-]{16,64}$/.test(channel)) return null
  if (typeof parent !== 'string' || !isLoopback(parent)) return null
  return { channel, parent: new URL(parent).origin }
}

function finished(frame?: { channel: string; parent: string }): Response {
  if (frame === undefined) return messagePage('เสร็จแล้ว', 'Nothing left to do here')
  const message = JSON.stringify({ channel: frame.channel, type: 'challenge-finished' })
  return messagePage('เสร็จแล้ว', 'Done', {
    script: `parent.postMessage(${message}, ${JSON.stringify(frame.parent)})`,
  })
}

function notFound(): Response {
  return messagePage('ไม่พบรายการนี้', 'There is no such payment', { status: 404 })
}

function ignoringConflict(run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof StripeFailure && error.status === 409)) throw error
  }
}

function qrData(record: IntentRecord | undefined): string | null {
  const next = record?.wire.next_action
  return next?.type === 'promptpay_display_qr_code' ? next.promptpay_display_qr_code.data : null
}

function imageHeaders(type: string): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'cache-control': ONE_DAY,
    'content-type': type,
    'cross-origin-resource-policy': 'cross-origin',
  }
}
