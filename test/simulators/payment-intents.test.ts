import { parse } from 'promptparse'
import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { card, createRig, promptPay } from './rig.ts'

const MINUTE_MS = 60_000

describe('paying by card', () => {
  it('a good card pays at once, and the charge carries its fee', async () => {
    const { stripe } = createRig()
    const intent = await stripe.paymentIntents.create({
      ...card,
      metadata: { order: 'grp_1' },
      expand: ['latest_charge.balance_transaction'],
    })
    expect(intent).toMatchObject({
      status: 'succeeded',
      amount: 59_900,
      amount_received: 59_900,
      currency: 'thb',
      metadata: { order: 'grp_1' },
      latest_charge: {
        object: 'charge',
        paid: true,
        amount_captured: 59_900,
        payment_method_details: { type: 'card', card: { last4: '4242' } },
        balance_transaction: { object: 'balance_transaction', amount: 59_900, fee: 3186 },
      },
    })
  })

  it('a declined card answers 402 and leaves the intent open for another card', async () => {
    const { stripe } = createRig()
    const intent = await stripe.paymentIntents.create({
      amount: 59_900,
      currency: 'thb',
      allowed_payment_method_types: ['card'],
    })
    expect(intent.status).toBe('requires_payment_method')
    const error = await stripe.paymentIntents
      .confirm(intent.id, { payment_method: 'pm_card_chargeDeclined' })
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError)
    expect(error).toMatchObject({
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'generic_decline',
      payment_intent: { id: intent.id, status: 'requires_payment_method' },
    })
    const again = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })
    expect(again).toMatchObject({ status: 'succeeded', last_payment_error: null })
  })

  it('a card that wants proof waits for the bank page, then succeeds or fails', async () => {
    const { stripe, control } = createRig()
    const challenged = {
      ...card,
      payment_method: 'pm_card_authenticationRequired',
      return_url: 'http://127.0.0.1:8788/orders/1',
    }
    const intent = await stripe.paymentIntents.create(challenged)
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: {
        type: 'redirect_to_url',
        redirect_to_url: {
          return_url: 'http://127.0.0.1:8788/orders/1',
          url: `http://127.0.0.1:8789/pay/${intent.id}/challenge`,
        },
      },
    })
    await control(`/payment_intents/${intent.id}/approve`)
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded')

    const second = await stripe.paymentIntents.create(challenged)
    await control(`/payment_intents/${second.id}/decline`)
    expect(await stripe.paymentIntents.retrieve(second.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
  })

  it('a browser can type a card with the publishable key and confirm with the client secret', async () => {
    const { stripe, sdk } = createRig()
    const intent = await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'thb',
      automatic_payment_methods: { enabled: true },
    })
    const browser = sdk('pk_sim_talat')
    const method = await browser.paymentMethods.create({
      type: 'card',
      card: { number: '4242424242424242', exp_month: 12, exp_year: 2030, cvc: '123' },
    })
    const paid = await browser.paymentIntents.confirm(intent.id, {
      payment_method: method.id,
      return_url: 'http://127.0.0.1:8788/orders/1',
      ...{ client_secret: intent.client_secret },
    })
    expect(paid.status).toBe('succeeded')
    await expect(
      browser.paymentIntents.retrieve(intent.id, { client_secret: 'pi_x_secret_y' }),
    ).rejects.toMatchObject({ statusCode: 404, code: 'resource_missing' })
  })

  it.each([
    ['a mistyped number', { number: '4242424242424241' }, 'incorrect_number'],
    ['a card of last year', { exp_year: 2025 }, 'invalid_expiry_year'],
    ['a month that is none', { exp_month: 13 }, 'invalid_expiry_month'],
    ['a security code that is too short', { cvc: '12' }, 'invalid_cvc'],
  ])('%s is refused before any payment', async (_, wrong, code) => {
    const browser = createRig().sdk('pk_sim_talat')
    const good = { number: '4242424242424242', exp_month: 12, exp_year: 2030, cvc: '123' }
    await expect(
      browser.paymentMethods.create({ type: 'card', card: { ...good, ...wrong } }),
    ).rejects.toMatchObject({ statusCode: 402, type: 'StripeCardError', code })
  })
})

