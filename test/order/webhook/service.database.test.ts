import { and, eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import { describeEachMarket } from '#test/support/market.ts'
import {
  brokenDatabase,
  eventOf,
  OUTGOING_SECRET,
  placeAt,
  post,
  requestWith,
  SECRET,
  stallOf,
} from '#test/support/payer.ts'
import { permutations } from '#test/support/permutations.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('A webhook', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  const inboxOf = async (db: Database, eventId: string) => {
    const { inboxEvents } = db.tables
    const mine = and(eq(inboxEvents.provider, 'stripe'), eq(inboxEvents.eventId, eventId))
    return (await db.select().from(inboxEvents).where(mine))[0]
  }
  const approve = async (intent: string, body?: object) =>
    await theMarket().control(`/payment_intents/${intent}/approve`, body)
  const silence = async () => await theMarket().control('/faults', { kind: 'never', times: null })
  const speak = async () =>
    await theMarket().provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })

  /** An order that is paid at the provider, and nothing of it has been told yet. */
  const paidInSilence = async () => {
    await silence()
    const placed = await placeAt(theMarket(), await stall())
    await approve(placed.intent)
    await speak()
    return { ...placed, event: eventOf(theMarket(), placed.intent) }
  }

  it('delivered ten times, and then ten times at once, pays once (P1)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, event } = await paidInSilence()
    for (let time = 0; time < 10; time += 1) {
      expect((await post(market, event)).status).toBe(200)
      await market.rest()
    }
    const once = await expectSound(db, market, groupId)
    expect(once.group.paymentStatus).toBe('paid')
    expect(once.journals).toHaveLength(once.orders.length)
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(market, event)))
    await market.rest()
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await expectSound(db, market, groupId)).toEqual(once)
  })

  it('of ten events about one charge that come at once, one pays (P1)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, event } = await paidInSilence()
    const events = Array.from({ length: 10 }, (_, n) => ({ ...event, id: `${event.id}_${n}` }))
    await Promise.all(events.map((one) => post(market, one)))
    await market.rest()
    const { group, history } = await expectSound(db, market, groupId)
    expect(group.paymentStatus).toBe('paid')
    expect(history.filter(({ event: what }) => what === 'captured')).toHaveLength(1)
    await market.jobs()
    for (const { id } of events) expect((await inboxOf(db, id))?.status).toBe('done')
  })

  it('before the answer to our own call is kept and forgets nothing of it (P1)', async () => {
    const [db, market] = [open(), theMarket()]
    await market.control('/faults', { kind: 'early', times: null })
    const { groupId, intent, payment } = await placeAt(market, await stall())
    await speak()
    await market.deliver()
    const { attempts } = await expectSound(db, market, groupId)
    expect(attempts[0]).toMatchObject({ providerRef: intent, status: 'requires_action' })
    expect(attempts[0]?.nextAction).toEqual(payment.nextAction)
    await approve(intent)
    await market.deliver()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it('about money that came while we still waited for the answer pays the order (P1)', async () => {
    const [db, market] = [open(), theMarket()]
    const { fetch } = market.provider
    const paysAtOnce = vi
      .spyOn(market.provider, 'fetch')
      .mockImplementation(async (input, init) => {
        const answer = await fetch(input, init)
        if (new URL(String(input)).pathname !== '/v1/payment_intents') return answer
        paysAtOnce.mockRestore()
        const { id } = (await answer.clone().json()) as { id: string }
        await approve(id)
        await market.provider.settle()
        const { paymentAttempts } = db.tables
        await vi.waitFor(async () => {
          const mine = eq(paymentAttempts.providerRef, id)
          expect((await db.select().from(paymentAttempts).where(mine))[0]?.status).toBe('succeeded')
        })
        return answer
      })
    const { groupId, answer } = await placeAt(market, await stall())
    expect(answer.status).toBe(201)
    await market.rest()
    const { shopper } = await stall()
    const seen = await market.call('GET', `/order-groups/${groupId}`, { token: shopper.token })
    expect(seen.body.orderGroup.paymentStatus).toBe('paid')
    expect(seen.body.payment.status).toBe('succeeded')
    await expectSound(db, market, groupId)
  })

  it.each([
    ['amount', { kind: 'wrong_amount' }],
    ['currency', { kind: 'wrong_currency' }],
  ])(
    'whose %s is wrong is only a hint: the charge itself is right and pays (P5)',
    async (_, lie) => {
      const [db, market] = [open(), theMarket()]
      const { groupId, intent } = await placeAt(market, await stall())
      await market.control('/faults', { ...lie, times: null })
      await approve(intent)
      await market.deliver()
      await speak()
      const { group, refunds } = await expectSound(db, market, groupId)
      expect(group.paymentStatus).toBe('paid')
      expect(refunds).toEqual([])
    },
  )

  it('of real money in a market of test money is put aside for an operator (P5)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await placeAt(market, await stall())
    await approve(intent, { livemode: true })
    await market.deliver()
    const { group, refunds, journals } = await expectSound(db, market, groupId)
    expect(group.paymentStatus).toBe('pending_payment')
    expect([...refunds, ...journals]).toEqual([])
    const { id } = eventOf(market, intent)
    expect(await inboxOf(db, id)).toMatchObject({ status: 'quarantined', note: 'wrong mode' })
  })

  it('says less than the charge: real money behind an event of test money is put aside (P5)', async () => {
    const [db, market] = [open(), theMarket()]
    await silence()
    const { groupId, intent } = await placeAt(market, await stall())
    await approve(intent, { livemode: true })
    await speak()
    const event = { ...eventOf(market, intent), livemode: false }
    await post(market, event)
    await market.rest()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('pending_payment')
    expect(await inboxOf(db, event.id)).toMatchObject({ status: 'quarantined', note: 'wrong_mode' })
  })

  describe('that is not to be trusted writes nothing (P3)', () => {
    it.each<[string, (event: object) => Parameters<typeof post>[2]]>([
      ['signed by a stranger', () => ({ secrets: ['whsec_forged_by_a_stranger'] })],
      ['not signed at all', () => ({ secrets: [] })],
      ['301 seconds old', () => ({ shift: -301 })],
      ['301 seconds from the future', () => ({ shift: 302 })],
      [
        'written anew after it was signed',
        (event) => ({ body: JSON.stringify(event), signed: JSON.stringify(event, null, 2) }),
      ],
      [
        'changed by one letter',
        (event) => ({ body: `${JSON.stringify(event)} `, signed: JSON.stringify(event) }),
      ],
      ['emptied', (event) => ({ body: '', signed: JSON.stringify(event) })],
      ['signed with a secret that was replaced (P4)', () => ({ secrets: [OUTGOING_SECRET] })],
    ])('%s', async (_, how) => {
      const [db, market] = [open(), theMarket()]
      const { groupId, event } = await paidInSilence()
      const answer = await post(market, event, how(event))
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ code: 'signature_invalid' })
      await market.rest()
      expect(await inboxOf(db, event.id)).toBeUndefined()
      expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('pending_payment')
    })

    it('with a signature that is no signature', async () => {
      const [db, market] = [open(), theMarket()]
      const event = { id: newId('evt'), type: 'payment_intent.succeeded' }
      for (const signature of [
        '',
        't=,v1=',
        'v1=00',
        `t=${Date.now()}`,
        'x'.repeat(5000),
        't=1e9,v1=0',
      ]) {
        const answer = await market.request('/api/webhooks/stripe', {
          method: 'POST',
          headers: { 'stripe-signature': signature },
          body: JSON.stringify(event),
        })
        expect(answer.status, signature.slice(0, 20)).toBe(400)
      }
      expect(await inboxOf(db, event.id)).toBeUndefined()
    })
  })

  it.each([-299, 298])('whose clock is %i seconds off is accepted (P3)', async (shift) => {
    const [db, market] = [open(), theMarket()]
    const { groupId, event } = await paidInSilence()
    expect((await post(market, event, { shift })).status).toBe(200)
    await market.rest()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it.each([
    ['the outgoing secret', [OUTGOING_SECRET]],
    ['both secrets', [OUTGOING_SECRET, SECRET]],
  ])('signed with %s while two are active is accepted (P4)', async (_, secrets) => {
    const [db, market] = [open(), theMarket()]
    const { groupId, event } = await paidInSilence()
    const variables = { STRIPE_WEBHOOK_SECRETS: `${SECRET},${OUTGOING_SECRET}` }
    expect((await post(market, event, { secrets, variables })).status).toBe(200)
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it('about a charge of nobody waits, and is given up for an operator after 72 hours (P2)', async () => {
    const [db, market] = [open(), theMarket()]
    const { event, groupId } = await paidInSilence()
    const stranger = { ...event, id: newId('evt') }
    const object = { ...stranger.data.object, id: 'pi_of_a_stranger' }
    await post(market, { ...stranger, data: { object } })
    await market.rest()
    expect(await inboxOf(db, stranger.id)).toMatchObject({ status: 'waiting', attempts: 1 })
    market.pass(71 * HOUR_MS)
    await market.jobs()
    expect(await inboxOf(db, stranger.id)).toMatchObject({ status: 'waiting', attempts: 2 })
    market.pass(2 * HOUR_MS)
    await market.jobs()
    expect(await inboxOf(db, stranger.id)).toMatchObject({ status: 'given_up', nextAtMs: null })
    await expectSound(db, market, groupId)
  })

  it('that is ahead of our own commit is applied soon after it (P2)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, payment, event } = await paidInSilence()
    const { paymentAttempts } = db.tables
    const rename = async (from: string, to: string) =>
      await db
        .update(paymentAttempts)
        .set({ id: to, providerRef: null })
        .where(eq(paymentAttempts.id, from))
    await rename(payment.id, 'att_not_there_yet')
    await post(market, event)
    await market.rest()
    expect(await inboxOf(db, event.id)).toMatchObject({ status: 'waiting' })
    await rename('att_not_there_yet', payment.id)
    market.pass(5000)
    await market.jobs()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
    expect(await inboxOf(db, event.id)).toMatchObject({ status: 'done' })
  })

  it('that fails each time is tried for 72 hours and then left to an operator', async () => {
    const [db, market] = [open(), theMarket()]
    const { event } = await paidInSilence()
    const broken = { kind: 'status_500', times: null, method: 'GET', stored: false }
    await market.control('/faults', broken)
    await post(market, event)
    await market.rest()
    expect(await inboxOf(db, event.id)).toMatchObject({ status: 'waiting', attempts: 1 })
    market.pass(73 * HOUR_MS)
    await market.jobs()
    expect(await inboxOf(db, event.id)).toMatchObject({ status: 'given_up' })
    await speak()
  })

  it('of a kind that says nothing of money is kept and ignored', async () => {
    const [db, market] = [open(), theMarket()]
    const { event } = await paidInSilence()
    const other = { ...event, id: newId('evt'), type: 'customer.created' }
    expect((await post(market, other)).status).toBe(200)
    await market.rest()
    expect(await inboxOf(db, other.id)).toMatchObject({ status: 'ignored', nextAtMs: null })
  })

  it('of a dispute that the provider does not know, though it is signed, waits and books nothing', async () => {
    const [db, market] = [open(), theMarket()]
    const { event, intent } = await paidInSilence()
    const object = { id: 'dp_1', object: 'dispute', payment_intent: intent }
    const dispute = { ...event, id: newId('evt'), type: 'charge.dispute.created', data: { object } }
    expect((await post(market, dispute)).status).toBe(200)
    await market.rest()
    expect(await inboxOf(db, dispute.id)).toMatchObject({ status: 'waiting' })
  })

  it('of more than 256 KB is refused with 413, told by its length or as it streams in', async () => {
    const market = theMarket()
    const { event } = await paidInSilence()
    const large = { ...event, id: newId('evt'), padding: 'x'.repeat(256 * 1024) }
    expect((await post(market, large)).status).toBe(413)
    const stream = new Blob([JSON.stringify(large)]).stream()
    const streamed = await market.request('/api/webhooks/stripe', { method: 'POST', body: stream })
    expect(streamed.status).toBe(413)
    expect(await inboxOf(open(), large.id)).toBeUndefined()
  })

  it('to a provider that is not configured is 404, to one that nobody knows 400', async () => {
    const market = theMarket()
    const { event } = await paidInSilence()
    expect((await post(market, event, { provider: 'omise' })).status).toBe(404)
    expect((await post(market, event, { provider: 'paypal' })).status).toBe(400)
    expect(await inboxOf(open(), event.id)).toBeUndefined()
  })

  // Every order of six is played by test/simulate/webhooks; here some of five, with signatures and all.
  it('comes to the same end in whatever order events arrive, each twice (P1)', async () => {
    const [db, market] = [open(), theMarket()]
    const orders = [...permutations([0, 1, 2, 3, 4])].filter((_, n) => n % 13 === 0)
    for (const order of orders) {
      await silence()
      const { groupId, intent } = await placeAt(market, await stall())
      await market.control(`/payment_intents/${intent}/process`)
      await approve(intent)
      await speak()
      const kinds = ['created', 'requires_action', 'processing', 'succeeded']
      const events = [
        ...kinds.map((kind) => eventOf(market, intent, `payment_intent.${kind}`)),
        eventOf(market, intent, 'charge.succeeded'),
      ]
      for (const index of order) {
        const event = events[index] ?? {}
        await Promise.all([post(market, event), post(market, event)])
        if (index % 2 === 0) await market.rest()
      }
      await market.rest()
      const { group, attempts } = await expectSound(db, market, groupId)
      expect([group.paymentStatus, attempts[0]?.status]).toEqual(['paid', 'succeeded'])
    }
  }, 60_000)

  it('held back and sent newest first by the provider pays as well (P1)', async () => {
    const [db, market] = [open(), theMarket()]
    await market.control('/faults', { kind: 'reorder', times: 4 })
    const { groupId, intent } = await placeAt(market, await stall())
    await approve(intent)
    await market.deliver()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it('that cannot be stored is answered 5xx, so that the provider sends it again', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, event } = await paidInSilence()
    const broken = brokenDatabase(market)
    const failed = await post(market, event, { variables: broken })
    expect(failed.status).toBeGreaterThanOrEqual(500)
    expect(await inboxOf(db, event.id)).toBeUndefined()
    expect((await post(market, event)).status).toBe(200)
    await market.rest()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it('that was stored but never acted on is acted on by the minute’s jobs (P6)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, event, intent } = await paidInSilence()
    const { inboxEvents } = db.tables
    const at = market.clock.now()
    await db.insert(inboxEvents).values({
      provider: 'stripe',
      eventId: event.id,
      kind: event.type,
      objectRef: intent,
      livemode: false,
      status: 'waiting',
      attempts: 0,
      nextAtMs: at.getTime(),
      receivedAt: at,
    })
    await Promise.all([market.jobs(), market.jobs()])
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it('that never comes is made up for by asking the provider (P6)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId } = await paidInSilence()
    market.pass(2 * MINUTE_MS + 1000)
    await market.jobs()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it('does not mind what language or token the caller claims to have', async () => {
    const market = theMarket()
    const { event } = await paidInSilence()
    const body = JSON.stringify(event)
    const answer = await requestWith(market, {}, '/api/webhooks/stripe', {
      method: 'POST',
      headers: { authorization: 'Bearer nonsense', 'accept-language': 'xx' },
      body,
    })
    expect(answer.status).toBe(400)
  })
})
