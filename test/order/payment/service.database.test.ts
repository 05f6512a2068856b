import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { type Answer, describeEachMarket } from '#test/support/market.ts'
import { placeAt, signedInAgain, stallOf } from '#test/support/payer.ts'
import { checkoutBody, fillCart, intentOf } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

const { payment: PAYMENT, idempotency: IDEMPOTENCY } = SETTINGS
const REAL = { ...PAYMENT, ...IDEMPOTENCY }

describeEachMarket('Paying', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  beforeEach(() => {
    Object.assign(PAYMENT, { providerTimeoutMs: 150 })
    Object.assign(IDEMPOTENCY, { waitMs: 200 })
  })
  afterEach(async () => {
    Object.assign(PAYMENT, { providerTimeoutMs: REAL.providerTimeoutMs })
    Object.assign(IDEMPOTENCY, { waitMs: REAL.waitMs })
    await theMarket().provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
  })

  const chargesOf = (attemptId: string) =>
    theMarket()
      .provider.simulation.intents.list()
      .map(({ wire }) => wire)
      .filter(({ metadata }) => metadata.attempt_id === attemptId)

  /** A filled cart and the request that orders it, to be sent as often as one likes. */
  const checkout = async () => {
    const market = theMarket()
    const { shop, cloth, shopper } = await stall()
    await fillCart(market, shopper.token, [{ product: cloth, shop }])
    const body = checkoutBody(shopper, [shop])
    const key = newId('req')
    const send = async (): Promise<Answer> => {
      const { token } = (await stall()).shopper
      return await market.call('POST', '/orders', { token, key, body })
    }
    return { key, send }
  }

  const payAgain = async (groupId: string, method = 'promptpay', key: string = newId('req')) => {
    const { token } = (await stall()).shopper
    const body = { provider: 'stripe', method }
    return await theMarket().call('POST', `/order-groups/${groupId}/payments`, { token, key, body })
  }

  const view = async (groupId: string) => {
    const { token } = await signedInAgain(theMarket(), (await stall()).shopper)
    return (await theMarket().call('GET', `/order-groups/${groupId}`, { token })).body
  }

  const paysAfterAll = async (groupId: string) => {
    const [db, market] = [open(), theMarket()]
    const again = await payAgain(groupId)
    expect(again.status, JSON.stringify(again.body)).toBe(201)
    expect(again.body.payment).toMatchObject({ status: 'requires_action' })
    await market.rest()
    await market.control(`/payment_intents/${intentOf(market, groupId)}/approve`)
    await market.deliver()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  }

  describe('when the provider fails as an order is placed', () => {
    const slow = { ms: 600 }
    it.each([
      ['answers 500 before it looked', { kind: 'status_500', stored: false }, 1],
      ['answers 500 for as long as the key lives', { kind: 'status_500', stored: true }, 0],
      ['answers 500 after it did its work', { kind: 'status_500_after_commit' }, 1],
      ['does nothing and says nothing', { kind: 'hang', ...slow }, 1],
      ['does its work and says nothing', { kind: 'commit_then_timeout', ...slow }, 1],
      ['does its work and breaks off', { kind: 'commit_then_reset' }, 1],
    ])(
      'it %s: the order stands, one charge at most, and paying again works (P7, P12)',
      async (_, fault, charges) => {
        const [db, market] = [open(), theMarket()]
        const { send } = await checkout()
        await market.control('/faults', { ...fault, method: 'POST', path: '/v1/payment_intents$' })
        const first = await send()
        expect(first.status, JSON.stringify(first.body)).toBe(201)
        expect(first.body.payment).toMatchObject({
          status: 'failed',
          failureCode: 'provider_unavailable',
        })
        const repeated = await Promise.all([send(), send(), send()])
        for (const { status, body } of repeated) {
          expect([status, body]).toEqual([first.status, first.body])
        }
        const groupId: string = first.body.orderGroup.id
        await paysAfterAll(groupId)
        market.pass(3 * MINUTE_MS)
        await Promise.all([market.jobs(), market.jobs()])
        await market.deliver()
        await market.jobs()
        const { attempts } = await expectSound(db, market, groupId)
        const lost = attempts.find(({ id }) => id === first.body.payment.id)
        expect(chargesOf(lost?.id ?? '').map(({ status }) => status)).toEqual(
          Array.from({ length: charges }, () => 'canceled'),
        )
        if (charges === 1) expect(lost?.checkAtMs).toBeNull()
        market.pass(73 * HOUR_MS)
        await market.jobs()
        const later = await expectSound(db, market, groupId)
        expect(later.attempts.map(({ checkAtMs }) => checkAtMs)).toEqual([null, null])
      },
    )

    it('and fails once more as it is paid again, the group still waits and is paid by the third try', async () => {
      const [db, market] = [open(), theMarket()]
      const { send } = await checkout()
      await market.control('/faults', {
        kind: 'status_500',
        stored: false,
        method: 'POST',
        times: 2,
      })
      const first = await send()
      const groupId: string = first.body.orderGroup.id
      const key = newId('req')
      const second = await payAgain(groupId, 'card', key)
      expect(second.body.payment).toMatchObject({ status: 'failed', method: 'card' })
      const repeated = await payAgain(groupId, 'card', key)
      expect([repeated.status, repeated.body]).toEqual([second.status, second.body])
      await paysAfterAll(groupId)
      expect((await expectSound(db, market, groupId)).attempts).toHaveLength(3)
    })

    it('but the money moved before it broke off, the shopper is told so and never that it failed (P11)', async () => {
      const [db, market] = [open(), theMarket()]
      const { send } = await checkout()
      const { fetch } = market.provider
      const spy = vi.spyOn(market.provider, 'fetch').mockImplementation(async (input, init) => {
        const answer = await fetch(input, init)
        if (new URL(String(input)).pathname !== '/v1/payment_intents') return answer
        spy.mockRestore()
        const { id } = (await answer.json()) as { id: string }
        await market.control(`/payment_intents/${id}/approve`)
        await market.provider.settle()
        await vi.waitFor(async () => {
          const groups = await db.select().from(db.tables.paymentAttempts)
          expect(groups.find((row) => row.providerRef === id)?.status).toBe('succeeded')
        })
        throw new Error('the line is dead')
      })
      const first = await send()
      expect(first.status, JSON.stringify(first.body)).toBe(201)
      expect(first.body.orderGroup.paymentStatus).toBe('paid')
      expect(first.body.payment.status).toBe('succeeded')
      const again = await send()
      expect([again.status, again.body]).toEqual([201, first.body])
      await market.rest()
      await expectSound(db, market, first.body.orderGroup.id)
    })
  })

  describe('when our process dies while an order is placed (P6, I4)', () => {
    /** Sends the request and lets it die at the provider's door, before or after the provider worked. */
    const die = async (when: 'before' | 'after', meanwhile?: (intent: string) => Promise<void>) => {
      const market = theMarket()
      const { send } = await checkout()
      Object.assign(PAYMENT, { providerTimeoutMs: HOUR_MS })
      const { fetch } = market.provider
      const groupId = await new Promise<string>((resolve, reject) => {
        const spy = vi.spyOn(market.provider, 'fetch').mockImplementation(async (input, init) => {
          const request = new Request(input, init)
          if (new URL(request.url).pathname !== '/v1/payment_intents')
            return await fetch(input, init)
          spy.mockRestore()
          const form = new URLSearchParams(
            new TextDecoder().decode(await request.clone().arrayBuffer()),
          )
          if (when === 'after') {
            const { id } = (await (await fetch(request)).json()) as { id: string }
            await meanwhile?.(id)
          }
          resolve(form.get('metadata[group_id]') ?? '')
          return await new Promise<Response>(() => undefined)
        })
        send().catch(reject)
      })
      Object.assign(PAYMENT, { providerTimeoutMs: 150 })
      return { groupId, send }
    }

    it.each(['before', 'after'] as const)(
      '%s the provider worked: a repeat waits, is told 409, and after the lease finishes the work',
      async (when) => {
        const [db, market] = [open(), theMarket()]
        const { groupId, send } = await die(when)
        const early = await send()
        expect([early.status, early.body.code]).toEqual([409, 'request_in_progress'])
        expect(early.headers.get('retry-after')).toBe('1')
        market.pass(16 * SECOND_MS)
        const answers = await Promise.all(Array.from({ length: 5 }, send))
        const done = answers.filter(({ status }) => status === 201)
        expect(done.length).toBeGreaterThanOrEqual(1)
        const late = await send()
        expect(late.status).toBe(201)
        for (const { body } of done) expect(body).toEqual(late.body)
        expect(late.body.orderGroup.id).toBe(groupId)
        expect(late.body.payment).toMatchObject({ status: 'requires_action' })
        expect(late.body.payment.nextAction.qrData).toMatch(/^000201/)
        expect(chargesOf(late.body.payment.id)).toHaveLength(1)
        await market.rest()
        const { attempts } = await expectSound(db, market, groupId)
        expect(attempts).toHaveLength(1)
      },
    )

    it.each(['before', 'after'] as const)(
      '%s the provider worked, and nobody asks again: the jobs bring the QR to the order',
      async (when) => {
        const [db, market] = [open(), theMarket()]
        const { groupId } = await die(when)
        market.pass(2 * MINUTE_MS + SECOND_MS)
        await Promise.all([market.jobs(), market.jobs()])
        const seen = await view(groupId)
        expect(seen.payment.nextAction.qrData).toMatch(/^000201/)
        await market.control(`/payment_intents/${intentOf(market, groupId)}/approve`)
        await market.deliver()
        expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
      },
    )

    it('after the money was taken, and its webhook is lost: jobs make it paid and the key tells it', async () => {
      const [db, market] = [open(), theMarket()]
      await market.control('/faults', { kind: 'never', times: null })
      const { groupId, send } = await die('after', async (intent) => {
        await market.control(`/payment_intents/${intent}/approve`)
      })
      market.pass(2 * MINUTE_MS + SECOND_MS)
      await market.jobs()
      expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
      const answer = await send()
      expect(answer.status).toBe(201)
      expect(answer.body.payment.status).toBe('succeeded')
      expect((await send()).body).toEqual(answer.body)
    })

    it('and its window ends: the charge it may have made is ended at the provider', async () => {
      const [db, market] = [open(), theMarket()]
      const { groupId } = await die('after')
      market.pass(31 * MINUTE_MS)
      await market.jobs()
      await market.jobs()
      const { group, attempts } = await expectSound(db, market, groupId)
      expect(group.paymentStatus).toBe('expired')
      expect(chargesOf(attempts[0]?.id ?? '').map(({ status }) => status)).toEqual(['canceled'])
    })
  })

  it('by a card that is declined leaves the try open and says why; another card pays', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent, payment } = await placeAt(market, await stall(), 'card')
    expect(payment.clientSecret).toMatch(/_secret_/)
    for (let time = 0; time < 2; time += 1) {
      await market.control(`/payment_intents/${intent}/decline`)
      await market.deliver()
    }
    const declined = await view(groupId)
    expect(declined.payment).toMatchObject({
      status: 'requires_action',
      failureCode: 'generic_decline',
      clientSecret: payment.clientSecret,
    })
    await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    const { group, attempts } = await expectSound(db, market, groupId)
    expect(group.paymentStatus).toBe('paid')
    expect(attempts).toMatchObject([{ status: 'succeeded', failureCode: null }])
  })

  it('by a card that is declined can be given up for another way', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await placeAt(market, await stall(), 'card')
    await market.control(`/payment_intents/${intent}/decline`)
    await market.deliver()
    await paysAfterAll(groupId)
    expect(market.provider.simulation.intents.get(intent)?.wire.status).toBe('canceled')
    const { attempts } = await expectSound(db, market, groupId)
    expect(attempts.map(({ status }) => status).sort()).toEqual(['failed', 'succeeded'])
  })

  it('by a QR that runs out fails that try; a new QR pays', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId } = await placeAt(market, await stall())
    market.pass(16 * MINUTE_MS)
    await market.deliver()
    const { attempts } = await expectSound(db, market, groupId)
    expect(attempts).toMatchObject([
      { status: 'failed', failureCode: 'payment_intent_payment_attempt_expired' },
    ])
    await paysAfterAll(groupId)
  })

  it('is not in the way of the stock: a silent provider keeps no hold beyond its time (P12)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await placeAt(market, await stall())
    market.pass(31 * MINUTE_MS)
    await market.control('/faults', { kind: 'hang', ms: 600, times: null })
    await market.jobs()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('expired')
    await market.provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
    market.pass(6 * MINUTE_MS)
    await market.jobs()
    expect(market.provider.simulation.intents.get(intent)?.wire.status).toBe('canceled')
    await expectSound(db, market, groupId)
  })
})
