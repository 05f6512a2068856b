import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { toldOn } from '#test/support/channel.ts'
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

  it('tells the open pages of each side of what is new to it, once for each change', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const { userId } = (await desk.talk(id)) ?? { userId: '' }
    const talks = async (user: string) =>
      (await toldOn('INBOXES', user)).flatMap((event) =>
        event.kind === 'talk' && event.roomId === id ? [[event.side, event.unread]] : [],
      )
    const path = `/chat/rooms/${id}/messages`
    await as(shopper).post(path, words('มีสีแดงไหมคะ'))
    await copied(id)
    await copied(id)
    expect(await talks(desk.seller().userId)).toEqual([['shop', 1]])
    await as(desk.seller()).post(path, words('มีค่ะ'))
    await Promise.all([copied(id), copied(id)])
    expect(await talks(userId)).toEqual([
      ['shopper', 0],
      ['shopper', 1],
    ])
    await as(shopper).post(`/chat/rooms/${id}/read`, { seq: 2 })
    await copied(id)
    expect((await talks(userId)).at(-1)).toEqual(['shopper', 0])
  })

  it('that broke off after it was written asks again who of it is to be forgotten', async () => {
    const { id } = await roomOf(await makeShopper(theMarket()))
    const said = await as(desk.seller()).post(`/chat/rooms/${id}/messages`, words('มีค่ะ'))
    await copied(id)
    const by = async () => (await room(id).page({ limit: 1 }))[0]?.event.by
    expect(await by()).toMatchObject({ id: desk.seller().userId })
    const { chatErasures, conversations: c } = open().tables
    // Somebody asked meanwhile, and found no room: the copy had not said yet that it knows this one.
    await open().update(c).set({ lastSeq: 0, changes: 0 }).where(eq(c.id, id))
    const askedAt = new Date(Date.parse(said.body.at) + 1)
    const asked = { id: newId('ers'), userId: desk.seller().userId, askedAt, doneAt: askedAt }
    await open().insert(chatErasures).values(asked)
    await copied(id)
    expect(await by()).toBeUndefined()
  })
})
