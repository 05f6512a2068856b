import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import { createGroupService } from '#src/order/group/service.ts'
import { GROUP_CHANGED } from '#src/order/index.ts'
import { createLedgerService } from '#src/order/ledger/service.ts'
import { stripeProvider } from '#src/order/payment/providers/stripe.ts'
import { createPaymentService } from '#src/order/payment/service.ts'
import { createRefundService } from '#src/order/refund/service.ts'
import { createSettlementService } from '#src/order/settlement/service.ts'
import { createVoucherService } from '#src/order/voucher/service.ts'
import { createInventoryService } from '#src/product/inventory/service.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { eventOf, placeAt, post, refundsOf, signedInAgain, stallOf } from '#test/support/payer.ts'
import { intentOf } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('Money that comes', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  const approve = async (intent: string, body?: object) =>
    await theMarket().control(`/payment_intents/${intent}/approve`, body)

  const place = async (method?: 'promptpay' | 'card') =>
    await placeAt(theMarket(), await stall(), method)

  const payAgain = async (groupId: string, method = 'promptpay') => {
    const { shopper } = await stall()
    const answer = await theMarket().call('POST', `/order-groups/${groupId}/payments`, {
      token: shopper.token,
      key: newId('req'),
      body: { provider: 'stripe', method },
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    await theMarket().rest()
    return { payment: answer.body.payment, intent: intentOf(theMarket(), groupId) }
  }

  /** The provider tells everything, twice over, and the minute's jobs run twice at once. */
  const settleAll = async (intent: string) => {
    const market = theMarket()
    await market.deliver()
    await post(market, { ...eventOf(market, intent), id: newId('evt') })
    await market.rest()
    await Promise.all([market.jobs(), market.jobs()])
    await market.deliver()
  }

  it.each([
    ['too little', (total: number) => ({ amount: total - 1 }), 'THB'],
    ['too much', (total: number) => ({ amount: total + 1 }), 'THB'],
    ['in another currency', () => ({ currency: 'usd' }), 'USD'],
  ])('%s makes no order paid and is given back once (P5)', async (_, wrong, currency) => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent, total } = await place()
    await approve(intent, wrong(total))
    await settleAll(intent)
    const { group, attempts, refunds, journals } = await expectSound(db, market, groupId)
    expect(group.paymentStatus).toBe('pending_payment')
    expect(attempts[0]).toMatchObject({ status: 'failed', failureCode: 'wrong_amount' })
    expect(refunds).toMatchObject([{ reason: 'wrong_amount', status: 'succeeded', currency }])
    expect(refundsOf(market, intent).map(({ wire }) => wire.amount)).toEqual([
      refunds[0]?.amountSatang,
    ])
    // Dollars are no satang: the books are in baht.
    expect(journals).toHaveLength(currency === 'THB' ? 2 : 0)
    const again = await payAgain(groupId)
    await approve(again.intent)
    await market.deliver()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it('after the order expired is given back once, and the order stays expired (S6)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await place()
    market.pass(31 * MINUTE_MS)
    await market.jobs()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('expired')
    await approve(intent, { late: true })
    await settleAll(intent)
    const { group, refunds } = await expectSound(db, market, groupId)
    expect(group.paymentStatus).toBe('expired')
    expect(refunds).toMatchObject([{ reason: 'late', status: 'succeeded' }])
    expect(refundsOf(market, intent)).toHaveLength(1)
  })

  it('after the order was cancelled is given back once (S6)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, intent } = await place()
    const { shopper } = await stall()
    const { token } = await signedInAgain(market, shopper)
    const cancelled = await market.call('POST', `/orders/${orderId}/cancel`, {
      token,
      key: newId('req'),
    })
    expect(cancelled.status).toBe(200)
    await approve(intent, { late: true })
    await settleAll(intent)
    const { group, refunds } = await expectSound(db, market, groupId)
    expect(group.paymentStatus).toBe('cancelled')
    expect(refunds).toMatchObject([{ reason: 'late', status: 'succeeded' }])
    expect(refundsOf(market, intent)).toHaveLength(1)
  })

  it('for a QR that ran out pays the order while it still waits', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await place()
    await market.control(`/payment_intents/${intent}/expire`)
    await market.deliver()
    await approve(intent, { late: true })
    await market.deliver()
    const { group, attempts } = await expectSound(db, market, groupId)
    expect([group.paymentStatus, attempts[0]?.status]).toEqual(['paid', 'succeeded'])
  })

  it('a second time, by the charge that was replaced, is given back once (P8)', async () => {
    const [db, market] = [open(), theMarket()]
    const first = await place()
    const second = await payAgain(first.groupId)
    await approve(second.intent)
    await market.deliver()
    await approve(first.intent, { late: true })
    await settleAll(first.intent)
    const { group, refunds } = await expectSound(db, market, first.groupId)
    expect(group.paymentStatus).toBe('paid')
    expect(refunds).toMatchObject([
      { chargeRef: first.intent, reason: 'duplicate', status: 'succeeded' },
    ])
    expect(refundsOf(market, first.intent)).toHaveLength(1)
    expect(refundsOf(market, second.intent)).toHaveLength(0)
  })

  it('first by the charge that was replaced ends the newer one, which cannot be paid any more (P8)', async () => {
    const [db, market] = [open(), theMarket()]
    const first = await place()
    const second = await payAgain(first.groupId, 'card')
    await approve(first.intent, { late: true })
    await market.deliver()
    const { attempts } = await expectSound(db, market, first.groupId)
    expect(attempts.map(({ status, failureCode }) => [status, failureCode]).sort()).toEqual([
      ['failed', 'superseded'],
      ['succeeded', null],
    ])
    const { shopper } = await stall()
    const { token } = await signedInAgain(market, shopper)
    const seen = await market.call('GET', `/order-groups/${first.groupId}`, { token })
    expect(seen.body.payment).toMatchObject({ id: first.payment.id, status: 'succeeded' })
    await market.jobs()
    const { simulation } = market.provider
    expect(simulation.intents.get(second.intent)?.wire.status).toBe('canceled')
  })

  it('by the charge that was replaced, and is settled while we look, is not given back (P8)', async () => {
    const [db, market] = [open(), theMarket()]
    const first = await place()
    await payAgain(first.groupId, 'card')
    await market.control('/faults', { kind: 'never', times: null })
    await approve(first.intent, { late: true })
    await market.provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
    const deps = { database: db, clock: market.clock, log: createLog({}, () => undefined) }
    const defer = () => undefined
    const payments = createPaymentService({ ...deps, providers: new Map() })
    const groups = createGroupService({
      ...deps,
      inventory: createInventoryService(deps),
      left: { moved: () => undefined },
      flashStock: { sell: () => [], release: () => [] },
      vouchers: createVoucherService({
        ...deps,
        findShops: async () => [],
        readBought: async () => [],
      }),
      publish: async () => undefined,
      relay: async () => undefined,
      relaySaved: async () => undefined,
      defer,
    })
    const ledger = createLedgerService(deps)
    const refunds = createRefundService({ ...deps, payments, ledger, defer })
    const rest = { ...deps, payments, ledger, refunds }
    const provider = stripeProvider({
      secretKey: 'sk_sim_talat',
      publishableKey: 'pk_sim_talat',
      webhookSecrets: [],
      scriptUrl: '',
      apiBase: 'http://127.0.0.1:8789',
    })
    const charge = await provider.fetch(first.intent)
    if (charge === undefined) throw new RangeError('no charge')
    let looks = 0
    const load: typeof groups.load = async (id) => {
      looks += 1
      // We have read the attempt, and not yet the group: in between somebody else is faster.
      if (looks === 1) await createSettlementService({ ...rest, groups }).settle(provider, charge)
      return await groups.load(id)
    }
    const slow = createSettlementService({ ...rest, groups: { ...groups, load } })
    expect(await slow.settle(provider, charge)).toBe('nothing')
    const { group, refunds: sent } = await expectSound(db, market, first.groupId)
    expect([group.paymentStatus, sent]).toEqual(['paid', []])
  })

  it('by both charges at the same moment pays once and is given back once (P8)', async () => {
    const [db, market] = [open(), theMarket()]
    const first = await place()
    const second = await payAgain(first.groupId)
    await market.control('/faults', { kind: 'never', times: null })
    await approve(first.intent, { late: true })
    await approve(second.intent)
    await market.provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
    await Promise.all(
      [first, second].map(async ({ intent }) => await post(market, eventOf(market, intent))),
    )
    await market.rest()
    await settleAll(first.intent)
    await settleAll(second.intent)
    const { group, refunds } = await expectSound(db, market, first.groupId)
    expect(group.paymentStatus).toBe('paid')
    expect(refunds).toMatchObject([{ reason: 'duplicate', status: 'succeeded' }])
    const sent = [first, second].flatMap(({ intent }) => refundsOf(market, intent))
    expect(sent).toHaveLength(1)
  })

  it('for an order that is now paid in cash is given back once', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await place()
    const { shopper } = await stall()
    const { token } = await signedInAgain(market, shopper)
    const cash = await market.call('POST', `/order-groups/${groupId}/payments`, {
      token,
      key: newId('req'),
      body: { provider: 'cod', method: 'cash' },
    })
    expect(cash.body.orderGroup.paymentStatus).toBe('cod')
    await market.rest()
    await approve(intent, { late: true })
    await settleAll(intent)
    const { group, refunds } = await expectSound(db, market, groupId)
    expect(group.paymentStatus).toBe('cod')
    expect(refunds).toMatchObject([{ reason: 'duplicate', status: 'succeeded' }])
  })

  it('books each order its own share, to the satang (L1, L7)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await place()
    await approve(intent)
    await market.deliver()
    const { orders, journals, entries, splits } = await expectSound(db, market, groupId)
    for (const { id, totalSatang } of orders) {
      const journal = journals.find(({ event }) => event === `paid:${id}`)
      const own = entries.filter(({ journalId }) => journalId === journal?.id)
      expect(own.map(({ account, amountSatang }) => [account, amountSatang]).sort()).toEqual([
        ['buyer_escrow', -totalSatang],
        ['psp_clearing', totalSatang],
      ])
      expect(splits.find(({ orderId }) => orderId === id)?.capturedSatang).toBe(totalSatang)
    }
    const { outboxMessages } = db.tables
    const said = await db
      .select()
      .from(outboxMessages)
      .where(and(eq(outboxMessages.aggregateId, groupId), eq(outboxMessages.kind, GROUP_CHANGED)))
    expect(said.map(({ payload }) => payload.paymentStatus)).toEqual(['paid'])
  })
})