describe('paying by PromptPay', () => {
  it('confirming shows a QR whose text is a Thai QR for the amount', async () => {
    const { stripe } = createRig()
    const intent = await stripe.paymentIntents.create(promptPay)
    const page = `http://127.0.0.1:8789/pay/${intent.id}`
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: {
        type: 'promptpay_display_qr_code',
        promptpay_display_qr_code: {
          hosted_instructions_url: page,
          image_url_png: `${page}/qr.png`,
          image_url_svg: `${page}/qr.svg`,
        },
      },
    })
    const qr = parse(intent.next_action?.promptpay_display_qr_code?.data ?? '', true)
    expect(qr?.getTagValue('01')).toBe('12')
    expect(qr?.getTagValue('53')).toBe('764')
    expect(qr?.getTagValue('54')).toBe('1250.50')
  })

  it('scanning the QR pays the intent', async () => {
    const { stripe, control } = createRig()
    const intent = await stripe.paymentIntents.create(promptPay)
    expect(await control(`/payment_intents/${intent.id}/approve`)).toMatchObject({
      status: 200,
      body: { status: 'succeeded' },
    })
    expect(
      await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] }),
    ).toMatchObject({
      status: 'succeeded',
      next_action: null,
      latest_charge: { payment_method_details: { type: 'promptpay' } },
    })
  })

  it('a QR that nobody scans in a quarter of an hour fails the attempt', async () => {
    const { stripe, pass, types, control } = createRig()
    const intent = await stripe.paymentIntents.create(promptPay)
    await pass(15 * MINUTE_MS - 1)
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_action')
    await pass(1)
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      next_action: null,
      last_payment_error: { code: 'payment_intent_payment_attempt_expired' },
    })
    expect(types()).toEqual([
      'payment_intent.created',
      'payment_intent.requires_action',
      'payment_intent.payment_failed',
    ])
    expect((await control(`/payment_intents/${intent.id}/approve`)).status).toBe(409)
    expect(await control(`/payment_intents/${intent.id}/approve`, { late: true })).toMatchObject({
      status: 200,
      body: { status: 'succeeded' },
    })
  })

  it('the bank may take its time, or say no', async () => {
    const { stripe, control, types, simulator } = createRig()
    const intent = await stripe.paymentIntents.create(promptPay)
    await control(`/payment_intents/${intent.id}/process`)
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('processing')
    await control(`/payment_intents/${intent.id}/decline`)
    await simulator.settle()
    expect(types().slice(2)).toEqual([
      'payment_intent.processing',
      'charge.failed',
      'payment_intent.payment_failed',
    ])
  })

  it('the payer may send another amount than was asked', async () => {
    const { stripe, control } = createRig()
    const intent = await stripe.paymentIntents.create(promptPay)
    await control(`/payment_intents/${intent.id}/approve`, { amount: 100, currency: 'usd' })
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      amount: 100,
      amount_received: 100,
      currency: 'usd',
    })
  })

  it('needs the email that refunds go through, and baht', async () => {
    const { stripe } = createRig()
    const { payment_method_data: _, ...rest } = promptPay
    await expect(
      stripe.paymentIntents.create({ ...rest, payment_method_data: { type: 'promptpay' } }),
    ).rejects.toMatchObject({
      code: 'parameter_missing',
      param: 'payment_method_data[billing_details][email]',
    })
    await expect(
      stripe.paymentIntents.create({ ...promptPay, currency: 'usd' }),
    ).rejects.toMatchObject({ statusCode: 400, param: 'allowed_payment_method_types' })
  })
})

describe('canceling', () => {
  it('closes an open intent, once, and never one that was paid', async () => {
    const { stripe, control } = createRig()
    const open = await stripe.paymentIntents.create(promptPay)
    const canceled = await stripe.paymentIntents.cancel(open.id, {
      cancellation_reason: 'abandoned',
    })
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' })
    expect((await control(`/payment_intents/${open.id}/approve`)).status).toBe(409)

    const paid = await stripe.paymentIntents.create(card)
    for (const id of [open.id, paid.id]) {
      await expect(stripe.paymentIntents.cancel(id)).rejects.toMatchObject({
        statusCode: 400,
        code: 'payment_intent_unexpected_state',
      })
    }
    await expect(stripe.paymentIntents.confirm(paid.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
      payment_intent: { status: 'succeeded' },
    })
  })
})

