import { beforeAll, expect, it } from 'vitest'
import { encodeCursor } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import {
  makeOperator,
  makeSeller,
  makeShopper,
  type Seller,
  type Shopper,
} from '#test/support/shopper.ts'
import { listen } from '#test/support/statements.ts'

/** No list of talks, notifications or operators reads a whole table, or sorts by hand. */
describeEachMarket('Query plans of what people are told', (theMarket, open) => {
  let statements: ReturnType<typeof listen>
  let shop: Awaited<ReturnType<typeof makeShop>>
  let seller: Seller
  let shopper: Shopper
  beforeAll(async () => {
    statements = listen(theMarket())
    shop = await makeShop(open())
    seller = await makeSeller(theMarket(), open(), shop.id)
    shopper = await makeShopper(theMarket())
  })

  const ok = async (method: string, path: string, token: string, body?: unknown) => {
    const answer = await theMarket().call(method, path, { token, ...(body ? { body } : {}) })
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
    return answer.body
  }
  const get = async (path: string, token: string) => await ok('GET', path, token)
  const later = (sort: string) => `cursor=${encodeCursor(sort, { value: 5, id: newId('evt') })}`

  it('talks: opened, said, copied, listed and searched by both sides', async () => {
    const found = await statements.offences(async () => {
      const { id } = await ok('POST', '/chat/rooms', shopper.token, { shopId: shop.id })
      const words = { type: 'text', clientId: newId('req'), text: 'มีสีแดงไหมคะ' }
      await ok('POST', `/chat/rooms/${id}/messages`, shopper.token, words)
      const services = theMarket().services()
      await services.chat().copy.follow(id)
      await services.close()
      await get(`/chat/rooms/${id}`, shopper.token)
      await get(`/chat/rooms/${id}/messages`, shopper.token)
      const desk = `/seller/shops/${shop.id}/chat`
      await get(desk, seller.token)
      for (const unread of ['', 'unread=true&', 'unread=false&']) {
        const which = unread === '' ? 'all' : unread.slice(7, -1)
        await get(`/chat/rooms?${unread}`, shopper.token)
        await get(`/chat/rooms?${unread}${later(`chat:shopper:${which}`)}`, shopper.token)
        await get(`${desk}/rooms?${unread}`, seller.token)
        await get(`${desk}/rooms?${unread}${later(`chat:shop:${which}`)}`, seller.token)
      }
      await ok('POST', `/chat/rooms/${id}/reports`, shopper.token, { reason: 'spam' })
    })
    expect(found).toEqual([])
  })

  it('notifications: listed, read and forgotten', async () => {
    const found = await statements.offences(async () => {
      await get('/me/notifications', shopper.token)
      await get(`/me/notifications?${later('notifications')}`, shopper.token)
      const before = new Date().toISOString()
      await ok('POST', '/me/notifications/read', shopper.token, { before })
      await get('/me/notification-preferences', shopper.token)
      await get('/me/devices', shopper.token)
    })
    expect(found).toEqual([])
  })

  it('what operators see: the feed by each topic, reports and dead letters', async () => {
    const { token } = await makeOperator(theMarket(), open())
    const found = await statements.offences(async () => {
      for (const topic of ['', 'order', 'webhook', 'break', 'dead_letter', 'report']) {
        const query = topic === '' ? '' : `topic=${topic}&`
        await get(`/admin/feed?${query}`, token)
        await get(`/admin/feed?${query}${later(`operator-events:${topic || 'all'}`)}`, token)
      }
      for (const status of ['open', 'closed']) {
        await get(`/admin/chat/reports?status=${status}`, token)
        const next = `/admin/chat/reports?status=${status}&${later(`chat-reports:${status}`)}`
        await get(next, token)
      }
      for (const replayed of ['all', 'true', 'false']) {
        const query = replayed === 'all' ? '' : `replayed=${replayed}&`
        await get(`/admin/dead-letters?${query}`, token)
        await get(`/admin/dead-letters?${query}${later(`dead-letters:${replayed}`)}`, token)
      }
    }, ['operator_events', 'dead_letters'])
    expect(found).toEqual([])
  })
})
