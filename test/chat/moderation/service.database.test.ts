import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeEachMarket } from '#test/support/market.ts'
import { makeOperator, makeShopper } from '#test/support/shopper.ts'
import { chatDesk, type Listed, words } from '../desk.ts'

describeEachMarket('What goes wrong in a talk', (theMarket, open) => {
  const desk = chatDesk(theMarket, open)
  const { as, roomOf } = desk

  it('tells operators what somebody found wrong, and keeps who read it and why', async () => {
    const shopper = await makeShopper(theMarket())
    const operator = await makeOperator(theMarket(), open())
    const { id } = await roomOf(shopper)
    await as(desk.seller()).post(`/chat/rooms/${id}/messages`, words('โง่จริง'))
    const said = { reason: 'rude', seq: 1, note: 'พูดไม่ดี' }
    const report = await as(shopper).post(`/chat/rooms/${id}/reports`, said)
    expect([report.status, report.body.by]).toEqual([201, 'shopper'])
    expect(report.body.said).toEqual({ type: 'text', text: 'โง่จริง' })
    const wrong = await as(shopper).post(`/chat/rooms/${id}/reports`, { ...said, seq: 2 })
    expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([400, 'seq'])
    const open_ = await as(operator).get('/admin/chat/reports?limit=100')
    expect(open_.body.items.map((one: Listed) => one.id)).toContain(report.body.id)
    const read = await as(operator).get(
      `/admin/chat/rooms/${id}/messages?reason=${encodeURIComponent('ตามรายงาน')}`,
    )
    expect(read.body.items[0].by.id).toBe(desk.seller().userId)
    const { chatOversights: t } = open().tables
    const rows = await open().select().from(t).where(eq(t.conversationId, id))
    expect(rows.map(({ reason }) => reason)).toEqual(['ตามรายงาน'])
    expect((await as(operator).get(`/admin/chat/rooms/${id}/messages`)).status).toBe(400)
    const close = `/admin/chat/reports/${report.body.id}/close`
    const closed = (await as(operator).post(close, {})).body
    expect([closed.status, closed.said]).toEqual(['closed', undefined])
    expect((await as(operator).post(close, {})).body.code).toBe('transition_refused')
  })
})
