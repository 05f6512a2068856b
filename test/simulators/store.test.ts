import { describe, expect, it } from 'vitest'
import { card, createRig, promptPay } from './rig.ts'
import { createMemoryStore } from './store.ts'

describe('what is kept', () => {
  it('survives a restart of the simulator, with what the clock still owes', async () => {
    const store = createMemoryStore()
    const before = createRig({ store })
    const intent = await before.stripe.paymentIntents.create(promptPay)
    const after = createRig({ store })
    expect((await after.stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_action')
    await after.pass(15 * 60_000)
    expect(after.types()).toEqual([
      'payment_intent.created',
      'payment_intent.requires_action',
      'payment_intent.payment_failed',
    ])
  })

  it('is forgotten where an older simulator wrote it in another shape', async () => {
    const store = createMemoryStore()
    store.put('payment_intent', 'pi_old', { wire: { id: 'pi_old' }, expiry: 1 }, 1)
    const { stripe, simulator } = createRig({ store })
    await simulator.settle()
    expect((await stripe.paymentIntents.list()).data).toEqual([])
  })

  it('never holds a card number', async () => {
    const store = createMemoryStore()
    const { sdk, stripe } = createRig({ store })
    const intent = await stripe.paymentIntents.create({ ...card, confirm: false })
    const number = '5555555555554444'
    const method = await sdk('pk_sim_talat').paymentMethods.create({
      type: 'card',
      card: { number, exp_month: 12, exp_year: 2030, cvc: '987' },
    })
    await stripe.paymentIntents.confirm(
      intent.id,
      { payment_method: method.id },
      { idempotencyKey: 'att_1' },
    )
    const kinds = ['payment_intent', 'payment_method', 'charge', 'event', 'idempotency'] as const
    const kept = JSON.stringify(kinds.map((kind) => store.entries(kind)))
    expect(kept.includes('"last4":"4444"')).toBe(true)
    expect(kept.includes(number)).toBe(false)
  })
})
