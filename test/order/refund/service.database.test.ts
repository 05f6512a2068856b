import { eq } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAt, refundsOf, stallOf } from '#test/support/payer.ts'
import { expectSound, factsOf as factsOfGroup } from '#test/support/soundness.ts'

describeEachMarket('A refund', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  afterEach(async () => {
    const { provider } = theMarket()
    await provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
    provider.simulation.settings.refundDelayMs = 0
  })

  /** Money of the wrong amount has come; what the provider does with its refund is up to the test. */
  const owed = async (method: 'promptpay' | 'card' = 'promptpay') => {
    const market = theMarket()
    const { groupId, intent, total } = await placeAt(market, await stall(), method)
    await market.control(`/payment_intents/${intent}/approve`, { amount: total + 100 })
    return { groupId, intent, amount: total + 100 }
  }
  const statusOf = async (groupId: string) => {
    const { refunds } = await expectSound(open(), theMarket(), groupId)
    expect(refunds).toHaveLength(1)
    return refunds[0]?.status
  }
  const factsOf = async (groupId: string) => {
    const db = open()
    const { transactionEvents: t } = db.tables
    const rows = await db.select().from(t).where(eq(t.groupId, groupId))
    return rows.map(({ kind }) => kind).sort()
  }
  const byHand = async (fields: Record<string, string>) =>
    await theMarket().provider.fetch('http://127.0.0.1:8789/v1/refunds', {
      method: 'POST',
      headers: { authorization: 'Bearer sk_sim_talat', 'idempotency-key': newId('req') },
      body: new URLSearchParams(fields),
    })

  it('of a card is done as soon as the provider says so', async () => {
    const market = theMarket()
    const { groupId, intent } = await owed('card')
    await market.deliver()
    expect(await statusOf(groupId)).toBe('succeeded')
    expect(refundsOf(market, intent)).toHaveLength(1)
    expect(await factsOf(groupId)).toEqual(['quarantined', 'refunded'])
  })

  it('of a QR waits for the payer’s bank, and is booked only when the bank has it', async () => {
    const market = theMarket()
    market.provider.simulation.settings.refundDelayMs = 2 * HOUR_MS
    const { groupId, intent } = await owed()
    await market.deliver()
    expect(await statusOf(groupId)).toBe('pending')
    expect(await factsOf(groupId)).toEqual(['quarantined', 'refund_started'])
    for (const minutes of [1, 5, 30]) {
      market.pass(minutes * MINUTE_MS)
      await Promise.all([market.jobs(), market.jobs()])
    }
    expect(await statusOf(groupId)).toBe('pending')
    market.pass(2 * HOUR_MS)
    await market.deliver()
    expect(await statusOf(groupId)).toBe('succeeded')
    expect(refundsOf(market, intent)).toHaveLength(1)
    expect(await factsOf(groupId)).toEqual(['quarantined', 'refund_started', 'refunded'])
  })

  it('of a QR is found to be done by the jobs when nobody tells us', async () => {
    const market = theMarket()
    market.provider.simulation.settings.refundDelayMs = 10 * MINUTE_MS
    const { groupId } = await owed()
    await market.deliver()
    await market.control('/faults', { kind: 'never', times: null })
    market.pass(2 * HOUR_MS)
    await market.jobs()
    expect(await statusOf(groupId)).toBe('succeeded')
  })

  it.each([
    ['fails three times', { kind: 'status_500', stored: false, times: 3 }, 'succeeded'],
    ['fails for as long as it keeps the key', { kind: 'status_500', stored: true }, 'pending'],
    ['does it and says that it failed', { kind: 'status_500_after_commit' }, 'succeeded'],
    ['does it and breaks off', { kind: 'commit_then_reset' }, 'succeeded'],
  ])('is made once at most when the provider %s (P7)', async (_, fault, status) => {
    const market = theMarket()
    await market.control('/faults', { ...fault, method: 'POST', path: '/v1/refunds' })
    const { groupId, intent, amount } = await owed('card')
    await market.deliver()
    for (const minutes of [1, 2, 5, 10, 30]) {
      market.pass(minutes * MINUTE_MS)
      await Promise.all([market.jobs(), market.jobs()])
    }
    expect(await statusOf(groupId)).toBe(status)
    const made = refundsOf(market, intent).map(({ wire }) => wire.amount)
    expect(made).toEqual(status === 'succeeded' ? [amount] : [])
  })

  it('that the provider refuses for good ends, and waits for an operator', async () => {
    const [db, market] = [open(), theMarket()]
    await market.control('/faults', { kind: 'never', times: null })
    const { groupId, intent } = await owed('card')
    // Somebody gave the money back by hand, so that nothing is left to give.
    expect((await byHand({ payment_intent: intent })).status).toBe(200)
    market.pass(3 * MINUTE_MS)
    await market.jobs()
    await market.jobs()
    const { refunds } = db.tables
    const [refund] = await db.select().from(refunds).where(eq(refunds.groupId, groupId))
    expect(refund).toMatchObject({ status: 'failed', nextAtMs: null, providerRef: null })
    expect(refundsOf(market, intent)).toHaveLength(1)
  })

  it('that the payer’s bank sends back is owed again, in the books and by an operator (L3)', async () => {
    const market = theMarket()
    const { groupId, intent } = await owed()
    await market.deliver()
    await market.deliver()
    expect(await statusOf(groupId)).toBe('succeeded')
    const [sent] = refundsOf(market, intent)
    await market.control(`/refunds/${sent?.wire.id}/fail`)
    await market.deliver()
    expect(await statusOf(groupId)).toBe('failed')
    const { journals } = await expectSound(open(), market, groupId)
    expect(journals.map(({ event }) => event.split(':')[0]).sort()).toEqual([
      'put_aside',
      'refund_returned',
      'refunded',
    ])
  })

  it('that fails before it succeeded is never booked as done', async () => {
    const market = theMarket()
    market.provider.simulation.settings.refundDelayMs = HOUR_MS
    const { groupId, intent } = await owed()
    await market.deliver()
    const [sent] = refundsOf(market, intent)
    await market.control(`/refunds/${sent?.wire.id}/fail`)
    await market.deliver()
    expect(await statusOf(groupId)).toBe('failed')
    expect(await factsOf(groupId)).toEqual(['quarantined', 'refund_started'])
  })

  it('that is none of ours is kept waiting and changes nothing', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await placeAt(market, await stall(), 'card')
    await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    const made = await byHand({ payment_intent: intent, amount: '100' })
    const { id } = (await made.json()) as { id: string }
    await market.deliver()
    const { inboxEvents } = db.tables
    const told = await db.select().from(inboxEvents).where(eq(inboxEvents.objectRef, id))
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set(['waiting']))
    const { group, refunds, journals } = await factsOfGroup(db, groupId)
    expect([group.paymentStatus, refunds, journals.length]).toEqual(['paid', [], 1])
  })
})
