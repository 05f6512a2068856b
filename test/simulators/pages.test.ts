import { describe, expect, it } from 'vitest'
import { createRig, promptPay, type Rig } from './rig.ts'
import { FRAME_SCRIPT } from './stripe-js/frame-script.ts'
import { STRIPE_JS } from './stripe-js/script.ts'

const text = async (rig: Rig, path: string) => (await rig.request(path)).text()

describe('the pay page', () => {
  it('shows the amount, the QR and three buttons that need no script', async () => {
    const rig = createRig()
    const intent = await rig.stripe.paymentIntents.create({
      ...promptPay,
      metadata: { order: '<b>grp_1</b>' },
    })
    const page = await text(rig, `/pay/${intent.id}`)
    expect(page).toContain('฿1,250.50')
    expect(page).toContain(`src="/pay/${intent.id}/qr.svg"`)
    expect(page).toContain('&lt;b&gt;grp_1&lt;/b&gt;')
    expect(page).not.toContain('<script')
    for (const action of ['approve', 'decline', 'expire']) {
      expect(page).toContain(`action="/pay/${intent.id}/${action}"`)
    }
    const pressed = await rig.request(`/pay/${intent.id}/approve`, { method: 'POST' })
    expect(pressed.status).toBe(303)
    expect(await text(rig, `/pay/${intent.id}`)).toContain('Paid')
    // A second press changes nothing.
    await rig.request(`/pay/${intent.id}/decline`, { method: 'POST' })
    expect((await rig.stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded')
    await rig.simulator.settle()
    expect(rig.types().filter((type) => type === 'payment_intent.succeeded')).toHaveLength(1)
  })

  it('tells why a payment failed', async () => {
    const rig = createRig()
    const intent = await rig.stripe.paymentIntents.create(promptPay)
    await rig.request(`/pay/${intent.id}/expire`, { method: 'POST' })
    const page = await text(rig, `/pay/${intent.id}`)
    expect(page).toContain('payment_intent_payment_attempt_expired')
    expect(page).not.toContain('<button')
  })

  it('serves the QR as SVG and as PNG', async () => {
    const rig = createRig()
    const intent = await rig.stripe.paymentIntents.create(promptPay)
    const svg = await rig.request(`/pay/${intent.id}/qr.svg`)
    expect(svg.headers.get('content-type')).toBe('image/svg+xml')
    expect(await svg.text()).toMatch(/^<svg /)
    const png = await rig.request(`/pay/${intent.id}/qr.png`)
    expect(png.headers.get('content-type')).toBe('image/png')
    const bytes = new Uint8Array(await png.arrayBuffer())
    expect([...bytes.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  })

  it('lists the recent payments on the front page', async () => {
    const rig = createRig()
    expect(await text(rig, '/')).toContain('No payments yet')
    const intent = await rig.stripe.paymentIntents.create(promptPay)
    expect(await text(rig, '/')).toContain(`href="/pay/${intent.id}"`)
  })

  it('is framed by pages on this machine only, and loads nothing from elsewhere', async () => {
    const rig = createRig()
    for (const path of ['/', '/pay/pi_none', '/v3/elements/card', '/v3/controller']) {
      const policy = (await rig.request(path)).headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toMatch(/frame-ancestors [^;]*http:\/\/127\.0\.0\.1:\*/)
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toContain('https:')
    }
    expect((await rig.request('/pay/pi_none')).status).toBe(404)
  })
})

describe('a website elsewhere', () => {
  it('cannot press the buttons', async () => {
    const rig = createRig()
    const intent = await rig.stripe.paymentIntents.create(promptPay)
    const paths = [`/pay/${intent.id}/approve`, `/sim/payment_intents/${intent.id}/approve`]
    for (const origin of ['https://evil.example', 'null']) {
      for (const path of paths) {
        const answer = await rig.request(path, { method: 'POST', headers: { origin } })
        expect(answer.status).toBe(403)
      }
    }
    const own = { method: 'POST', headers: { origin: 'http://127.0.0.1:8789' } }
    expect((await rig.request(`/pay/${intent.id}/approve`, own)).status).toBe(303)
  })
})

describe('the page of the bank', () => {
  const challenged = {
    amount: 5000,
    currency: 'thb',
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
    return_url: 'http://127.0.0.1:8788/orders/1?tab=pay',
  }

  it.each([
    ['approve', 'succeeded'],
    ['decline', 'failed'],
  ])('%s sends the shopper back to the shop with the outcome: %s', async (action, outcome) => {
    const rig = createRig()
    const intent = await rig.stripe.paymentIntents.create(challenged)
    const path = `/pay/${intent.id}/challenge`
    expect(await text(rig, path)).toContain(`${path}/${action}`)
    const answer = await rig.request(`${path}/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(answer.status).toBe(303)
    const back = new URL(answer.headers.get('location') ?? '')
    expect(back.origin + back.pathname).toBe('http://127.0.0.1:8788/orders/1')
    expect(Object.fromEntries(back.searchParams)).toEqual({
      tab: 'pay',
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: outcome,
    })
  })

  it('never sends a shopper off this machine', async () => {
    const rig = createRig()
    const intent = await rig.stripe.paymentIntents.create({
      ...challenged,
      return_url: 'https://elsewhere.example/',
    })
    const answer = await rig.request(`/pay/${intent.id}/challenge/approve`, { method: 'POST' })
    expect(answer.headers.get('location')).toBe(`/pay/${intent.id}`)
  })
})

describe('the script for the browser', () => {
  it('may be loaded by the shop from another origin', async () => {
    const answer = await createRig().request('/v3/stripe.js')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(await answer.text()).toBe(STRIPE_JS)
  })

  it('has labelled card fields with the names that tools know', async () => {
    const page = await text(createRig(), '/v3/elements/card')
    for (const name of ['cardnumber', 'exp-date', 'cvc']) expect(page).toContain(`name="${name}"`)
    expect(page.match(/<label for=/g)).toHaveLength(3)
    expect(page).toContain('autocomplete="cc-number"')
  })

  it('is JavaScript', () => {
    for (const script of [STRIPE_JS, FRAME_SCRIPT]) {
      expect(() => new Function(script)).not.toThrow()
    }
  })
})
