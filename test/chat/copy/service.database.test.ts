import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper } from '#test/support/shopper.ts'
import { chatDesk, room, words } from '../desk.ts'

describeEachMarket('The database’s copy of a talk', (theMarket, open) => {
  const desk = chatDesk(theMarket, open)
  const { as, roomOf, copied } = desk

  it('is copied whole, whatever comes twice, late or out of turn, and the room told (Q2, R1)', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const path = `/chat/rooms/${id}/messages`
    for (let n = 1; n <= 25; n += 1) await as(shopper).post(path, words(`ที่ ${n}`))
    await Promise.all([copied(id), copied(id), copied(id)])
    await as(desk.seller()).post(path, words('ขอบคุณค่ะ'))
    await Promise.all([copied(id), copied(id)])
    const { chatMessages: t, conversations: c } = open().tables
    const rows = await open().select().from(t).where(eq(t.conversationId, id))
    expect(rows.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 26 }, (_, n) => n + 1),
    )
    const [row] = await open().select().from(c).where(eq(c.id, id))
    const head = await room(id).head()
    expect([row?.lastSeq, row?.lastText, row?.changes]).toEqual([26, 'ขอบคุณค่ะ', head.changes])
  })
})
