import { describe, expect, it } from 'vitest'
import { card, createRig, promptPay } from './rig.ts'

describe('refunds', () => {
  it('a card is refunded at once, in parts, never beyond what was paid', async () => {
    const { stripe, types, simulator } = createRig()
    const intent = await stripe.paymentIntents.create(card)
    const part = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 20_000,
      reason: 'requested_by_customer',
      metadata: { return: 'ret_1' },
    })
    expect(part).toMatchObject({ status: 'succeeded', amount: 20_000, currency: 'thb' })
    await expect(
      stripe.refunds.create({ payment_intent: intent.id, amount: 39_901 }),
    ).rejects.toMatchObject({
      statusCode: 400,
      param: 'amount',
      message: 'Refund amount (฿399.01) is greater than unrefunded amount on charge (฿399.00)',
    })
    await stripe.refunds.create({ charge: String(intent.latest_charge) })
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    })
    expect(await stripe.charges.retrieve(String(intent.latest_charge))).toMatchObject({
      amount_refunded: 59_900,
      refunded: true,
    })
    const { data } = await stripe.refunds.list({ payment_intent: intent.id })
    expect(data.map(({ amount }) => amount)).toEqual([39_900, 20_000])
    await simulator.settle()
    expect(types().slice(-4)).toEqual([
      'refund.created',
      'charge.refunded',
      'refund.created',
      'charge.refunded',
    ])
  })

  it('two hundred racing refunds never give back more than was paid', async () => {
    const { stripe } = createRig()
    const intent = await stripe.paymentIntents.create(card)
    const tries = Array.from({ length: 200 }, () =>
      stripe.refunds.create({ payment_intent: intent.id, amount: 1000 }),
    )
    const done = await Promise.allSettled(tries)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(59)
  })

  it('PromptPay waits for the account number, then arrives', async () => {
    const { stripe, control, pass, types } = createRig({ settings: { refundDelayMs: 60_000 } })
    const intent = await stripe.paymentIntents.create(promptPay)
    await control(`/payment_intents/${intent.id}/approve`)
    const refund = await stripe.refunds.create({ payment_intent: intent.id })
    expect(refund).toMatchObject({
      status: 'requires_action',
      instructions_email: 'malee@example.com',
    })
    await pass(60_000)
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe('succeeded')
    expect(types().at(-1)).toBe('refund.updated')
  })

  it('a bank may send a refund back, and the money can be refunded again', async () => {
    const { stripe, control, simulator, types } = createRig()
    const intent = await stripe.paymentIntents.create(card)
    const refund = await stripe.refunds.create({ payment_intent: intent.id })
    await control(`/refunds/${refund.id}/fail`)
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed' })
    await simulator.settle()
    expect(types().slice(-2)).toEqual(['refund.failed', 'refund.updated'])
    expect((await stripe.refunds.create({ payment_intent: intent.id })).amount).toBe(59_900)
  })

  it('an unpaid intent has nothing to refund', async () => {
    const { stripe } = createRig()
    const intent = await stripe.paymentIntents.create(promptPay)
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      statusCode: 400,
    })
    await expect(stripe.refunds.create({ payment_intent: 'pi_none' })).rejects.toMatchObject({
      code: 'resource_missing',
    })
  })
})
