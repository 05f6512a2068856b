import { expect, it } from 'vitest'
import { DAY_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper } from '#test/support/shopper.ts'

describeEachMarket('Notifications', (theMarket, open) => {
  const shopper = async () => {
    const { token } = await makeShopper(theMarket())
    const { id } = (await theMarket().call('GET', '/me', { token })).body.user
    return { token, id: id as string }
  }
  /** Tells somebody of so many paid orders; the ids, newest first. */
  const tell = async (userId: string, count: number, createdAt = theMarket().clock.now()) => {
    const rows = Array.from({ length: count }, (_, n) => ({
      ...{ id: newId('ntf'), userId, messageKey: newId('msg'), topic: 'orders' as const },
      ...{ kind: 'order_paid', params: { number: `TL-${n}`, totalSatang: 123_400 } },
      ...{ link: '/order-groups/grp_1', createdAt, readAt: null },
    }))
    for (const row of rows) await open().insert(open().tables.notifications).values(row)
    return rows.map(({ id }) => id).reverse()
  }
  const list = async (token: string, query = '', language = 'th') =>
    await theMarket().call('GET', `/me/notifications${query}`, {
      token,
      headers: { 'accept-language': language },
    })
  const read = async (token: string, body: object) =>
    await theMarket().call('POST', '/me/notifications/read', { token, body })
  const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id)

  it('are listed newest first, in the language of whoever reads them', async () => {
    const { token, id } = await shopper()
    const ids = await tell(id, 3)
    const thai = await list(token)
    expect(idsOf(thai)).toEqual(ids)
    expect(thai.body.items[0].title).toBe('จ่ายคำสั่งซื้อ TL-2 แล้ว')
    const english = await list(token, '', 'en')
    expect(english.body.items[0]).toMatchObject({
      ...{ topic: 'orders', kind: 'order_paid', title: 'Order TL-2 is paid' },
      ...{ body: 'We have your ฿1,234. The shops are packing.', link: '/order-groups/grp_1' },
    })
    expect(english.body.unread).toBe(3)
  })

  it('come a page at a time, in one round trip whatever the page', async () => {
    const { token, id } = await shopper()
    const ids = await tell(id, 5)
    const first = await list(token, '?limit=2')
    const second = await list(token, `?limit=2&cursor=${first.body.nextCursor}`)
    const third = await list(token, `?limit=2&cursor=${second.body.nextCursor}`)
    expect([first, second, third].flatMap(idsOf)).toEqual(ids)
    expect(third.body.nextCursor).toBeNull()
    expect([first.trips, second.trips]).toEqual([1, 1])
  })

  it('are read by their ids or until a moment, and nobody reads another’s', async () => {
    const [mine, other] = [await shopper(), await shopper()]
    const [newest = '', ...older] = await tell(mine.id, 4)
    const [foreign = ''] = await tell(other.id, 1)
    expect((await read(mine.token, { ids: [newest, foreign] })).body).toEqual({ unread: 3 })
    expect((await list(other.token)).body.unread).toBe(1)
    const { body } = await list(mine.token)
    expect(body.items.filter((one: { readAt?: string }) => one.readAt).length).toBe(1)
    const before = new Date(theMarket().clock.now().getTime() + 1).toISOString()
    expect((await read(mine.token, { before })).body).toEqual({ unread: 0 })
    expect(older).toHaveLength(3)
    expect((await list(other.token)).body.unread).toBe(1)
  })

  it('that are unread are counted to a hundred and no further', async () => {
    const { token, id } = await shopper()
    await tell(id, 103)
    expect((await list(token, '?limit=1')).body.unread).toBe(100)
    const counted = await theMarket().call('GET', '/me/notifications/unread', { token })
    expect([counted.body, counted.trips]).toEqual([{ unread: 100 }, 1])
  })

  it('of a kind that is no longer told of do no harm', async () => {
    const { token, id } = await shopper()
    await tell(id, 1)
    const { notifications } = open().tables
    await open().update(notifications).set({ kind: 'of_old' })
    expect((await list(token)).body.items[0]).toMatchObject({ title: 'of_old', body: '' })
  })

  it('are forgotten after half a year', async () => {
    const { token, id } = await shopper()
    const now = theMarket().clock.now().getTime()
    const { keepNotificationMs } = SETTINGS.notification
    await tell(id, 1, new Date(now - keepNotificationMs - DAY_MS))
    const [kept] = await tell(id, 1, new Date(now - keepNotificationMs + DAY_MS))
    await theMarket().jobs()
    expect(idsOf(await list(token))).toEqual([kept])
  })
})
