import { describe, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeVoucher } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring, someNumber } from '#test/support/parcels.ts'
import { checkoutBody, fillCart, intentOf, tokenOf } from '#test/support/shopper.ts'
import { openDesk } from './desk.ts'

describeEachMarket('The rest of an order that will not come', (theMarket, open) => {
  const { who, call, ofShop, sound, passDays } = openDesk(theMarket, open)

  /** One cloth and two bowls, of which the cloth is sent; the bowls are a gift of the shop if so asked. */
  const partlySent = async ({ cash = false, gift = false } = {}) => {
    const [db, market] = [open(), theMarket()]
    const { shop, shopper } = who
    const cloth = await makeProduct(db, shop, { stock: 9, priceSatang: 33_333 })
    const bowl = await makeProduct(db, shop, { stock: 9, priceSatang: 777 })
    const free = { kind: 'shop', shopId: shop.id, amountSatang: 50_000, productIds: [bowl.id] }
    const vouchers = gift ? [(await makeVoucher(db, free as object)).code] : []
    const token = await tokenOf(market, shopper.email)
    await fillCart(market, token, [
      { product: cloth, shop, quantity: 1 },
      { product: bowl, shop, quantity: 2 },
    ])
    const payment = cash
      ? { provider: 'cod', method: 'cash' }
      : { provider: 'stripe', method: 'card' }
    const placed = await market.call('POST', '/orders', {
      ...{ token, key: newId('req') },
      body: { ...checkoutBody(shopper, [shop], payment), vouchers },
    })
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { id: groupId, orders } = placed.body.orderGroup
    const [{ id: orderId, lines }] = orders
    const intent = cash ? '' : intentOf(market, groupId)
    if (!cash) await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    await bring(market, { groupId, orderId }, 'processed')
    const parcel = {
      trackingNumber: someNumber(),
      lines: [{ lineId: lines[0].id, quantity: 1 }],
    }
    const sent = await call(who.seller, ofShop(orderId, 'parcels'), parcel)
    expect(sent.status, JSON.stringify(sent.body)).toBe(201)
    const bowls = [{ lineId: lines[1].id as string, quantity: 2 }]
    const parcelId = sent.body.parcels[0].id as string
    return { groupId: groupId as string, orderId: orderId as string, intent, bowls, parcelId }
  }
  type Placed = Awaited<ReturnType<typeof partlySent>>

  const giveBack = async ({ orderId, bowls }: Placed) =>
    await call(who.seller, ofShop(orderId, 'refunds'), { reason: 'ของหมด', lines: bowls })
  const drop = async ({ orderId }: Placed, as: { email: string } = who.operator) =>
    await call(as, `/admin/orders/${orderId}/drop-rest`)
  it('goes back also when it was a gift of its shop: nothing is paid out, and the order goes on', async () => {
    const placed = await partlySent({ gift: true })
    const back = await giveBack(placed)
    expect([back.status, back.body.amountSatang]).toEqual([201, 0])
    expect((await sound(placed)).status).toBe('shipped')
    await passDays(30, 10)
    expect((await sound(placed)).status).toBe('completed')
  })

  describe('is dropped by an operator where nothing can go back', () => {
    it('of a cash order, which then goes on and arrives by itself', async () => {
      const placed = await partlySent({ cash: true })
      const refused = await giveBack(placed)
      expect([refused.status, refused.body.code]).toEqual([409, 'transition_refused'])
      const dropped = await drop(placed)
      expect(dropped.status, JSON.stringify(dropped.body)).toBe(200)
      expect(dropped.body).toMatchObject({
        orderId: placed.orderId,
        parcels: [{ id: placed.parcelId }],
      })
      const now = await sound(placed)
      expect([now.status, now.dueAt === null]).toEqual(['shipped', false])
      const move = now.history.find(({ event }) => event === 'rest_dropped')
      expect(move).toMatchObject({ actor: 'operator', fromStatus: 'processed' })
      expect(move?.byUserId).not.toBeNull()
      expect((await drop(placed)).status).toBe(409)
      const late = await call(who.seller, ofShop(placed.orderId, 'parcels'), {
        trackingNumber: someNumber(),
      })
      expect(late.status).toBe(409)
      await passDays(30)
      expect((await sound(placed)).status).toBe('delivered')
    })

    it('of an order whose money a bank took, which completes with what is left (PW8)', async () => {
      const [market, placed] = [theMarket(), await partlySent()]
      const opened = await market.control(`/payment_intents/${placed.intent}/dispute`, {})
      const { id } = (await opened.json()) as { id: string }
      await market.deliver()
      await market.control(`/disputes/${id}/lose`)
      await market.deliver()
      expect((await giveBack(placed)).body.code).toBe('transition_refused')
      const arrived = await call(who.operator, `/admin/parcels/${placed.parcelId}/delivered`)
      expect(arrived.status).toBe(200)
      expect((await drop(placed)).status).toBe(200)
      expect((await sound(placed)).status).toBe('delivered')
      await passDays(30)
      const { status, entries } = await sound(placed)
      const escrow = entries.filter(({ account }) => account === 'buyer_escrow')
      expect([status, escrow.reduce((sum, { amountSatang }) => sum + amountSatang, 0)]).toEqual([
        ...['completed', 0],
      ])
    })

    it('and nowhere else: not of what can be refunded, nor by its shop', async () => {
      const placed = await partlySent()
      const refused = await drop(placed)
      expect([refused.status, refused.body.code]).toEqual([409, 'transition_refused'])
      expect((await drop(placed, who.seller)).status).toBe(403)
      expect((await call(who.operator, `/admin/orders/${newId('ord')}/drop-rest`)).status).toBe(404)
      expect((await sound(placed)).status).toBe('processed')
    })
  })
})
