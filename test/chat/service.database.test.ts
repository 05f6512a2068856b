import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeSeller, makeShopper, order } from '#test/support/shopper.ts'
import { chatDesk, type Listed, room, type Said, words } from './desk.ts'

describeEachMarket('A talk of a shopper and a shop', (theMarket, open) => {
  const desk = chatDesk(theMarket, open)
  const { as, roomOf, copied } = desk

  it('is one, whoever opens it how often, also at once', async () => {
    const shopper = await makeShopper(theMarket())
    const opened = await Promise.all([1, 2, 3, 4].map(async () => await roomOf(shopper)))
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
    expect(opened[0]).toMatchObject({ side: 'shopper', last: null, unread: 0, about: null })
    expect(opened[0].shop.id).toBe(desk.shop().id)
  })

  it('is heard by both sides in one order, and listed with its newest words and what is new', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const path = `/chat/rooms/${id}/messages`
    expect((await as(shopper).post(path, words('มีสีครามไหมคะ'))).body.seq).toBe(1)
    expect((await as(desk.seller()).post(path, words('มีค่ะ'))).body.seq).toBe(2)
    await copied(id)
    const mine = await as(shopper).get(path)
    expect(mine.body.newestSeq).toBe(2)
    expect(mine.body.items.map(({ seq, from, body }: Said) => [seq, from, body.text])).toEqual([
      [1, 'shopper', 'มีสีครามไหมคะ'],
      [2, 'shop', 'มีค่ะ'],
    ])
    expect(mine.body.items[1]).not.toHaveProperty('by')
    const theirs = await as(desk.seller()).get(path)
    expect(theirs.body.items[1].by.id).toBe(desk.seller().userId)
    const list = await as(shopper).get('/chat/rooms')
    expect(list.body.unreadRooms).toBe(1)
    expect((await as(shopper).get('/chat/unread')).body).toEqual({ unreadRooms: 1 })
    expect(list.body.items[0]).toMatchObject({
      ...{ id, unread: 1, lastSeq: 2, last: { from: 'shop', type: 'text', text: 'มีค่ะ' } },
    })
    const ofShop = await as(desk.seller()).get(
      `/seller/shops/${desk.shop().id}/chat/rooms?unread=false`,
    )
    expect(ofShop.body.items.map((one: Listed) => one.id)).toContain(id)
    expect(ofShop.body.items.find((one: Listed) => one.id === id).shopper.name).not.toBe('')
    expect((await as(shopper).post(`/chat/rooms/${id}/read`, { seq: 2 })).status).toBe(204)
    await copied(id)
    expect((await as(shopper).get('/chat/rooms?unread=true')).body).toMatchObject({
      ...{ items: [], unreadRooms: 0 },
    })
    expect((await as(desk.seller()).get(`/chat/rooms/${id}`)).body.read).toEqual({
      shopper: 2,
      shop: 2,
    })
  })

  it('has one message for one client id, over the API as over a socket (R4)', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const said = words('สวัสดีค่ะ')
    const path = `/chat/rooms/${id}/messages`
    const answers = await Promise.all(
      [1, 2, 3].map(async () => (await as(shopper).post(path, said)).body.seq),
    )
    expect(answers).toEqual([1, 1, 1])
    expect((await as(shopper).get(path)).body.items).toHaveLength(1)
  })

  it('is nobody else’s: another shopper, another shop and nobody at all find nothing (Z1)', async () => {
    const [shopper, stranger] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const other = await makeShop(open())
    const rival = await makeSeller(theMarket(), open(), other.id)
    const { id } = await roomOf(shopper)
    await as(shopper).post(`/chat/rooms/${id}/messages`, words('ความลับ'))
    for (const who of [stranger, rival]) {
      const tried = [
        await as(who).get(`/chat/rooms/${id}`),
        await as(who).get(`/chat/rooms/${id}/messages`),
        await as(who).post(`/chat/rooms/${id}/messages`, words('แทรก')),
        await as(who).post(`/chat/rooms/${id}/read`, { seq: 1 }),
        await as(who).post(`/chat/rooms/${id}/block`, { blocked: true }),
        await as(who).post(`/chat/rooms/${id}/reports`, { reason: 'spam' }),
        await as(who).post('/live/tickets', { channel: `chat:${id}` }),
      ]
      expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 404))
    }
    expect((await theMarket().call('GET', `/chat/rooms/${id}`)).status).toBe(401)
    expect((await as(rival).get(`/seller/shops/${desk.shop().id}/chat/rooms`)).status).toBe(404)
    expect((await as(shopper).get(`/admin/chat/rooms/${id}/messages?reason=x`)).status).toBe(403)
    const ticket = await as(desk.seller()).post('/live/tickets', { channel: `chat:${id}` })
    expect([ticket.status, ticket.body.url]).toEqual([201, `/api/live/chat:${id}`])
    expect((await room(id).page({ limit: 9 })).map(({ event }) => event.body)).toEqual([
      { type: 'text', text: 'ความลับ' },
    ])
  })

  it('is not opened by a shop with itself, nor about things of others', async () => {
    const [db, market] = [open(), theMarket()]
    const shopper = await makeShopper(market)
    expect((await as(desk.seller()).post('/chat/rooms', { shopId: desk.shop().id })).status).toBe(
      403,
    )
    expect((await as(shopper).post('/chat/rooms', { shopId: newId('shp') })).status).toBe(404)
    const elsewhere = await makeProduct(db, await makeShop(db))
    const foreign = await as(shopper).post('/chat/rooms', {
      shopId: desk.shop().id,
      about: { type: 'product', productId: elsewhere.id },
    })
    expect([foreign.status, foreign.body.errors?.[0]?.path]).toEqual([400, 'about.productId'])
    const own = await makeProduct(db, desk.shop(), { priceSatang: 35_900 })
    const other = await makeShopper(market)
    const placed = await order(market, other, [{ product: own, shop: desk.shop() }])
    const orderId = placed.body.orderGroup.orders[0].id
    const theirs = await as(shopper).post('/chat/rooms', {
      shopId: desk.shop().id,
      about: { type: 'order', orderId },
    })
    expect([theirs.status, theirs.body.errors?.[0]?.path]).toEqual([400, 'about.orderId'])
    const { id, about } = await roomOf(shopper, { about: { type: 'product', productId: own.id } })
    expect(about).toMatchObject({ type: 'product', productId: own.id, priceSatang: 35_900 })
    const card = { type: 'product', clientId: newId('req'), productId: own.id }
    expect((await as(shopper).post(`/chat/rooms/${id}/messages`, card)).status).toBe(201)
    const talk = await roomOf(other, { about: { type: 'order', orderId } })
    expect(talk.about).toMatchObject({ type: 'order', orderId })
    const shown = { type: 'order', clientId: newId('req'), orderId }
    expect((await as(desk.seller()).post(`/chat/rooms/${talk.id}/messages`, shown)).status).toBe(
      201,
    )
  })

  it('takes nothing that leads past the market, and nothing once one side has had enough', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const path = `/chat/rooms/${id}/messages`
    const leak = await as(shopper).post(path, words('โทร 081 234 5678'))
    expect([leak.status, leak.body.code]).toEqual([422, 'contact_leak'])
    const blocked = await as(shopper).post(`/chat/rooms/${id}/block`, { blocked: true })
    expect(blocked.body.blocked).toEqual({ shopper: true, shop: false })
    const late = await as(desk.seller()).post(path, words('ลดให้ค่ะ'))
    expect([late.status, late.body.code]).toEqual([409, 'chat_blocked'])
    await copied(id)
    expect((await as(desk.seller()).get(`/chat/rooms/${id}`)).body.blocked.shopper).toBe(true)
  })

  it('is found by its words, in any letters, by its own sides alone', async () => {
    const [shopper, stranger] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const { id } = await roomOf(shopper)
    await as(shopper).post(`/chat/rooms/${id}/messages`, words('ชุด Celadon 100% สีคราม'))
    await copied(id)
    const found = async (who: { token: string }, path: string) => {
      const { body } = await as(who).get(path)
      return body.items.map((one: Listed) => [one.room.id, one.seq])
    }
    const q = (text: string) => `q=${encodeURIComponent(text)}`
    expect(await found(shopper, `/chat/messages?${q('celaDON')}`)).toEqual([[id, 1]])
    expect(await found(shopper, `/chat/messages?${q('สีคราม')}`)).toEqual([[id, 1]])
    expect(await found(shopper, `/chat/messages?${q('100%')}`)).toEqual([[id, 1]])
    expect(await found(shopper, `/chat/messages?${q('10_%')}`)).toEqual([])
    expect(await found(stranger, `/chat/messages?${q('celadon')}`)).toEqual([])
    const ofShop = `/seller/shops/${desk.shop().id}/chat/messages?${q('celadon')}`
    expect(await found(desk.seller(), ofShop)).toContainEqual([id, 1])
  })

  it('asks the database a constant number of questions, whatever there is', async () => {
    const shopper = await makeShopper(theMarket())
    const many = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const other = await makeShop(open())
        await as(shopper).post('/chat/rooms', { shopId: other.id })
      }
    }
    await many(1)
    const few = await as(shopper).get('/chat/rooms?limit=50')
    await many(6)
    const more = await as(shopper).get('/chat/rooms?limit=50')
    expect(more.body.items).toHaveLength(7)
    expect(more.trips).toBe(few.trips)
  })

  it('is told by the room itself: what was read or blocked a moment ago is so at once', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    await as(shopper).post(`/chat/rooms/${id}/messages`, words('ทันทีไหมคะ'))
    await as(desk.seller()).post(`/chat/rooms/${id}/read`, { seq: 1 })
    const blocked = await as(desk.seller()).post(`/chat/rooms/${id}/block`, { blocked: true })
    expect(blocked.body.lastSeq).toBe(1)
    expect((await as(shopper).get(`/chat/rooms/${id}`)).body).toMatchObject({
      ...{ lastSeq: 1, read: { shopper: 1, shop: 1 }, blocked: { shopper: false, shop: true } },
      last: { text: 'ทันทีไหมคะ' },
    })
  })

  it('is begun with so many further shops in an hour, and no more; the known ones stay open', async () => {
    const [shopper, other] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const { newRoomsAnHour } = SETTINGS.chat
    const shops: string[] = []
    for (let n = 0; n <= newRoomsAnHour; n += 1) shops.push((await makeShop(open())).id)
    const begin = async (shopId = '', who = shopper) =>
      await as(who).post('/chat/rooms', { shopId })
    for (const shopId of shops.slice(0, newRoomsAnHour)) {
      expect((await begin(shopId)).status).toBe(201)
    }
    const late = await begin(shops[newRoomsAnHour])
    expect([late.status, late.body.code]).toEqual([429, 'rate_limited'])
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(3000)
    expect((await begin(shops[0])).status).toBe(201)
    expect((await begin(shops[newRoomsAnHour], other)).status).toBe(201)
  })
})
