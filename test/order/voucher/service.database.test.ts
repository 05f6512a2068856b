import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop, makeVoucher } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring } from '#test/support/parcels.ts'
import { race } from '#test/support/race.ts'
import {
  checkoutBody,
  fillCart,
  intentOf,
  makeShopper,
  orderAsGuest,
  type Shop,
  type Shopper,
} from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('A voucher', (theMarket, open) => {
  /** Two shops with a thing for 300 baht each; sending costs 40. */
  async function stalls() {
    const db = open()
    const shops = [await makeShop(db), await makeShop(db)]
    return await Promise.all(
      shops.map(async (shop) => ({
        shop,
        product: await makeProduct(db, shop, { priceSatang: 30_000, stock: 2000 }),
      })),
    )
  }
  type Wants = Awaited<ReturnType<typeof stalls>>

  async function place(
    shopper: Shopper,
    wants: Wants,
    vouchers: readonly string[],
    payment?: { provider: string; method: string },
  ) {
    await fillCart(theMarket(), shopper.token, wants)
    return await send(
      shopper,
      wants.map(({ shop }) => shop),
      vouchers,
      payment,
    )
  }
  const send = async (
    { token, addressId }: Shopper,
    shops: readonly Shop[],
    vouchers: readonly string[],
    payment?: { provider: string; method: string },
    key: string = newId('req'),
  ) => {
    const body = { ...checkoutBody({ addressId }, shops, payment), vouchers }
    return await theMarket().call('POST', '/orders', { token, key, body })
  }
  const CASH = { provider: 'cod', method: 'cash' }

  async function pay(groupId: string) {
    await theMarket().control(`/payment_intents/${intentOf(theMarket(), groupId)}/approve`)
    await theMarket().deliver()
  }

  it('of each kind is taken off line by line, charged, booked, and paid by whom it says (PR2, PO9, L2)', async () => {
    const [db, market] = [open(), theMarket()]
    const wants = await stalls()
    const [first] = wants
    if (first === undefined) throw new RangeError('no stall')
    const shops = await makeVoucher(db, {
      ...{ kind: 'shop', shopId: first.shop.id, benefit: 'percent', rateBp: 1000 },
    })
    const markets = await makeVoucher(db, { amountSatang: 5700, shopPaysBp: 3000 })
    const sending = await makeVoucher(db, { kind: 'shipping', benefit: 'free_shipping' })
    const shopper = await makeShopper(market)
    const placed = await place(shopper, wants, [shops.code, markets.code, sending.code])
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { orderGroup } = placed.body
    // 300 − 30, and 57 over 270 and 300: 27 and 30; both deliveries are free.
    expect(orderGroup.totalSatang).toBe(24_300 + 27_000)
    const totals = orderGroup.orders.map((one: { totalSatang: number }) => one.totalSatang)
    expect(totals).toEqual([24_300, 27_000])
    await expectSound(db, market, orderGroup.id)
    await pay(orderGroup.id)
    const [order] = orderGroup.orders
    await bring(market, { groupId: orderGroup.id, orderId: order.id }, 'delivered')
    const key = newId('req')
    await market.call('POST', `/orders/${order.id}/received`, { token: shopper.token, key })
    const { orders } = await expectSound(db, market, orderGroup.id)
    // Of 27 the shop pays 8.10; of 40 for sending the market pays all.
    expect(orders.find(({ id }) => id === order.id)?.platformSatang).toBe(1890 + 4000)
  })

  it('is given back with the hold of an order that is not paid, and can be used again', async () => {
    const [db, market] = [open(), theMarket()]
    const wants = (await stalls()).slice(0, 1)
    const { code } = await makeVoucher(db)
    const shopper = await makeShopper(market)
    const placed = await place(shopper, wants, [code])
    const again = await place(shopper, wants, [code])
    expect([again.status, again.body.code, again.body.vouchers]).toEqual([
      422,
      'voucher_invalid',
      [{ code, reason: 'used_before' }],
    ])
    const { id, orders } = placed.body.orderGroup
    const cancelled = await market.call('POST', `/orders/${orders[0].id}/cancel`, {
      token: shopper.token,
      key: newId('req'),
    })
    expect(cancelled.status).toBe(200)
    await expectSound(db, market, id)
    expect((await send(shopper, [wants[0]?.shop ?? { id: '', optionId: '' }], [code])).status).toBe(
      201,
    )
  })

  it('comes back when all that it was used for is cancelled, and not for a part (PR4)', async () => {
    const [db, market] = [open(), theMarket()]
    const wants = await stalls()
    const { code } = await makeVoucher(db)
    const shopper = await makeShopper(market)
    const placed = await place(shopper, wants, [code])
    const { id, orders } = placed.body.orderGroup
    await pay(id)
    const state = async () => {
      const { group } = await expectSound(db, market, id)
      const { voucherUses } = db.tables
      const [use] = await db.select().from(voucherUses).where(eq(voucherUses.groupId, group.id))
      return use?.state
    }
    expect(await state()).toBe('used')
    const cancel = async (orderId: string) =>
      await market.call('POST', `/orders/${orderId}/cancel`, {
        token: shopper.token,
        key: newId('req'),
      })
    await cancel(orders[0].id)
    expect(await state()).toBe('used')
    await cancel(orders[1].id)
    expect(await state()).toBe('restored')
  })

  it('for free things is borne by all shops of a set, so that no cancel leaves a thing for nothing', async () => {
    const [db, market] = [open(), theMarket()]
    const wants = await stalls()
    const { id: voucherId, code } = await makeVoucher(db, {
      ...{ benefit: 'buy_get', amountSatang: null, buyCount: 1, getCount: 1 },
    })
    const shopper = await makeShopper(market)
    const { id, orders } = (await place(shopper, wants, [code])).body.orderGroup
    // One of two things for 300 baht is free: each shop's costs 150, and 40 to send.
    const totals = orders.map(({ totalSatang }: { totalSatang: number }) => totalSatang)
    expect(totals).toEqual([19_000, 19_000])
    await pay(id)
    const taken = async () => {
      const { vouchers } = db.tables
      const [row] = await db.select().from(vouchers).where(eq(vouchers.id, voucherId))
      return row?.taken
    }
    for (const [n, order] of orders.entries()) {
      expect(await taken()).toBe(1)
      const cancelled = await market.call('POST', `/orders/${order.id}/cancel`, {
        token: shopper.token,
        key: newId('req'),
      })
      expect(cancelled.status).toBe(200)
      await market.deliver()
      const { refunds } = await expectSound(db, market, id)
      expect(refunds.map(({ amountSatang }) => amountSatang)).toEqual(totals.slice(0, n + 1))
    }
    expect(await taken()).toBe(0)
  })

  it('is used at most as often as there is of it, by 500 racers (PR3, S7)', async () => {
    const [db, market] = [open(), theMarket()]
    const [want] = await stalls()
    if (want === undefined) throw new RangeError('no stall')
    const voucher = await makeVoucher(db, { quota: 7 })
    const { won, lost } = await race(market, want, 500, () => ({
      ...{ vouchers: [voucher.code], payment: CASH },
    }))
    expect([won.length, lost.length]).toEqual([7, 493])
    for (const { status, body } of lost) {
      expect([status, body.code, body.vouchers?.[0]?.reason]).toEqual([
        ...[422, 'voucher_invalid', 'used_up'],
      ])
    }
    for (const { body } of won) await expectSound(db, market, body.orderGroup.id)
  }, 120_000)

  it('is used once by a buyer who sends twenty orders at a time (PR3, S7)', async () => {
    const [db, market] = [open(), theMarket()]
    const [want] = await stalls()
    if (want === undefined) throw new RangeError('no stall')
    const voucher = await makeVoucher(db)
    const contact = { email: `one.${voucher.id.slice(-8)}@example.test`, phone: phoneOf(777) }
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, n) =>
        orderAsGuest(market, [want], {
          ...{ vouchers: [voucher.code], payment: CASH, contact, from: `10.1.${n}.1` },
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const { voucherHolders } = db.tables
    const used = await db
      .select()
      .from(voucherHolders)
      .where(and(eq(voucherHolders.voucherId, voucher.id), eq(voucherHolders.used, 1)))
    expect(used).toHaveLength(2)
  })

  it('of the market is not carried over its minimum by goods that a shop gives away', async () => {
    const db = open()
    const wants = await stalls()
    const shopId = wants[0]?.shop.id ?? ''
    const given = await makeVoucher(db, { kind: 'shop', shopId, amountSatang: 30_000 })
    const dear = await makeVoucher(db, { amountSatang: 29_000, minimumSatang: 30_001 })
    const placed = await place(await makeShopper(theMarket()), wants, [given.code, dear.code])
    expect([placed.status, placed.body.vouchers]).toEqual([
      422,
      [{ code: dear.code, reason: 'minimum', missingSatang: 1 }],
    ])
  })

  it('that cannot be used says why, and nothing is ordered', async () => {
    const [db, market] = [open(), theMarket()]
    const wants = (await stalls()).slice(0, 1)
    const past = new Date('2026-01-01T00:00:00Z')
    const shopper = await makeShopper(market)
    const gone = await makeVoucher(db, { usableUntil: past })
    const unclaimed = await makeVoucher(db, { claimableUntil: past })
    const high = await makeVoucher(db, { minimumSatang: 30_001 })
    const elsewhere = await makeVoucher(db, { kind: 'shop', shopId: newId('shp') })
    const returning = await makeVoucher(db, { audience: 'repeat_buyer' })
    const other = await makeVoucher(db)
    await fillCart(market, shopper.token, wants)
    const shops = wants.map(({ shop }) => shop)
    for (const [codes, told] of [
      [['NOSUCHCODE'], { reason: 'unknown' }],
      [[gone.code], { reason: 'ended' }],
      [[unclaimed.code], { reason: 'unclaimed' }],
      [[high.code], { reason: 'minimum', missingSatang: 1 }],
      [[elsewhere.code], { reason: 'no_goods' }],
      [[returning.code], { reason: 'returning_only' }],
      [[other.code, returning.code], { reason: 'one_of_a_kind' }],
    ] as const) {
      const refused = await send(shopper, shops, codes)
      expect([refused.status, refused.body.code]).toEqual([422, 'voucher_invalid'])
      expect(refused.body.vouchers).toMatchObject([told])
    }
    const { orders } = db.tables
    expect(
      await db
        .select()
        .from(orders)
        .where(eq(orders.shopId, shops[0]?.id ?? '')),
    ).toEqual([])
  })

  it('is listed for everybody, claimed once, and told to its buyer with what is left', async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const shops = await makeVoucher(db, { kind: 'shop', shopId: shop.id, listed: true, quota: 5 })
    const hidden = await makeVoucher(db, { kind: 'shop', shopId: shop.id })
    const path = `/vouchers?shops=${shop.id}`
    const codes = (answer: { body: { items: { code: string; claimed: boolean }[] } }) =>
      answer.body.items.map(({ code, claimed }) => [code, claimed])
    const everybody = await market.call('GET', path, {})
    expect(codes(everybody)).toContainEqual([shops.code, false])
    expect(codes(everybody)).not.toContainEqual([hidden.code, false])
    expect(codes(await market.call('GET', '/vouchers', {}))).not.toContainEqual([shops.code, false])

    const shopper = await makeShopper(market)
    const claim = async (code: string) =>
      await market.call('POST', '/me/vouchers', { token: shopper.token, body: { code } })
    for (const _ of [1, 2]) {
      const claimed = await claim(shops.code.toLowerCase())
      expect([claimed.status, claimed.body]).toMatchObject([
        201,
        { code: shops.code, claimed: true, left: 5, leftToYou: 1, shop: { id: shop.id } },
      ])
    }
    expect((await claim('NOSUCHCODE')).body.code).toBe('not_found')
    const past = await makeVoucher(db, { claimableUntil: new Date('2026-01-01T00:00:00Z') })
    const late = await claim(past.code)
    expect([late.status, late.body.vouchers]).toEqual([
      422,
      [{ code: past.code, reason: 'unclaimed' }],
    ])
    const mine = await market.call('GET', '/me/vouchers', { token: shopper.token })
    expect(codes(mine)).toEqual([[shops.code, true]])
    expect(codes(await market.call('GET', path, { token: shopper.token }))).toContainEqual([
      shops.code,
      true,
    ])
  })
})

const phoneOf = (n: number): string => `08${String(10_000_000 + n)}`
