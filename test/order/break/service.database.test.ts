import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import { postJournal } from '#src/order/ledger/repository.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring } from '#test/support/parcels.ts'
import { intentOf, makeOperator, orderAsGuest, tokenOf } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('The check of books, orders and provider', (theMarket, open) => {
  let operator: Awaited<ReturnType<typeof makeOperator>>
  beforeAll(async () => {
    operator = await makeOperator(theMarket(), open())
  })
  const as = async () => ({ token: await tokenOf(theMarket(), operator.email) })

  /** A paid order of three pieces; completed, and with a piece that went back, when that is asked for. */
  const paid = async ({ completed = false, refunded = false } = {}) => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const product = await makeProduct(db, shop, { priceSatang: 33_333 })
    const payment = { provider: 'stripe', method: 'card' }
    const placed = await orderAsGuest(market, [{ shop, product, quantity: 3 }], { payment })
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { orderGroup, orderToken } = placed.body
    const [order] = orderGroup.orders
    const groupId: string = orderGroup.id
    const orderId: string = order.id
    const lineId: string = order.lines[0].id
    const intent = intentOf(market, groupId)
    await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    if (completed) {
      await bring(market, { groupId, orderId }, 'delivered')
      const path = `/orders/${orderId}/received`
      await market.call('POST', path, { orderToken, key: newId('req') })
    }
    if (refunded) {
      const body = { lines: [{ lineId, quantity: 1 }], reason: 'ชำรุด' }
      const path = `/admin/orders/${orderId}/refunds`
      await market.call('POST', path, { ...(await as()), key: newId('req'), body })
      await market.deliver()
    }
    await expectSound(db, market, groupId)
    return { groupId, orderId, lineId, intent, shopId: shop.id }
  }
  type Paid = Awaited<ReturnType<typeof paid>>

  /** Runs the check until it has been round once. */
  const check = async () => {
    const services = theMarket().services()
    theMarket().pass(2 * MINUTE_MS)
    for (let n = 0; n < 12; n += 1) await services.order().breaks.run()
    await services.close()
  }
  const openOnes = async () => {
    const { breaks: t } = open().tables
    return await open().select().from(t).where(eq(t.status, 'open'))
  }
  const kindsOf = async (subject: string) =>
    (await openOnes())
      .filter((one) => one.subject === subject)
      .map(({ kind }) => kind)
      .sort()

  it('opens nothing in a market that is as it should be, whatever happened in it (O2)', async () => {
    const market = theMarket()
    await paid()
    await paid({ completed: true })
    await paid({ refunded: true })
    const both = await paid({ completed: true, refunded: true })
    const charged = await paid()
    await market.control(`/payment_intents/${charged.intent}/dispute`)
    await market.deliver()
    const aside = await paid()
    await market.control(`/payment_intents/${both.intent}/dispute`)
    await market.deliver()
    await expectSound(open(), market, aside.groupId)
    // Unpaid, and over.
    const shop = await makeShop(open())
    const product = await makeProduct(open(), shop)
    await orderAsGuest(market, [{ shop, product }])
    market.pass(HOUR_MS)
    await market.jobs()
    await check()
    expect(await openOnes()).toEqual([])
  })

  type Plant = (db: Database, of: Paid) => Promise<unknown>
  const set =
    <Name extends 'payments' | 'orderGroups' | 'paymentSplits' | 'orders' | 'orderLines'>(
      table: Name,
      key: 'groupId' | 'orderId' | 'lineId',
      values: Record<string, unknown>,
    ): Plant =>
    async (db, of) => {
      const t = db.tables[table] as typeof db.tables.orders
      const column = table === 'payments' || table === 'paymentSplits' ? t.groupId : t.id
      await db
        .update(t)
        .set(values)
        .where(eq(column, column === t.groupId ? of.groupId : of[key]))
    }
  const post =
    (of: (paid: Paid) => { groupId: string | null; orderId: string | null }): Plant =>
    async (db, paid) => {
      const journal = {
        event: `test:${newId('evt')}`,
        ...of(paid),
        entries: [
          { account: 'buyer_escrow' as const, amountSatang: 7 },
          { account: 'rounding' as const, amountSatang: -7 },
        ],
      }
      await db.atomically((q) => postJournal(q, db.tables, journal, new Date()))
    }
  const PLANTED: [name: string, kinds: string[], subject: (of: Paid) => string, plant: Plant][] = [
    [
      'entries that nothing stands behind',
      ['account:buyer_escrow', 'account:rounding'],
      ({ orderId }) => orderId,
      post(({ groupId, orderId }) => ({ groupId, orderId })),
    ],
    [
      'entries of a group that nothing stands behind',
      ['account:buyer_escrow', 'account:rounding'],
      ({ groupId }) => groupId,
      post(({ groupId }) => ({ groupId, orderId: null })),
    ],
    [
      'an order that is completed without its journal',
      [
        ...['account:buyer_escrow', 'account:commission', 'account:shop_available'],
        'account:vat_payable',
      ],
      ({ orderId }) => orderId,
      set('orders', 'orderId', { status: 'completed' }),
    ],
    [
      'an order that is cancelled though its money was kept',
      ['cancelled'],
      ({ orderId }) => orderId,
      set('orders', 'orderId', { status: 'cancelled' }),
    ],
    [
      'a group of another total',
      ['captured', 'group_total', 'payment', 'split_sum'],
      ({ groupId }) => groupId,
      set('orderGroups', 'groupId', { totalSatang: 1 }),
    ],
    [
      'a payment that was never captured',
      ['captured'],
      ({ groupId }) => groupId,
      set('payments', 'groupId', { capturedSatang: 0, refundedSatang: 0 }),
    ],
    [
      'a payment that went back though no refund did',
      ['refunded'],
      ({ groupId }) => groupId,
      set('payments', 'groupId', { refundedSatang: 5 }),
    ],
    [
      'an order whose share went back though no refund did',
      ['account:buyer_escrow', 'account:psp_clearing', 'refunded'],
      ({ orderId }) => orderId,
      set('paymentSplits', 'orderId', { refundedSatang: 5 }),
    ],
    [
      'a line whose piece went back though no refund did',
      ['pieces'],
      ({ lineId }) => lineId,
      set('orderLines', 'lineId', { refundedQuantity: 1 }),
    ],
    [
      'a charge of another amount at its provider',
      ['provider_charge'],
      ({ intent }) => intent,
      async (_, { intent }) => {
        const { intents } = theMarket().provider.simulation
        const record = intents.get(intent)
        if (record === undefined) throw new RangeError('no charge')
        const wire = { ...record.wire, amount_received: 1 }
        intents.put({ ...record, wire })
      },
    ],
    [
      'money that somebody gave back at its provider',
      ['provider_refunds'],
      ({ intent }) => intent,
      async (_, { intent }) => {
        const answer = await theMarket().provider.fetch('http://127.0.0.1:8789/v1/refunds', {
          method: 'POST',
          headers: { authorization: 'Bearer sk_sim_talat', 'idempotency-key': newId('req') },
          body: new URLSearchParams({ payment_intent: intent, amount: '100' }),
        })
        expect(answer.status).toBe(200)
      },
    ],
  ]

  it.each(PLANTED)('finds %s (O2)', async (_, kinds, subject, plant) => {
    const of = await paid()
    await check()
    expect(await kindsOf(subject(of))).toEqual([])
    await plant(open(), of)
    await check()
    const found = await kindsOf(subject(of))
    expect(found.map((kind) => kind.replace(/:shp_.*/, ''))).toEqual(kinds)
  })

  it('finds a refund that failed, and pieces that sum to something else (O2)', async () => {
    const db = open()
    const { refunds: t, refundLines: l } = db.tables
    const of = await paid({ refunded: true })
    const [refund] = await db.select().from(t).where(eq(t.groupId, of.groupId))
    await db.update(l).set({ amountSatang: 5 }).where(eq(l.orderId, of.orderId))
    await db.update(t).set({ status: 'failed' }).where(eq(t.groupId, of.groupId))
    await check()
    expect(await kindsOf(refund?.id ?? '')).toEqual(['refund_failed'])
    expect(await kindsOf(of.orderId)).toContain('pieces')
  })

  it('finds a balance that is not its entries, and a journal that was never sealed (L7, O2)', async () => {
    const db = open()
    const { ledgerBalances: b, ledgerJournals: j } = db.tables
    const { shopId } = await paid({ completed: true })
    const account = `shop_available:${shopId}`
    const [was] = await db.select().from(b).where(eq(b.account, account))
    await db.update(b).set({ amountSatang: 1 }).where(eq(b.account, account))
    const id = newId('jrn')
    await db.insert(j).values({ id, event: `test:${id}`, at: new Date(), sealed: false })
    await check()
    expect([await kindsOf(account), await kindsOf(id)]).toEqual([['balance'], ['journal_open']])
    // Everything else here checks that balances are their entries.
    await db
      .update(b)
      .set({ amountSatang: was?.amountSatang ?? 0 })
      .where(eq(b.account, account))
  })

  it('closes a break that no longer holds, and opens the same one again (PO11)', async () => {
    const db = open()
    const of = await paid()
    const wrong = async (refundedQuantity: number) =>
      await set('orderLines', 'lineId', { refundedQuantity })(db, of)
    const read = async () => {
      const { breaks: t } = db.tables
      return await db
        .select()
        .from(t)
        .where(and(eq(t.kind, 'pieces'), eq(t.subject, of.lineId)))
    }
    await wrong(1)
    await check()
    expect(await read()).toMatchObject([{ status: 'open', times: 1, actualSatang: 1 }])
    await wrong(0)
    await check()
    expect(await read()).toMatchObject([{ status: 'closed', closedBy: null }])
    await wrong(2)
    await Promise.all([check(), check()])
    expect(await read()).toMatchObject([{ status: 'open', times: 2, actualSatang: 2 }])
  })

  it('is read and closed with a note by operators, and what they closed stays closed (PO11)', async () => {
    const db = open()
    const of = await paid()
    await set('orderLines', 'lineId', { refundedQuantity: 1 })(db, of)
    await check()
    const list = async (query: string) =>
      (await theMarket().call('GET', `/admin/breaks?${query}`, await as())).body
    const [first] = (await list('limit=1')).items
    expect(first).toMatchObject({ kind: 'pieces', subject: of.lineId, groupId: of.groupId })
    const close = async (id: string) =>
      await theMarket().call('POST', `/admin/breaks/${id}/close`, {
        ...(await as()),
        body: { note: 'แก้ด้วยมือแล้ว' },
      })
    const closed = await close(first.id)
    expect([closed.status, closed.body.status, closed.body.note]).toEqual([
      ...[200, 'closed', 'แก้ด้วยมือแล้ว'],
    ])
    expect((await close(first.id)).body.code).toBe('transition_refused')
    expect((await close(newId('brk'))).status).toBe(404)
    await check()
    expect(await kindsOf(of.lineId)).toEqual([])
    expect(
      (await list('status=closed&limit=100')).items.map((one: { id: string }) => one.id),
    ).toContain(first.id)
  })

  it('goes on where it was, a bounded number of groups a run, and is run every few minutes', async () => {
    const market = theMarket()
    const { jobCursors: t } = open().tables
    const at = async () =>
      (await open().select().from(t).where(eq(t.name, 'breaks:groups')))[0]?.at.getTime() ?? 0
    await market.jobs()
    const before = await at()
    market.pass(MINUTE_MS)
    await market.jobs()
    expect(await at()).toBe(before)
    market.pass(5 * MINUTE_MS)
    await market.jobs()
    expect(await at()).toBeGreaterThan(before)
  })
})