describe('asking', () => {
  it('lists newest first, page by page, since a time', async () => {
    const { stripe, pass, now } = createRig()
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) {
      ids.unshift((await stripe.paymentIntents.create(card)).id)
      await pass(1000)
    }
    const first = await stripe.paymentIntents.list({ limit: 2 })
    expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    expect(first.has_more).toBe(true)
    const rest = await stripe.paymentIntents.list({ limit: 3, starting_after: ids[1] ?? '' })
    expect(rest.data.map(({ id }) => id)).toEqual(ids.slice(2))
    expect(rest.has_more).toBe(false)
    const seen: string[] = []
    for await (const { id } of stripe.paymentIntents.list({ limit: 2 })) seen.push(id)
    expect(seen).toEqual(ids)
    const recent = await stripe.paymentIntents.list({
      created: { gte: Math.floor(now() / 1000) - 2 },
    })
    expect(recent.data).toHaveLength(2)
    await expect(stripe.paymentIntents.list({ limit: 101 })).rejects.toMatchObject({
      param: 'limit',
    })
  })

  it('finds an intent by what the merchant wrote on it', async () => {
    const { stripe } = createRig()
    await stripe.paymentIntents.create(card)
    const mine = await stripe.paymentIntents.create({ ...card, metadata: { order: "grp_'7" } })
    const found = await stripe.paymentIntents.search({
      query: `metadata["order"]:"grp_'7" AND status:'succeeded' AND amount>=59900`,
    })
    expect(found.data.map(({ id }) => id)).toEqual([mine.id])
    await expect(stripe.paymentIntents.search({ query: 'order=1' })).rejects.toMatchObject({
      param: 'query',
    })
  })

  it('answers 404 for what is not there', async () => {
    const { stripe } = createRig()
    await expect(stripe.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such payment_intent: 'pi_none'",
    })
  })
})

describe('refusing', () => {
  it('a parameter that Stripe does not know, by its full name', async () => {
    const { stripe } = createRig()
    const wrong = { ...card, colour: 'red' }
    await expect(stripe.paymentIntents.create(wrong)).rejects.toMatchObject({
      statusCode: 400,
      type: 'StripeInvalidRequestError',
      code: 'parameter_unknown',
      param: 'colour',
      message: 'Received unknown parameter: colour',
    })
    const nested = {
      ...promptPay,
      payment_method_data: { ...promptPay.payment_method_data, pin: '1' },
    }
    await expect(stripe.paymentIntents.create(nested)).rejects.toMatchObject({
      message: 'Received unknown parameter: payment_method_data[pin]',
    })
  })

  it('the parameter that Stripe has taken away', async () => {
    const { stripe } = createRig()
    const { allowed_payment_method_types: types, ...rest } = card
    const old = { ...rest, payment_method_types: types }
    await expect(stripe.paymentIntents.create(old)).rejects.toMatchObject({
      statusCode: 400,
      code: 'payment_method_types_no_longer_supported',
    })
  })

  it('a real parameter that is not simulated, and says so', async () => {
    const { stripe } = createRig()
    await expect(
      stripe.paymentIntents.create({ ...card, customer: 'cus_1' }),
    ).rejects.toMatchObject({ code: 'parameter_not_simulated', param: 'customer' })
  })

  it.each([
    [{ amount: 999 }, 'amount_too_small', 'amount'],
    [{ amount: 100_000_000 }, 'amount_too_large', 'amount'],
    [{ amount: 10.5 }, 'parameter_invalid_integer', 'amount'],
    [{ payment_method: 'pm_none' }, 'resource_missing', 'payment_method'],
  ])('%o with %s', async (wrong, code, param) => {
    const { stripe } = createRig()
    await expect(stripe.paymentIntents.create({ ...card, ...wrong })).rejects.toMatchObject({
      code,
      param,
    })
  })

  it('a confirmation without a return address where methods may redirect', async () => {
    const { stripe } = createRig()
    const { allowed_payment_method_types: _, ...automatic } = card
    await expect(stripe.paymentIntents.create(automatic)).rejects.toMatchObject({
      param: 'return_url',
    })
    const intent = await stripe.paymentIntents.create({
      ...automatic,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    })
    expect(intent.status).toBe('succeeded')
  })

  it('strangers, and the publishable key where only the server may speak', async () => {
    const { sdk, request } = createRig()
    await expect(sdk('sk_live_other').paymentIntents.list()).rejects.toMatchObject({
      statusCode: 401,
      type: 'StripeAuthenticationError',
    })
    await expect(sdk('pk_sim_talat').paymentIntents.list()).rejects.toMatchObject({
      statusCode: 401,
      code: 'secret_key_required',
    })
    const bare = await request('/v1/payment_intents')
    expect(bare.status).toBe(401)
    expect(await bare.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
  })

  it('to run in production', () => {
    expect(() => createRig({ environment: 'production' })).toThrow(/does not run in production/)
  })
})
