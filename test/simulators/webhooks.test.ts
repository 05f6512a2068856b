import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { card, createRig, promptPay, type Rig } from './rig.ts'

const SECRET = 'whsec_sim_talat'
const OUTGOING = 'whsec_sim_talat_outgoing'

/** Reads a received webhook as a merchant does, at the rig's time. */
function verify(rig: Rig, index: number, secret = SECRET): Promise<Stripe.Event> {
  const { body, signature } = rig.received.at(index) ?? { body: '', signature: '' }
  return rig.stripe.webhooks.constructEventAsync(
    body,
    signature,
    secret,
    300,
    Stripe.createSubtleCryptoProvider(),
    rig.now(),
  )
}

async function pay(rig: Rig): Promise<void> {
  await rig.stripe.paymentIntents.create(card)
  await rig.simulator.settle()
}

const types = (rig: Rig) => rig.types().filter((type) => type === 'payment_intent.succeeded')

describe('webhooks', () => {
  it('announce a payment in signed events that can be fetched again', async () => {
    const rig = createRig()
    const intent = await rig.stripe.paymentIntents.create(card, { idempotencyKey: 'att_1' })
    expect(rig.received).toHaveLength(0)
    await rig.simulator.settle()
    expect(rig.types()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ])
    const event = await verify(rig, 2)
    expect(event).toMatchObject({
      api_version: '2026-10-28.endive',
      livemode: false,
      data: { object: { id: intent.id, amount: 59_900 } },
      request: { idempotency_key: 'att_1' },
    })
    expect(await rig.stripe.events.retrieve(event.id)).toMatchObject({
      id: event.id,
      pending_webhooks: 0,
    })
    const { data } = await rig.stripe.events.list({ type: 'payment_intent.*' })
    expect(data.map(({ type }) => type)).toEqual([
      'payment_intent.succeeded',
      'payment_intent.created',
    ])
  })

  it('are tried again with growing waits until the merchant answers 2xx', async () => {
    const rig = createRig()
    rig.merchantAnswers(() => new Response('down', { status: 503 }))
    await rig.stripe.paymentIntents.create({ ...card, confirm: false })
    await rig.simulator.settle()
    expect(rig.received).toHaveLength(1)
    rig.merchantAnswers(() => Promise.reject(new Error('connection refused')))
    await rig.pass(999)
    expect(rig.received).toHaveLength(1)
    await rig.pass(1)
    expect(rig.received).toHaveLength(2)
    rig.merchantAnswers(() => new Response(null, { status: 204 }))
    await rig.pass(5000)
    await rig.pass(3_600_000)
    expect(rig.received).toHaveLength(3)
    const log = await (await rig.request('/sim/webhooks')).json()
    expect(log).toMatchObject({
      webhooks: [
        {
          eventType: 'payment_intent.created',
          state: 'delivered',
          attempts: [
            { status: 503, error: null },
            { status: null, error: 'connection refused' },
            { status: 204, error: null },
          ],
        },
      ],
    })
  })

  it('are given up after the last try, and can be sent again by hand', async () => {
    const rig = createRig({ settings: { retryDelaysMs: [1000] } })
    rig.merchantAnswers(() => new Response(null, { status: 500 }))
    await rig.stripe.paymentIntents.create({ ...card, confirm: false })
    await rig.simulator.settle()
    await rig.pass(1000)
    await rig.pass(3_600_000)
    expect(rig.received).toHaveLength(2)
    rig.merchantAnswers(() => new Response(null, { status: 200 }))
    const { id } = JSON.parse(rig.received[0]?.body ?? '')
    expect((await rig.control(`/webhooks/${id}/redeliver`)).status).toBe(201)
    await rig.simulator.settle()
    expect(rig.received).toHaveLength(3)
    expect(rig.received[2]?.body).toContain(id)
  })

  it('deliver themselves when asked to', async () => {
    const rig = createRig({ autoDeliver: true })
    await rig.stripe.paymentIntents.create(card)
    await rig.simulator.settle()
    expect(rig.received).toHaveLength(3)
  })
})

