import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAt, post, refundsOf, stallOf } from '#test/support/payer.ts'
import { intentOf, makeOperator, makeSeller, orderAsGuest } from '#test/support/shopper.ts'
import { expectSound, sum } from '#test/support/soundness.ts'

describeEachMarket('A refund that failed', (theMarket, open) => {
  const stall = stallOf(theMarket, open)
  let token: string
  beforeAll(async () => {
    token = (await makeOperator(theMarket(), open())).token
  })
  afterEach(async () => {
    await theMarket().provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
  })

  const retry = async (id: string, key: string = newId('req'), as: object = { token }) =>
    await theMarket().call('POST', `/admin/refunds/${id}/retry`, { key, ...as })
  const sound = async ({ groupId }: { groupId: string }) => {
    await theMarket().rest()
    await theMarket().deliver()
    return await expectSound(open(), theMarket(), groupId)
  }
  /** The payer's bank sends the newest refund of a charge back. */
  const sendBack = async (intent: string) => {
    const { wire } = refundsOf(theMarket(), intent).at(-1) ?? {}
    await theMarket().control(`/refunds/${wire?.id}/fail`)
    await theMarket().deliver()
  }
  const breaksOf = async (subject: string) => {
    const services = theMarket().services()
    await services.order().breaks.run()
    await services.close()
    const { breaks } = open().tables
    const rows = await open().select().from(breaks).where(eq(breaks.subject, subject))
    return rows.map(({ kind, status }) => [kind, status])
  }

  /** An order of one piece whose money was given back and came back. */
  const failed = async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const product = await makeProduct(db, shop, { priceSatang: 33_333 })
    const payment = { provider: 'stripe', method: 'card' }
    const placed = await orderAsGuest(market, [{ product, shop }], { payment })
    const { id: groupId, orders } = placed.body.orderGroup
    const intent = intentOf(market, groupId)
    await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    const [{ id: orderId, lines }] = orders
    const body = { lines: [{ lineId: lines[0].id, quantity: 1 }], reason: 'ชำรุด' }
    const path = `/admin/orders/${orderId}/refunds`
    const given = await market.call('POST', path, { token, key: newId('req'), body })
    expect(given.status, JSON.stringify(given.body)).toBe(201)
    const { id } = given.body
    await market.rest()
    expect((await retry(id)).body.code, 'while it has not failed').toBe('transition_refused')
    await sendBack(intent)
    return {
      groupId: groupId as string,
      orderId: orderId as string,
      id: id as string,
      intent,
      shop,
    }
  }

  it('is found as a difference, goes out once more under a new key and takes no piece twice (P7, O2)', async () => {
    const market = theMarket()
    const placed = await failed()
    const { id, intent } = placed
    expect(await breaksOf(id)).toEqual([['refund_failed', 'open']])
    const key = newId('req')
    const again = await retry(id, key)
    expect([again.status, again.body.amountSatang]).toEqual([200, 33_333])
    const { refunds, lines, entries } = await sound(placed)
    expect(refunds.map(({ status }) => status)).toEqual(['succeeded'])
    expect(lines.map(({ refundedQuantity }) => refundedQuantity)).toEqual([1])
    expect(refundsOf(market, intent).map(({ wire }) => wire.status)).toEqual([
      ...['failed', 'succeeded'],
    ])
    const escrow = entries.filter(({ account }) => account === 'buyer_escrow')
    // What delivery cost is all that is left.
    expect(sum(escrow.map(({ amountSatang }) => amountSatang))).toBe(-4000)
    expect(await breaksOf(id)).toEqual([['refund_failed', 'closed']])
    expect((await retry(id, key)).body).toEqual(again.body)
    expect((await retry(id)).body.code).toBe('transition_refused')
    await sound(placed)
    expect(refundsOf(market, intent)).toHaveLength(2)
  })

  it('is not disturbed by what is told late of the try before', async () => {
    const market = theMarket()
    const placed = await failed()
    const [first] = refundsOf(market, placed.intent)
    expect((await retry(placed.id)).status).toBe(200)
    await sound(placed)
    const told = market.provider.simulation.events
      .list()
      .filter(({ data }) => data.object.id === first?.wire.id)
    for (const event of told) await post(market, { ...event, id: `${event.id}_late` })
    const { refunds } = await sound(placed)
    expect(refunds.map(({ status }) => status)).toEqual(['succeeded'])
    const { inboxEvents: t } = open().tables
    const late = await open()
      .select()
      .from(t)
      .where(eq(t.objectRef, first?.wire.id ?? ''))
    expect(new Set(late.map(({ status }) => status))).toEqual(new Set(['done']))
  })

  it('is tried again once, by however many operators at the same moment', async () => {
    const market = theMarket()
    const placed = await failed()
    const answers = await Promise.all(Array.from({ length: 5 }, async () => await retry(placed.id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    await sound(placed)
    expect(refundsOf(market, placed.intent)).toHaveLength(2)
  })

  it('fails again when the bank will not have it, and may be tried once more', async () => {
    const market = theMarket()
    const placed = await failed()
    expect((await retry(placed.id)).status).toBe(200)
    await sound(placed)
    await sendBack(placed.intent)
    expect((await sound(placed)).refunds.map(({ status }) => status)).toEqual(['failed'])
    expect((await retry(placed.id)).status).toBe(200)
    expect((await sound(placed)).refunds.map(({ status }) => status)).toEqual(['succeeded'])
    expect(refundsOf(market, placed.intent)).toHaveLength(3)
  })

  it('of money that paid no order goes out once more as well', async () => {
    const market = theMarket()
    const { groupId, intent, total } = await placeAt(market, await stall(), 'card')
    await market.control(`/payment_intents/${intent}/approve`, { amount: total + 100 })
    await market.deliver()
    await sendBack(intent)
    const [refund] = (await sound({ groupId })).refunds
    const again = await retry(refund?.id ?? '')
    expect([again.status, again.body.orderId]).toEqual([200, undefined])
    expect((await sound({ groupId })).refunds.map(({ status }) => status)).toEqual(['succeeded'])
  })

  it('is sent again by operators alone', async () => {
    const { id, shop } = await failed()
    const seller = await makeSeller(theMarket(), open(), shop.id)
    expect((await retry(id, newId('req'), { token: seller.token })).status).toBe(403)
    expect((await retry(newId('rfd'))).status).toBe(404)
  })
})
