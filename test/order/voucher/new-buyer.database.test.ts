import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop, makeVoucher } from '#test/support/make.ts'
import { type Answer, describeEachMarket } from '#test/support/market.ts'
import {
  checkoutBody,
  fillCart,
  intentOf,
  makeShopper,
  orderAsGuest,
  type Shopper,
} from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

const CASH = { provider: 'cod', method: 'cash' }

describeEachMarket('A voucher for new buyers', (theMarket, open) => {
  async function stall() {
    const shop = await makeShop(open())
    return { shop, product: await makeProduct(open(), shop, { priceSatang: 30_000, stock: 99 }) }
  }
  type Want = Awaited<ReturnType<typeof stall>>

  const forNew = async (some: Parameters<typeof makeVoucher>[1] = {}) =>
    await makeVoucher(open(), { audience: 'new_buyer', ...some })

  async function place(
    shopper: Shopper,
    wants: readonly Want[],
    vouchers: readonly string[],
    payment?: typeof CASH,
  ) {
    const { token } = shopper
    await fillCart(theMarket(), token, wants)
    const shops = wants.map(({ shop }) => shop)
    const body = { ...checkoutBody(shopper, shops, payment), vouchers }
    return await theMarket().call('POST', '/orders', { token, key: newId('req'), body })
  }
  const cancel = async ({ token }: Shopper, orderId: string) => {
    const path = `/orders/${orderId}/cancel`
    const { status } = await theMarket().call('POST', path, { token, key: newId('req') })
    expect(status).toBe(200)
  }
  const pay = async (groupId: string) => {
    await theMarket().control(`/payment_intents/${intentOf(theMarket(), groupId)}/approve`)
    await theMarket().deliver()
  }
  const told = ({ status, body }: Answer) => [...[status, body.code, body.vouchers]]
  const refused = (...codes: string[]) => [
    ...[422, 'voucher_invalid', codes.map((code) => ({ code, reason: 'first_order_only' }))],
  ]

  it('is used in one order at a time, whoever gave it, before anything is paid', async () => {
    const [market, want] = [theMarket(), await stall()]
    const { shop } = want
    const codes = [
      await forNew(),
      await forNew(),
      await forNew({ kind: 'shipping', benefit: 'free_shipping', amountSatang: null }),
      await forNew({ kind: 'shop', shopId: shop.id }),
    ].map(({ code }) => code)
    const shopper = await makeShopper(market)
    const first = await place(shopper, [want], [codes[0] ?? ''])
    expect(first.status).toBe(201)
    for (const code of codes.slice(1)) {
      expect(told(await place(shopper, [want], [code]))).toEqual(refused(code))
    }
    const { id, orders } = first.body.orderGroup
    await expectSound(open(), market, id)
    await cancel(shopper, orders[0].id)
    await expectSound(open(), market, id)
    const again = await place(shopper, [want], [codes[1] ?? ''])
    expect(again.status).toBe(201)
    await expectSound(open(), market, again.body.orderGroup.id)
  })

  it('is refused by the quote, and not suggested, while an order that waits to be paid uses another', async () => {
    const [market, want] = [theMarket(), await stall()]
    const used = await forNew()
    const other = await forNew({ kind: 'shop', shopId: want.shop.id, listed: true })
    const returning = await makeVoucher(open(), { audience: 'repeat_buyer', amountSatang: 100 })
    const shopper = await makeShopper(market)
    const { token } = shopper
    const quote = async (code: string) => {
      await fillCart(market, token, [want])
      const body = { vouchers: [code] }
      const answer = await market.call('POST', '/cart/quote', { token, body })
      const { vouchers, suggested } = answer.body
      return { trips: answer.trips, said: vouchers[0], suggested: suggested.codes }
    }
    const before = await quote(other.code)
    expect(before.said).toMatchObject({ code: other.code, amountSatang: 5000 })
    const placed = await place(shopper, [want], [used.code])
    const during = await quote(other.code)
    expect(during.said).toMatchObject({ code: other.code, reason: 'first_order_only' })
    expect([during.suggested, during.trips]).toEqual([[], before.trips])
    // Nothing is bought yet: a returning customer is somebody who paid.
    expect((await quote(returning.code)).said).toMatchObject({ reason: 'returning_only' })
    await cancel(shopper, placed.body.orderGroup.orders[0].id)
    expect((await quote(other.code)).said).toMatchObject({ amountSatang: 5000 })
  })

  it('is used once by a buyer who sends ten orders at a time with two of them (S7)', async () => {
    const [market, want] = [theMarket(), await stall()]
    const codes = [(await forNew()).code, (await forNew()).code] as const
    const contact = { email: `new.${codes[0].toLowerCase()}@example.test`, phone: '0876543210' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const vouchers = [codes[n % 2 === 0 ? 0 : 1]]
        return await orderAsGuest(market, [want], { vouchers, contact, from: `10.2.${n}.1` })
      }),
    )
    const won = answers.filter(({ status }) => status === 201)
    expect(won).toHaveLength(1)
    const used = won[0]?.body.orderGroup.vouchers[0].code
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      const { code, reason } = answer.body.vouchers[0]
      const why = code === used ? ['used_before', 'first_order_only'] : ['first_order_only']
      expect([answer.status, answer.body.code]).toEqual([422, 'voucher_invalid'])
      expect(why).toContain(reason)
    }
    await expectSound(open(), market, won[0]?.body.orderGroup.id)
  })

  it('is for a guest who is new by email and by phone', async () => {
    const [market, want] = [theMarket(), await stall()]
    const codes = [(await forNew()).code, (await forNew()).code, (await forNew()).code] as const
    const email = (n: number) => `guest.${n}.${codes[0].toLowerCase()}@example.test`
    const [phone, other] = ['0811112222', '0811113333']
    const as = async (code: string, contact: { email: string; phone: string }) =>
      await orderAsGuest(market, [want], { vouchers: [code], contact })
    expect((await as(codes[0], { email: email(1), phone })).status).toBe(201)
    expect(told(await as(codes[1], { email: email(2), phone }))).toEqual(refused(codes[1]))
    expect(told(await as(codes[1], { email: email(1), phone: other }))).toEqual(refused(codes[1]))
    expect((await as(codes[1], { email: email(2), phone: other })).status).toBe(201)
  })

  it('of each kind goes into the first order, and all come back when all of it is cancelled', async () => {
    const [db, market] = [open(), theMarket()]
    const wants = [await stall(), await stall()]
    const [shops, markets, sending] = [
      await forNew({ kind: 'shop', shopId: wants[0]?.shop.id ?? '' }),
      await forNew(),
      await forNew({ kind: 'shipping', benefit: 'free_shipping', amountSatang: null }),
    ]
    const shopper = await makeShopper(market)
    const placed = await place(shopper, wants, [shops.code, markets.code, sending.code], CASH)
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { id, orders } = placed.body.orderGroup
    const { newBuyerUses } = db.tables
    const held = async () =>
      await db.select().from(newBuyerUses).where(eq(newBuyerUses.groupId, id))
    await expectSound(db, market, id)
    await cancel(shopper, orders[0].id)
    await expectSound(db, market, id)
    // The shop's is given back, the others are not: who has some of it is no new buyer.
    expect(await held()).toHaveLength(1)
    expect(told(await place(shopper, wants.slice(1), [shops.code]))[1]).toBe('voucher_invalid')
    await cancel(shopper, orders[1].id)
    await expectSound(db, market, id)
    expect(await held()).toEqual([])
    const again = await place(shopper, wants, [(await forNew()).code])
    expect(again.status).toBe(201)
  })

  it('comes back when its order is not paid in time, or is cancelled whole after it was paid', async () => {
    const [db, market, want] = [open(), theMarket(), await stall()]
    const [one, two, three] = [await forNew(), await forNew(), await forNew()]
    const [late, prompt] = [await makeShopper(market), await makeShopper(market)]
    const paid = await place(prompt, [want], [one.code])
    await pay(paid.body.orderGroup.id)
    expect(told(await place(prompt, [want], [two.code]))).toEqual(refused(two.code))
    await cancel(prompt, paid.body.orderGroup.orders[0].id)
    await expectSound(db, market, paid.body.orderGroup.id)
    expect((await place(prompt, [want], [two.code])).status).toBe(201)
    const unpaid = await place(late, [want], [one.code])
    expect(told(await place(late, [want], [three.code]))).toEqual(refused(three.code))
    const services = market.services()
    await services.order().reconciliation.end(unpaid.body.orderGroup.id, 'expired')
    await services.close()
    await expectSound(db, market, unpaid.body.orderGroup.id)
    expect((await place(late, [want], [three.code])).status).toBe(201)
  })
})
