import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { DAY_MS } from '#src/common/clock.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper } from '#test/support/shopper.ts'
import { chatDesk, words } from '../desk.ts'

describeEachMarket('How soon a shop answers', (theMarket, open) => {
  const desk = chatDesk(theMarket, open)
  const { as, roomOf, copied } = desk

  it('is counted once for each first question, however often it is copied, and told rounded (Q2)', async () => {
    const pace = `/seller/shops/${desk.shop().id}/chat/pace`
    expect((await as(desk.seller()).get(pace)).body).toEqual({
      ...{ waits: 0, inTime: 0, medianMinutes: null },
    })
    const first = await makeShopper(theMarket())
    const told = async (id: string) => (await as(first).get(`/chat/rooms/${id}`)).body.answersWithin
    const { id } = await roomOf(first)
    for (let n = 0; n < 5; n += 1) {
      const shopper = n === 0 ? first : await makeShopper(theMarket())
      const talk = n === 0 ? id : (await roomOf(shopper)).id
      const path = `/chat/rooms/${talk}/messages`
      await as(shopper).post(path, words('มีของไหมคะ'))
      await as(shopper).post(path, words('สีครามค่ะ'))
      await copied(talk)
      expect(await told(id)).toBeUndefined()
      await as(desk.seller()).post(path, words('มีค่ะ'))
      await as(desk.seller()).post(path, words('ส่งพรุ่งนี้'))
      await Promise.all([copied(talk), copied(talk)])
    }
    const counted = await as(desk.seller()).get(pace)
    expect(counted.body).toEqual({ waits: 5, inTime: 5, medianMinutes: expect.any(Number) })
    expect(counted.body.medianMinutes).toBeLessThanOrEqual(1)
    expect(await told(id)).toBe('minutes')
    expect((await as(desk.seller()).get(`/chat/rooms/${id}`)).body.answersWithin).toBeUndefined()
    expect((await as(first).get(pace)).status).toBe(404)
  })

  it('asks the database as often for many as for few, and forgets what is long ago', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const { chatWaits: t } = open().tables
    const shopId = desk.shop().id
    const pace = `/seller/shops/${shopId}/chat/pace`
    const few = (await as(desk.seller()).get(pace)).trips
    for (let seq = 1000; seq < 1300; seq += 1) {
      const askedAt = new Date(Date.now() - seq * 1000)
      await open().insert(t).values({ conversationId: id, seq, shopId, askedAt, answeredAt: null })
    }
    expect((await as(desk.seller()).get(pace)).trips).toBe(few)
    theMarket().pass(31 * DAY_MS)
    await theMarket().jobs()
    expect(await open().select().from(t).where(eq(t.conversationId, id))).toEqual([])
  })
})
