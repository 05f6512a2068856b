import { afterEach, expect, it } from 'vitest'
import { MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { type DisputedOrder, disputesOf, FEE, on } from '#test/support/disputes.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { post } from '#test/support/payer.ts'
import { type Facts, factsOf, sum } from '#test/support/soundness.ts'

describeEachMarket('Who bears a chargeback, one', (theMarket, open) => {
  afterEach(async () => {
    await theMarket().provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
  })

  const { ordered, paid, dispute, sound } = disputesOf(theMarket, open)
  const openedOf = (id: string): object =>
    theMarket()
      .provider.simulation.events.list()
      .find(({ data }) => data.object.id === id) ?? {}
  const cancel = async ({ orderToken }: DisputedOrder, { orderId }: DisputedOrder['first']) => {
    const key = newId('req')
    const done = await theMarket().call('POST', `/orders/${orderId}/cancel`, { orderToken, key })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
  }

  it('that is won after its orders were cancelled is their buyer’s, once (P9)', async () => {
    const market = theMarket()
    const placed = await paid()
    const id = await dispute(placed)
    await market.deliver()
    await cancel(placed, placed.first)
    await cancel(placed, placed.second)
    expect((await sound(placed)).refunds).toEqual([])
    await market.control(`/disputes/${id}/win`)
    await market.deliver()
    const told = market.provider.simulation.events.list()
    for (const event of told.filter(({ data }) => data.object.id === id)) await post(market, event)
    await market.rest()
    const after = await sound(placed)
    expect(after.refunds.map((one) => [one.reason, one.status, one.amountSatang]).sort()).toEqual([
      ['restored', 'succeeded', 104_000],
      ['restored', 'succeeded', 54_000],
    ])
    expect([on(after, 'buyer_escrow'), on(after, 'psp_clearing')]).toEqual([0, -FEE])
  })

  it('of a part of a cancelled order gives its buyer that part too when it is won (P9)', async () => {
    const market = theMarket()
    const placed = await paid()
    const id = await dispute(placed, { amount: 30_000 })
    await market.deliver()
    await cancel(placed, placed.first)
    const during = await sound(placed)
    await market.control(`/disputes/${id}/win`)
    const after = await sound(placed)
    const of = ({ refunds }: Facts) => refunds.map(({ reason }) => reason).sort()
    expect([of(during), of(after)]).toEqual([['cancelled'], ['cancelled', 'restored']])
    expect(sum(after.refunds.map(({ amountSatang }) => amountSatang))).toBe(104_000)
    expect(on(after, 'buyer_escrow')).toBe(-54_000)
  })

  it('whose event overtakes its charge’s own is borne by the orders that the charge paid (P1)', async () => {
    const market = theMarket()
    const placed = await ordered()
    await market.control('/faults', { kind: 'never', times: null })
    await market.control(`/payment_intents/${placed.intent}/approve`)
    const id = await dispute(placed)
    await post(market, openedOf(id))
    await market.rest()
    const { group, chargebacks, splits, entries } = await sound(placed)
    expect(group.paymentStatus).toBe('paid')
    expect(chargebacks).toMatchObject([{ withdrawnSatang: 158_000, unborneSatang: 0 }])
    expect(splits.map(({ disputed }) => disputed)).toEqual([true, true])
    expect(on({ entries }, 'buyer_escrow')).toBe(0)
  })

  it('waits while the provider does not tell what became of its charge', async () => {
    const market = theMarket()
    const placed = await ordered()
    await market.control('/faults', { kind: 'never', times: null })
    await market.control(`/payment_intents/${placed.intent}/approve`)
    const id = await dispute(placed)
    const path = `/v1/payment_intents/${placed.intent}`
    await market.control('/faults', { kind: 'status_500', method: 'GET', path, times: null })
    await post(market, openedOf(id))
    await market.rest()
    expect((await factsOf(open(), placed.groupId)).chargebacks).toEqual([])
    await market.provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
    market.pass(MINUTE_MS)
    await market.jobs()
    market.pass(-MINUTE_MS)
    expect((await sound(placed)).chargebacks).toMatchObject([{ unborneSatang: 0 }])
  })

  it('of money that was put aside holds up nothing that other money paid', async () => {
    const market = theMarket()
    const placed = await ordered()
    const again = await market.call('POST', `/order-groups/${placed.groupId}/payments`, {
      ...{ orderToken: placed.orderToken, key: newId('req') },
      body: { provider: 'stripe', method: 'card' },
    })
    expect(again.status, JSON.stringify(again.body)).toBe(201)
    // Nobody tells of either charge, so that both can be paid.
    await market.control('/faults', { kind: 'never', times: null })
    const intents = market.provider.simulation.intents
      .list()
      .filter(({ wire }) => wire.metadata.group_id === placed.groupId)
    for (const { wire } of intents) await market.control(`/payment_intents/${wire.id}/approve`)
    await market.provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
    market.pass(3 * MINUTE_MS)
    await market.jobs()
    market.pass(-3 * MINUTE_MS)
    const { attempts, refunds, group } = await sound(placed)
    const [aside] = refunds.filter(({ orderId }) => orderId === null)
    expect(aside?.reason).toBe('duplicate')
    await dispute({ intent: aside?.chargeRef ?? '' })
    const after = await sound(placed)
    expect(after.chargebacks).toMatchObject([{ status: 'open' }])
    expect(after.splits.map(({ disputed }) => disputed)).toEqual([false, false])
    expect(after.group.version).toBe(group.version)
    // One about what did pay is over before the other: it holds up nothing any more.
    const paidBy = attempts.find(({ status }) => status === 'succeeded')?.providerRef ?? ''
    const id = await dispute({ intent: paidBy })
    expect((await sound(placed)).splits.map(({ disputed }) => disputed)).toEqual([true, true])
    await market.control(`/disputes/${id}/win`)
    expect((await sound(placed)).splits.map(({ disputed }) => disputed)).toEqual([false, false])
  })
})
