import { expect, it } from 'vitest'
import { makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeSeller, makeShopper } from '#test/support/shopper.ts'
import { chatDesk, type Said, words } from '../desk.ts'

describeEachMarket('A talk with a shop that is closed', (theMarket, open) => {
  const { as } = chatDesk(theMarket, open)

  it('is answered for a closed shop as its owner says, and each word of it has one writer', async () => {
    const market = theMarket()
    const own = await makeShop(open())
    const owner = await makeSeller(market, open(), own.id)
    const path = `/seller/shops/${own.id}/chat`
    const put = async (body: object) => await market.call('PUT', path, { token: owner.token, body })
    expect((await as(owner).get(path)).body).toEqual({
      ...{ hours: [], awayText: null, quickReplies: [], version: 0 },
    })
    const day = new Date(Date.now() + 3 * 86_400_000).getUTCDay()
    const said = {
      ...{ hours: [{ day, fromMinute: 600, toMinute: 601 }], awayText: 'ตอบพรุ่งนี้ค่ะ' },
      ...{ quickReplies: ['มีของพร้อมส่งค่ะ'], version: 0 },
    }
    const both = await Promise.all([put(said), put(said)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const shopper = await makeShopper(market)
    const { id } = (await as(shopper).post('/chat/rooms', { shopId: own.id })).body
    await as(shopper).post(`/chat/rooms/${id}/messages`, words('ยังมีของไหมคะ'))
    const { body } = await as(shopper).get(`/chat/rooms/${id}/messages`)
    expect(body.items.map((one: Said) => [one.from, one.body.type])).toEqual([
      ['shopper', 'text'],
      ['market', 'away'],
    ])
  })
})
