import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { postJournal } from '#src/order/ledger/repository.ts'
import { makeProduct, makeShop, makeVoucher } from '#test/support/make.ts'
import { type Answer, describeEachMarket } from '#test/support/market.ts'
import { bring, step } from '#test/support/parcels.ts'
import { refundsOf } from '#test/support/payer.ts'
import { intentOf, makeOperator, makeSeller, orderAsGuest } from '#test/support/shopper.ts'
import { expectSound, type Facts, sum } from '#test/support/soundness.ts'

describeEachMarket('A part of an order that goes back', (theMarket, open) => {
  let token: string
  beforeAll(async () => {
    token = (await makeOperator(theMarket(), open())).token
  })

  /** A paid order of `quantity` pieces for 333.33 each, with 50 baht off that the market pays. */
  const paid = async (
    quantity = 3,
    payment = { provider: 'stripe', method: 'card' },
    voucher: Parameters<typeof makeVoucher>[1] = {},
  ) => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const product = await makeProduct(db, shop, { priceSatang: 33_333, stock: 500 })
    const { code } = await makeVoucher(db, voucher)
    const wants = [{ product, shop, quantity }]
    const placed = await orderAsGuest(market, wants, { payment, vouchers: [code] })
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { orderGroup, orderToken } = placed.body
    const groupId: string = orderGroup.id
    const [order] = orderGroup.orders
    const intent = payment.provider === 'cod' ? '' : intentOf(market, groupId)
    if (intent !== '') await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    const lineId: string = order.lines[0].id
    const total: number = order.totalSatang
    return { groupId, orderId: order.id as string, lineId, total, intent, orderToken, shop }
  }
  type Paid = Awaited<ReturnType<typeof paid>>

  const give = async (
    { orderId }: { orderId: string },
    body: object,
    key: string = newId('req'),
    as: object = { token },
  ): Promise<Answer> =>
    await theMarket().call('POST', `/admin/orders/${orderId}/refunds`, {
      key,
      ...as,
      body: { reason: 'ชำรุด', ...body },
    })
  const pieces = ({ lineId }: Paid, quantity: number) => ({ lines: [{ lineId, quantity }] })
  const receive = async (placed: Paid) => {
    const { groupId, orderId, orderToken } = placed
    await bring(theMarket(), { groupId, orderId }, 'delivered')
    const key = newId('req')
    const done = await theMarket().call('POST', `/orders/${orderId}/received`, { orderToken, key })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
  }
  const sound = async ({ groupId }: Paid) => {
    await theMarket().rest()
    await theMarket().deliver()
    return await expectSound(open(), theMarket(), groupId)
  }
  const balance = (facts: Facts, account: string) =>
    sum(facts.entries.filter((entry) => entry.account === account).map((e) => e.amountSatang))

  it('is given back by its own shop, whose owner and manager may, and by no other', async () => {
    const [db, market] = [open(), theMarket()]
    const [placed, other] = [await paid(), await paid()]
    const giveAs = async (seller: { token: string }, shopId: string) =>
      await market.call('POST', `/seller/shops/${shopId}/orders/${placed.orderId}/refunds`, {
        key: newId('req'),
        token: seller.token,
        body: { reason: 'ชำรุด', ...pieces(placed, 1) },
      })
    const rival = await makeSeller(market, db, other.shop.id)
    expect((await giveAs(rival, other.shop.id)).status).toBe(404)
    expect((await giveAs(rival, placed.shop.id)).status).toBe(404)
    const staff = await makeSeller(market, db, placed.shop.id, 'staff')
    expect((await giveAs(staff, placed.shop.id)).status).toBe(403)
    const manager = await makeSeller(market, db, placed.shop.id, 'manager')
    expect((await giveAs(manager, placed.shop.id)).status).toBe(201)
    const { refunds } = await sound(placed)
    expect(refunds.map(({ status }) => status)).toEqual(['succeeded'])
    const path = `/seller/shops/${placed.shop.id}/orders/${placed.orderId}/statement`
    expect((await market.call('GET', path, { token: manager.token })).status).toBe(200)
    expect((await market.call('GET', path, { token: rival.token })).status).toBe(404)
  })

  it('goes out of escrow before its order is completed, and the shop is owed what is left (OR9, L2)', async () => {
    const placed = await paid()
    const answer = await give(placed, pieces(placed, 1))
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    // A third of 999.99 − 50.00.
    expect(answer.body).toMatchObject({ orderId: placed.orderId, amountSatang: 31_666 })
    expect(answer.body.parts).toMatchObject([{ lineId: placed.lineId, quantity: 1 }])
    const before = await sound(placed)
    expect(balance(before, 'psp_clearing')).toBe(placed.total - 31_666)
    expect(balance(before, 'buyer_escrow')).toBe(31_666 - placed.total)
    expect(refundsOf(theMarket(), placed.intent).map(({ wire }) => wire.amount)).toEqual([31_666])
    await receive(placed)
    const after = await sound(placed)
    expect(balance(after, 'buyer_escrow')).toBe(0)
  })

  it('leaves the days in which the rest is to be sent, and comes, as they were', async () => {
    const placed = await paid()
    const dates = async () => {
      const { orders } = await sound(placed)
      return orders.map(({ shipBy, dueAt }) => ({ shipBy, dueAt }))
    }
    const stages = [[], ['accepted'], ['shipped', 'delivered']] as const
    for (const events of stages) {
      for (const event of events) await step(theMarket(), placed, event)
      const before = await dates()
      theMarket().pass(MINUTE_MS)
      expect((await give(placed, pieces(placed, 1))).status).toBe(201)
      expect(await dates(), events.join()).toEqual(before)
      theMarket().pass(-MINUTE_MS)
    }
  })

  it('is taken back from the shop, the market and the tax office once it is completed (PO6)', async () => {
    const placed = await paid()
    await receive(placed)
    const done = await sound(placed)
    const [line] = done.lines
    expect((await give(placed, { ...pieces(placed, 3), shipping: true })).status).toBe(201)
    const after = await sound(placed)
    // All of it went back: nothing is left on any account of the order.
    for (const { account } of after.entries)
      expect([account, balance(after, account)]).toEqual([account, 0])
    expect(line?.commissionSatang).toBeGreaterThan(0)
    expect(after.orders[0]?.status).toBe('completed')
  })

  it('may leave a shop that was paid out with less than nothing (PO6)', async () => {
    const db = open()
    const placed = await paid()
    await receive(placed)
    const account = `shop_available:${placed.shop.id}` as const
    const owed = -balance(await sound(placed), account)
    const paidOut = {
      event: `test:${placed.orderId}`,
      groupId: null,
      orderId: null,
      entries: [
        { account, amountSatang: owed },
        { account: 'payout_clearing' as const, amountSatang: -owed },
      ],
    }
    await db.atomically((q) => postJournal(q, db.tables, paidOut, new Date()))
    expect((await give(placed, { ...pieces(placed, 3), shipping: true })).status).toBe(201)
    await sound(placed)
    const { ledgerBalances: t } = db.tables
    const [kept] = await db.select().from(t).where(eq(t.account, account))
    // A debit: the shop owes the market what it was paid for goods that went back.
    expect(kept?.amountSatang).toBe(owed)
  })

  it('comes back to the market alone that had paid the whole of it in the buyer’s place', async () => {
    const placed = await paid(3, undefined, { amountSatang: 99_999 })
    const early = await give(placed, pieces(placed, 1))
    expect([early.status, early.body.amountSatang, early.body.status]).toEqual([
      ...[201, 0, 'succeeded'],
    ])
    await receive(placed)
    const before = await sound(placed)
    expect(balance(before, 'voucher_expense')).toBe(66_666)
    expect((await give(placed, pieces(placed, 2))).status).toBe(201)
    const after = await sound(placed)
    expect([balance(after, 'voucher_expense'), balance(after, 'commission')]).toEqual([0, 0])
    expect(after.lines.map(({ refundedQuantity }) => refundedQuantity)).toEqual([3])
    expect(refundsOf(theMarket(), placed.intent)).toEqual([])
    const delivery = await give(placed, { shipping: true })
    expect([delivery.status, delivery.body.amountSatang]).toEqual([201, 4000])
    await sound(placed)
  })

  it('that a shop’s own voucher paid whole has nothing to give back', async () => {
    const shop = await makeShop(open())
    const product = await makeProduct(open(), shop, { priceSatang: 5000 })
    const { code } = await makeVoucher(open(), { kind: 'shop', shopId: shop.id })
    const payment = { provider: 'stripe', method: 'card' }
    const wants = [{ product, shop, quantity: 1 }]
    const placed = await orderAsGuest(theMarket(), wants, { payment, vouchers: [code] })
    const { id, orders } = placed.body.orderGroup
    await theMarket().control(`/payment_intents/${intentOf(theMarket(), id)}/approve`)
    await theMarket().deliver()
    const [{ id: orderId, lines }] = orders
    const refused = await give({ orderId }, { lines: [{ lineId: lines[0].id, quantity: 1 }] })
    expect([refused.status, refused.body.code]).toEqual([409, 'transition_refused'])
  })

  it('and the rest, part by part, are the whole to the satang', async () => {
    const placed = await paid(7)
    for (const quantity of [1, 2, 3]) {
      expect((await give(placed, pieces(placed, quantity))).status).toBe(201)
    }
    await receive(placed)
    expect((await give(placed, { ...pieces(placed, 1), shipping: true })).status).toBe(201)
    const { splits, refunds } = await sound(placed)
    expect(sum(refunds.map(({ amountSatang }) => amountSatang))).toBe(placed.total)
    expect(splits[0]?.refundedSatang).toBe(placed.total)
    const more = await give(placed, pieces(placed, 1))
    expect([more.status, more.body.code, more.body.items]).toEqual([
      422,
      'limit_reached',
      [{ lineId: placed.lineId, left: 0 }],
    ])
  })

  it('leaves the rest to be cancelled, which gives back what is left', async () => {
    const placed = await paid()
    await give(placed, pieces(placed, 1))
    const { orderToken, orderId } = placed
    const key = newId('req')
    const gone = await theMarket().call('POST', `/orders/${orderId}/cancel`, { orderToken, key })
    expect([gone.status, gone.body.refundedSatang]).toEqual([200, placed.total])
    const { refunds } = await sound(placed)
    expect(refunds.map(({ reason }) => reason).sort()).toEqual(['cancelled', 'granted'])
    expect((await give(placed, pieces(placed, 1))).body.code).toBe('transition_refused')
  })

  it('is not counted as sold any more, and not a second time when the rest is cancelled', async () => {
    const placed = await paid()
    const { orderToken, orderId, groupId } = placed
    const keys = [newId('req'), newId('req')] as const
    for (const _ of [1, 2]) await give(placed, pieces(placed, 1), keys[0])
    await theMarket().call('POST', `/orders/${orderId}/cancel`, { orderToken, key: keys[1] })
    await sound(placed)
    const { outboxMessages: t } = open().tables
    const rows = await open().select().from(t).where(eq(t.aggregateId, groupId)).orderBy(t.version)
    const told = rows.flatMap(({ payload }) => (payload.sold ?? []) as { quantity: number }[])
    expect(told.map(({ quantity }) => quantity)).toEqual([3, -1, -2])
  })

  it('of two hundred at once is given back as often as there are pieces, and no more (P9)', async () => {
    const placed = await paid(10)
    const one = async () => {
      const key = newId('req')
      for (;;) {
        const answer = await give(placed, pieces(placed, 1), key)
        if (answer.body.code !== 'conflict') return [answer.status, answer.body.code ?? 'granted']
        await new Promise((resolve) => setTimeout(resolve, 500 * Math.random()))
      }
    }
    const outcomes = await Promise.all(Array.from({ length: 200 }, one))
    const count = (told: string) => outcomes.filter(([, code]) => code === told).length
    expect([count('granted'), count('limit_reached')]).toEqual([10, 190])
    const { lines, refunds } = await sound(placed)
    expect([lines[0]?.refundedQuantity, refunds.length]).toEqual([10, 10])
  }, 180_000)

  it('is given once by ten calls with one key, and another body is refused (I1, I2)', async () => {
    const placed = await paid()
    const key = newId('req')
    const same = await Promise.all(
      Array.from({ length: 10 }, () => give(placed, pieces(placed, 1), key)),
    )
    expect(new Set(same.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(same.map(({ body }) => body.id)).size).toBe(1)
    expect((await give(placed, pieces(placed, 2), key)).body.code).toBe('idempotency_key_reused')
    expect((await sound(placed)).refunds).toHaveLength(1)
  })

  it('is not to be had of what is unpaid, in cash, or was not paid for at all', async () => {
    const cash = await paid(1, { provider: 'cod', method: 'cash' })
    const refused = await give(cash, pieces(cash, 1))
    expect([refused.status, refused.body.code]).toEqual([409, 'transition_refused'])
    await sound(cash)
    const placed = await paid()
    expect((await give(placed, { lines: [{ lineId: newId('oln'), quantity: 1 }] })).status).toBe(
      404,
    )
    expect((await give({ orderId: newId('ord') }, pieces(placed, 1))).status).toBe(404)
    expect((await give(placed, {})).body.code).toBe('validation_failed')
  })

  it('is for an operator to grant: not for its buyer, and for no guest (Z5)', async () => {
    const placed = await paid()
    const body = pieces(placed, 1)
    const guest = await give(placed, body, newId('req'), { orderToken: placed.orderToken })
    expect([guest.status, guest.body.code]).toEqual([401, 'unauthenticated'])
    expect((await sound(placed)).refunds).toEqual([])
  })
})