describe('webhook faults', () => {
  const succeeded = { event: 'payment_intent.succeeded' }

  it('duplicate: the same event several times', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'duplicate', copies: 9, ...succeeded })
    await pay(rig)
    expect(types(rig)).toHaveLength(10)
    const ids = rig.received.map(({ body }) => JSON.parse(body).id)
    expect(new Set(ids).size).toBe(3)
  })

  it('late: after its time, not before', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'late', ms: 60_000, ...succeeded })
    await pay(rig)
    expect(types(rig)).toHaveLength(0)
    await rig.pass(60_000)
    expect(types(rig)).toHaveLength(1)
    await verify(rig, -1)
  })

  it('early: before the request that caused it is answered', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'early', ...succeeded })
    await rig.stripe.paymentIntents.create(card)
    expect(rig.types()).toEqual(['payment_intent.succeeded'])
    await rig.simulator.settle()
    expect(rig.received).toHaveLength(3)
  })

  it('never: not delivered, though the event can be fetched', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'never', times: null })
    await pay(rig)
    await rig.pass(3_600_000)
    expect(rig.received).toHaveLength(0)
    expect((await rig.stripe.events.list()).data).toHaveLength(3)
  })

  it('reorder: held until there are enough, then newest first', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'reorder', times: 3 })
    await pay(rig)
    expect(rig.types()).toEqual([
      'payment_intent.succeeded',
      'charge.succeeded',
      'payment_intent.created',
    ])
  })

  it('reorder: or until they are released', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'reorder', times: null, event: 'payment_intent.*' })
    await pay(rig)
    expect(rig.types()).toEqual(['charge.succeeded'])
    expect((await rig.control('/webhooks/release')).body).toEqual({ released: 2 })
    await rig.simulator.settle()
    expect(rig.types().slice(1)).toEqual(['payment_intent.succeeded', 'payment_intent.created'])
  })

  it('wrong amount and currency: well signed, but not what was asked', async () => {
    const rig = createRig()
    await rig.control('/faults', {
      faults: [
        { kind: 'wrong_amount', amount: 1, ...succeeded },
        { kind: 'wrong_currency', currency: 'jpy', ...succeeded },
      ],
    })
    await pay(rig)
    expect(await verify(rig, 2)).toMatchObject({
      data: { object: { amount: 1, amount_received: 1, currency: 'jpy' } },
    })
  })

  it('rotated secret: two signatures while both are good, then only the old one', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'rotated_secret', ...succeeded })
    await pay(rig)
    await verify(rig, 2)
    await verify(rig, 2, OUTGOING)
    expect(rig.received[2]?.signature).toMatch(/^t=\d+,v1=[0-9a-f]{64},v1=[0-9a-f]{64}$/)

    await rig.control('/faults', { kind: 'rotated_secret', sign: 'outgoing', ...succeeded })
    await pay(rig)
    await verify(rig, 5, OUTGOING)
    await expect(verify(rig, 5)).rejects.toThrow(Stripe.errors.StripeSignatureVerificationError)
  })

  it('forged and stale: refused by whoever checks', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'forged', ...succeeded })
    await pay(rig)
    await expect(verify(rig, 2)).rejects.toThrow(/signature/)
    await rig.control('/faults', { kind: 'stale', seconds: 301, ...succeeded })
    await pay(rig)
    await expect(verify(rig, 5)).rejects.toThrow(/tolerance/)
  })

  it('future: signed with a time to come', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'future', seconds: 900, ...succeeded })
    await pay(rig)
    const time = Number(/t=(\d+)/.exec(rig.received[2]?.signature ?? '')?.[1])
    expect(time).toBe(Math.floor(rig.now() / 1000) + 900)
  })

  it('strike as often as told, and no more once cleared', async () => {
    const rig = createRig()
    await rig.control('/faults', { kind: 'never', times: 2, ...succeeded })
    for (let count = 0; count < 3; count += 1) await pay(rig)
    expect(types(rig)).toHaveLength(1)
    await rig.control('/faults', { kind: 'never', times: null })
    const cleared = await rig.request('/sim/faults', { method: 'DELETE' })
    expect(await cleared.json()).toEqual({ cleared: 1, released: 0 })
    await pay(rig)
    expect(types(rig)).toHaveLength(2)
  })

  it('a plan that makes no sense is refused', async () => {
    const rig = createRig()
    expect(await rig.control('/faults', { kind: 'late' })).toMatchObject({ status: 400 })
    expect(await rig.control('/faults', { kind: 'meteor' })).toMatchObject({ status: 400 })
    expect(await rig.control('/faults', { kind: 'never', event: 'x.y' })).toMatchObject({
      status: 400,
    })
  })
})

describe('starting over', () => {
  it('a reset forgets payments, events and faults', async () => {
    const rig = createRig()
    await rig.stripe.paymentIntents.create(promptPay)
    await rig.control('/faults', { kind: 'never', times: null })
    expect((await rig.control('/reset')).status).toBe(204)
    expect((await rig.stripe.paymentIntents.list()).data).toEqual([])
    await pay(rig)
    expect(rig.received).toHaveLength(3)
  })
})
