import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { card, createRig } from './rig.ts'

const create = { method: 'POST', path: '/v1/payment_intents$' }

describe('idempotency keys', () => {
  it('the same key and parameters get the same answer, and one payment', async () => {
    const { stripe, request } = createRig()
    const first = await stripe.paymentIntents.create(card, { idempotencyKey: 'att_1' })
    const again = await stripe.paymentIntents.create(card, { idempotencyKey: 'att_1' })
    expect(again).toEqual(first)
    const byHand = () =>
      request('/v1/payment_intents', {
        method: 'POST',
        headers: { authorization: 'Bearer sk_sim_talat', 'idempotency-key': 'att_2' },
        body: 'amount=5000&currency=thb&metadata[order]=grp_1',
      })
    const [one, two] = [await byHand(), await byHand()]
    expect(one.headers.get('idempotent-replayed')).toBeNull()
    expect(two.headers.get('idempotent-replayed')).toBe('true')
    expect(two.headers.get('original-request')).toBe(one.headers.get('request-id'))
    expect(await two.text()).toBe(await one.text())
    expect((await stripe.paymentIntents.list()).data).toHaveLength(2)
  })

  it('the same key with other parameters, or at another address, is refused', async () => {
    const { stripe } = createRig()
    const paid = await stripe.paymentIntents.create(card, { idempotencyKey: 'att_1' })
    for (const attempt of [
      () => stripe.paymentIntents.create({ ...card, amount: 60_000 }, { idempotencyKey: 'att_1' }),
      () => stripe.refunds.create({ payment_intent: paid.id }, { idempotencyKey: 'att_1' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        statusCode: 400,
        type: 'StripeIdempotencyError',
      })
    }
  })

  it('a declined card is stored, a mistake in the parameters is not', async () => {
    const { stripe } = createRig()
    const declined = { ...card, payment_method: 'pm_card_chargeDeclined' }
    for (let count = 0; count < 2; count += 1) {
      await expect(
        stripe.paymentIntents.create(declined, { idempotencyKey: 'att_1' }),
      ).rejects.toMatchObject({ code: 'card_declined' })
    }
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1)
    await expect(
      stripe.paymentIntents.create({ ...card, amount: 1 }, { idempotencyKey: 'att_2' }),
    ).rejects.toMatchObject({ code: 'amount_too_small' })
    const good = await stripe.paymentIntents.create(card, { idempotencyKey: 'att_2' })
    expect(good.status).toBe('succeeded')
  })

  it('a second request while the first is under way is told to wait', async () => {
    const { stripe, control } = createRig()
    await control('/faults', { kind: 'slow', ms: 50, ...create })
    const first = stripe.paymentIntents.create(card, { idempotencyKey: 'att_1' })
    await new Promise((resolve) => setTimeout(resolve, 10))
    await expect(
      stripe.paymentIntents.create(card, { idempotencyKey: 'att_1' }),
    ).rejects.toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
    const again = await first.then(() =>
      stripe.paymentIntents.create(card, { idempotencyKey: 'att_1' }),
    )
    expect(again.id).toBe((await first).id)
  })
})

describe('request faults', () => {
  it('commit then time out: the caller hears nothing, the payment is there', async () => {
    const { stripe, control, sdk } = createRig()
    await control('/faults', { kind: 'commit_then_timeout', ms: 5000, ...create })
    const hasty = sdk('sk_sim_talat', { timeout: 20 })
    await expect(
      hasty.paymentIntents.create(card, { idempotencyKey: 'att_1' }),
    ).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
    const again = await stripe.paymentIntents.create(card, { idempotencyKey: 'att_1' })
    expect(again.status).toBe('succeeded')
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1)
  })

  it('commit then reset: the answer breaks off, and a retry gets it', async () => {
    const { control, sdk } = createRig()
    await control('/faults', { kind: 'commit_then_reset', ...create })
    const patient = sdk('sk_sim_talat')
    await expect(patient.paymentIntents.create(card, { idempotencyKey: 'att_1' })).rejects.toThrow()
    await patient.paymentIntents.create(card, { idempotencyKey: 'att_1' })
    expect((await patient.paymentIntents.list()).data).toHaveLength(1)
  })

  it('hang: nothing is done', async () => {
    const { stripe, control, sdk } = createRig()
    await control('/faults', { kind: 'hang', ms: 5000, ...create })
    await expect(
      sdk('sk_sim_talat', { timeout: 20 }).paymentIntents.create(card),
    ).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
    expect((await stripe.paymentIntents.list()).data).toHaveLength(0)
  })

  it('a 500 is kept under the key, whether or not the work was done', async () => {
    const { stripe, control } = createRig()
    await control('/faults', {
      faults: [
        { kind: 'status_500', ...create },
        { kind: 'status_500_after_commit', ...create },
        { kind: 'status_500', stored: false, ...create },
      ],
    })
    for (const idempotencyKey of ['before', 'before', 'after', 'after', 'in front']) {
      await expect(stripe.paymentIntents.create(card, { idempotencyKey })).rejects.toMatchObject({
        statusCode: 500,
        type: 'StripeAPIError',
      })
    }
    await stripe.paymentIntents.create(card, { idempotencyKey: 'in front' })
    expect((await stripe.paymentIntents.list()).data).toHaveLength(2)
  })

  it('strike only the method and path they name', async () => {
    const { stripe, control } = createRig()
    await control('/faults', {
      kind: 'status_500',
      method: 'POST',
      path: '/v1/payment_intents/*/cancel',
      times: null,
    })
    const intent = await stripe.paymentIntents.create({ ...card, confirm: false })
    await stripe.paymentIntents.retrieve(intent.id)
    await expect(stripe.paymentIntents.cancel(intent.id)).rejects.toMatchObject({
      statusCode: 500,
    })
  })
})
