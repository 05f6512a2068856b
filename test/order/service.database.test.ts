import { expect, it } from 'vitest'
import { newSecret } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAt, stallOf } from '#test/support/payer.ts'
import { makeShopper, order } from '#test/support/shopper.ts'

describeEachMarket('Reading orders', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  it('lists them newest first under the tab they belong to, page by page', async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const cloth = await makeProduct(db, shop)
    const shopper = await makeShopper(market)
    const wants = [{ product: cloth, shop }]
    const unpaid = await order(market, shopper, wants)
    const cash = await order(market, shopper, wants, { provider: 'cod', method: 'cash' })
    const ids = async (query: string) => {
      const page = await market.call('GET', `/orders?${query}`, { token: shopper.token })
      expect(page.status, JSON.stringify(page.body)).toBe(200)
      return {
        ids: page.body.items.map(({ id }: { id: string }) => id),
        next: page.body.nextCursor,
      }
    }
    const [first, second] = [cash, unpaid].map((placed) => placed.body.orderGroup.orders[0].id)
    expect((await ids('')).ids).toEqual([first, second])
    expect((await ids('tab=to-pay')).ids).toEqual([second])
    expect((await ids('tab=to-ship')).ids).toEqual([first])
    for (const tab of ['to-receive', 'completed', 'cancelled', 'returns']) {
      expect((await ids(`tab=${tab}`)).ids).toEqual([])
    }
    const page = await ids('limit=1')
    expect(page.ids).toEqual([first])
    expect((await ids(`limit=1&cursor=${page.next}`)).ids).toEqual([second])
  })

  it('tells what happened to one, in the language asked for', async () => {
    const market = theMarket()
    const { shop, shopper } = await stall()
    const placed = await placeAt(market, await stall())
    const read = await market.call('GET', `/orders/${placed.orderId}`, {
      token: shopper.token,
      headers: { 'accept-language': 'en' },
    })
    expect(read.body).toMatchObject({
      status: 'pending_payment',
      paymentStatus: 'pending_payment',
      shop: { name: shop.nameEn },
      shipping: { name: 'Standard', estimate: '2–4 days' },
      history: [{ event: 'placed', status: 'pending_payment' }],
    })
  })

  it('Z5: answers for the order of another as for one that is not there', async () => {
    const market = theMarket()
    const placed = await placeAt(market, await stall())
    const stranger = await makeShopper(market)
    const ways = [{ token: stranger.token }, { orderToken: newSecret() }, {}]
    for (const path of [`/orders/${placed.orderId}`, `/order-groups/${placed.groupId}`]) {
      for (const way of ways) {
        const foreign = await market.call('GET', path, way)
        const absent = await market.call('GET', `${path.slice(0, -4)}zzzz`, way)
        expect([foreign.status, foreign.body.code]).toEqual([404, 'not_found'])
        expect([absent.status, absent.body.code]).toEqual([404, 'not_found'])
      }
    }
  })
})
