import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { DisputeNow } from '#src/order/payment/provider.ts'
import { disputesOf, FEE, on, type DisputedOrder as Paid } from '#test/support/disputes.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring } from '#test/support/parcels.ts'
import { post, refundsOf } from '#test/support/payer.ts'
import { makeOperator, tokenOf } from '#test/support/shopper.ts'
import { expectSound, type Facts } from '#test/support/soundness.ts'

const WEEK_MS = 7 * 86_400_000

describeEachMarket('A chargeback', (theMarket, open) => {
  let operator: Awaited<ReturnType<typeof makeOperator>>
  beforeAll(async () => {
    operator = await makeOperator(theMarket(), open())
  })
  afterEach(async () => {
    await theMarket().provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
  })

  const { paid, dispute, sound } = disputesOf(theMarket, open)
  const receive = async ({ groupId, orderToken }: Paid, orderId: string) => {
    await bring(theMarket(), { groupId, orderId }, 'delivered')
    const key = newId('req')
    const done = await theMarket().call('POST', `/orders/${orderId}/received`, { orderToken, key })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
  }
  const kinds = async ({ groupId }: Paid) => {
    const { transactionEvents: t } = open().tables
    const rows = await open().select().from(t).where(eq(t.groupId, groupId))
    return rows.map(({ kind }) => kind).sort()
  }

  it('takes what is in escrow, with the provider’s fee, and gives it back when it is won (PW8)', async () => {
    const placed = await paid()
    const id = await dispute(placed)
    const during = await sound(placed)
    expect([on(during, 'psp_clearing'), on(during, 'buyer_escrow')]).toEqual([-FEE, 0])
    expect(on(during, 'psp_fee')).toBe(FEE)
    expect(during.chargebacks).toMatchObject([
      { status: 'open', withdrawnSatang: 158_000, unborneSatang: 0, feeSatang: FEE },
    ])
    expect(during.splits.map((split) => split.chargedBackSatang).sort()).toEqual([104_000, 54_000])
    await theMarket().control(`/disputes/${id}/win`)
    const after = await sound(placed)
    expect([on(after, 'psp_clearing'), on(after, 'buyer_escrow')]).toEqual([
      158_000 - FEE,
      -158_000,
    ])
    expect(after.chargebacks).toMatchObject([{ status: 'won', withdrawnSatang: 0 }])
    expect(await kinds(placed)).toEqual([
      ...['captured', 'charge_restored', 'charged_back', 'dispute_opened', 'dispute_won'],
    ])
  })

  it('is borne by a shop that has its money already, and by escrow where it has not (L2)', async () => {
    const placed = await paid()
    await receive(placed, placed.first.orderId)
    const before = await sound(placed)
    const shop = `shop_available:${placed.wants[0]?.shop.id}`
    const id = await dispute(placed)
    const after = await sound(placed)
    expect(on(after, shop) - on(before, shop)).toBe(104_000)
    await theMarket().control(`/disputes/${id}/lose`)
    const lost = await sound(placed)
    expect(lost.chargebacks).toMatchObject([{ status: 'lost', withdrawnSatang: 158_000 }])
    expect(lost.splits.some(({ disputed }) => disputed)).toBe(false)
  })

  it('that is won after its order was received is the shop’s', async () => {
    const placed = await paid()
    const id = await dispute(placed)
    await theMarket().deliver()
    await receive(placed, placed.first.orderId)
    await sound(placed)
    await theMarket().control(`/disputes/${id}/win`)
    const after = await sound(placed)
    expect(on(after, 'buyer_escrow')).toBe(-54_000)
  })

  it('is booked once, whatever comes twice, out of turn or not at all (P1)', async () => {
    const market = theMarket()
    const placed = await paid()
    await market.control('/faults', { kind: 'never', times: null })
    const id = await dispute(placed)
    await market.control(`/disputes/${id}/win`)
    const events = market.provider.simulation.events
      .list()
      .filter(({ data: { object } }) => object.id === id)
    expect(events).toHaveLength(4)
    // The last first, each three times, some at the same moment.
    for (const event of events.toReversed()) {
      const twice = [post(market, event), post(market, event), post(market, event)]
      const answers = await Promise.all(twice)
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    }
    await Promise.all(events.map(async (event) => await post(market, event)))
    await market.rest()
    const { chargebacks, entries } = await sound(placed)
    expect(chargebacks).toMatchObject([{ status: 'won', withdrawnSatang: 0, feeSatang: FEE }])
    expect(on({ entries } as Facts, 'psp_fee')).toBe(FEE)
    expect((await kinds(placed)).filter((kind) => kind === 'charged_back')).toHaveLength(1)
  })

  it('is not opened again, nor cheaper, by an answer that was long on its way (P1)', async () => {
    const placed = await paid()
    const id = await dispute(placed)
    await theMarket().control(`/disputes/${id}/win`)
    const { chargebacks } = await sound(placed)
    const late: DisputeNow = {
      ...{ providerRef: id, chargeRef: placed.intent, status: 'open', reason: 'fraudulent' },
      ...{ amountSatang: 158_000, currency: 'THB', livemode: false, movements: [] },
    }
    const services = theMarket().services()
    expect(await services.order().chargebacks.settle({ name: 'stripe' } as never, late)).toBe(true)
    await services.close()
    expect((await sound(placed)).chargebacks).toEqual(chargebacks)
    expect(chargebacks).toMatchObject([{ status: 'won', feeSatang: FEE }])
  })

  it('of money that went back before is the market’s loss, and nothing goes back twice (P9)', async () => {
    const market = theMarket()
    const placed = await paid()
    const give = async (part: Paid['first'], key = newId('req')) =>
      await market.call('POST', `/admin/orders/${part.orderId}/refunds`, {
        ...{ token: await tokenOf(market, operator.email), key },
        body: { lines: [{ lineId: part.lineId, quantity: 1 }], reason: 'ชำรุด' },
      })
    expect((await give(placed.first)).status).toBe(201)
    await sound(placed)
    await dispute(placed)
    const after = await sound(placed)
    expect(after.chargebacks).toMatchObject([{ withdrawnSatang: 158_000, unborneSatang: 100_000 }])
    expect(on(after, 'psp_fee')).toBe(FEE + 100_000)
    const refused = await give(placed.second)
    expect([refused.status, refused.body.code]).toEqual([409, 'transition_refused'])
  })

  it('of money whose refund failed is not sent again, unless the bank gives it back (P9)', async () => {
    const market = theMarket()
    const token = await tokenOf(market, operator.email)
    const placed = await paid()
    const given = await market.call('POST', `/admin/orders/${placed.first.orderId}/refunds`, {
      ...{ token, key: newId('req') },
      body: { lines: [{ lineId: placed.first.lineId, quantity: 1 }], reason: 'ชำรุด' },
    })
    await market.rest()
    const [sent] = refundsOf(market, placed.intent)
    await market.control(`/refunds/${sent?.wire.id}/fail`)
    await market.deliver()
    const retry = async () =>
      await market.call('POST', `/admin/refunds/${given.body.id}/retry`, {
        token,
        key: newId('req'),
      })
    const id = await dispute(placed)
    expect((await sound(placed)).chargebacks).toMatchObject([{ unborneSatang: 100_000 }])
    const refused = await retry()
    expect([refused.status, refused.body.code]).toEqual([409, 'transition_refused'])
    expect(refundsOf(market, placed.intent)).toHaveLength(1)
    await market.control(`/disputes/${id}/win`)
    expect((await sound(placed)).refunds.map(({ status }) => status)).toEqual(['failed'])
    expect((await retry()).status).toBe(200)
    expect((await sound(placed)).refunds.map(({ status }) => status)).toEqual(['succeeded'])
  })

  it('keeps its orders from completing by themselves while it is open', async () => {
    const market = theMarket()
    const placed = await paid()
    const part = { groupId: placed.groupId, orderId: placed.first.orderId }
    await bring(market, part, 'delivered')
    const id = await dispute(placed)
    await market.deliver()
    market.pass(WEEK_MS)
    await market.jobs()
    const waiting = await expectSound(open(), market, placed.groupId)
    expect(waiting.orders.find((one) => one.id === part.orderId)?.status).toBe('delivered')
    market.pass(-WEEK_MS)
    await market.control(`/disputes/${id}/lose`)
    await market.deliver()
    const { splits } = await expectSound(open(), market, placed.groupId)
    expect(splits.map(({ disputed }) => disputed)).toEqual([false, false])
    // It was the dispute that kept it: without one the same job goes through.
    market.pass(2 * WEEK_MS)
    await market.jobs()
    const done = await expectSound(open(), market, placed.groupId)
    expect(done.orders.find((one) => one.id === part.orderId)?.status).toBe('completed')
    market.pass(-2 * WEEK_MS)
  })

  it('about a charge that is none of ours is kept waiting', async () => {
    const market = theMarket()
    const placed = await paid()
    await market.control('/faults', { kind: 'never', times: null })
    const id = await dispute(placed)
    const { paymentAttempts: t } = open().tables
    await open().update(t).set({ providerRef: null }).where(eq(t.groupId, placed.groupId))
    const [event] = market.provider.simulation.events
      .list()
      .filter(({ data: { object } }) => object.id === id)
    expect((await post(market, event ?? {})).status).toBe(200)
    await market.rest()
    expect((await expectSound(open(), market, placed.groupId)).chargebacks).toEqual([])
    // The charge is known again: the sweep finds the dispute.
    await open().update(t).set({ providerRef: placed.intent }).where(eq(t.groupId, placed.groupId))
    market.pass(MINUTE_MS)
    await market.jobs()
    expect((await expectSound(open(), market, placed.groupId)).chargebacks).toHaveLength(1)
  })

  it('is shown to operators, the open ones first asked for (PW8)', async () => {
    const market = theMarket()
    const placed = await paid()
    await dispute(placed, { reason: 'product_not_received' })
    await market.deliver()
    const token = await tokenOf(market, operator.email)
    const list = async (query: string) =>
      (await market.call('GET', `/admin/chargebacks?${query}`, { token })).body
    const { items, nextCursor } = await list('limit=1')
    expect(items).toMatchObject([
      { groupId: placed.groupId, status: 'open', reason: 'product_not_received' },
    ])
    if (nextCursor !== null)
      expect((await list(`limit=1&cursor=${nextCursor}`)).items).toHaveLength(1)
    expect(
      (await list('status=lost')).items.every((one: { status: string }) => one.status === 'lost'),
    ).toBe(true)
    market.pass(HOUR_MS)
  })
})
