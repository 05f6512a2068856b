import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper, order } from '#test/support/shopper.ts'
import { chatDesk } from '../desk.ts'

describeEachMarket('A card in a talk', (theMarket, open) => {
  const desk = chatDesk(theMarket, open)
  const { as, roomOf } = desk

  it('shows what the two may speak of, sent by either, and nothing of others', async () => {
    const [shopper, other] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const own = await makeProduct(open(), desk.shop(), { priceSatang: 35_900 })
    const elsewhere = await makeProduct(open(), await makeShop(open()))
    const placed = await order(theMarket(), shopper, [{ product: own, shop: desk.shop() }])
    const orderId = placed.body.orderGroup.orders[0].id
    const [mine, theirs] = [(await roomOf(shopper)).id, (await roomOf(other)).id]
    const show = async (who: { token: string }, id: string, card: object) =>
      await as(who).post(`/chat/rooms/${id}/messages`, { clientId: newId('req'), ...card })

    for (const who of [shopper, desk.seller()]) {
      const product = await show(who, mine, { type: 'product', productId: own.id })
      expect(product.body.body).toMatchObject({ productId: own.id, priceSatang: 35_900 })
      const shown = await show(who, mine, { type: 'order', orderId })
      expect(shown.body.body).toMatchObject({ type: 'order', orderId })
      const foreign = await show(who, mine, { type: 'product', productId: elsewhere.id })
      expect([foreign.status, foreign.body.errors?.[0]?.path]).toEqual([400, 'productId'])
    }
    for (const who of [other, desk.seller()]) {
      const foreign = await show(who, theirs, { type: 'order', orderId })
      expect([foreign.status, foreign.body.errors?.[0]?.path]).toEqual([400, 'orderId'])
    }
  })
})
