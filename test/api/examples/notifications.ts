import { newId } from '#src/common/id.ts'
import { makeProduct, someToken } from '#test/support/make.ts'
import { asShopper, type World } from '../world.ts'
import { type Example, mine, own, plain, someAccount } from './example.ts'

const userIdOf = async ({ market }: World, token: string): Promise<string> =>
  (await market.call('GET', '/me', { token })).body.user.id

/** Something that the shopper was told. */
async function someNotification(world: World): Promise<string> {
  const { db, shopper } = world
  const id = newId('ntf')
  await db.insert(db.tables.notifications).values({
    ...{ id, userId: await userIdOf(world, shopper.token), messageKey: id, topic: 'orders' },
    ...{ kind: 'order_paid', params: { number: 'TL-1', totalSatang: 100 }, link: '/orders' },
    ...{ createdAt: new Date(), readAt: null },
  })
  return id
}

const BROWSER = {
  kind: 'web_push',
  endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
  keys: { p256dh: `B${'x'.repeat(86)}`, auth: 'x'.repeat(22) },
}

const aPrice = ({ product }: World) => ({ kind: 'price_drop', productId: product.id })

export const NOTIFICATIONS: Record<string, readonly Example[]> = {
  'GET /api/me/notifications': [
    {
      make: async (world) => {
        for (let n = 0; n < 2; n += 1) await someNotification(world)
        const headers = asShopper(world.shopper)
        const page = await world.market.call('GET', '/me/notifications?limit=1', { headers })
        return plain({
          headers,
          query: [
            ['limit', '1'],
            ['cursor', page.body.nextCursor],
          ],
        })
      },
    },
  ],
  'GET /api/me/notifications/unread': [mine(() => ({}))],
  'POST /api/me/notifications/read': [
    {
      make: async (world) => await own(world, { body: { ids: [await someNotification(world)] } }),
      again: true,
    },
    mine(() => ({ body: { before: '2026-01-01T00:00:00Z' } })),
  ],
  'GET /api/me/notification-preferences': [mine(() => ({}))],
  'PUT /api/me/notification-preferences': [
    mine(() => ({
      body: {
        locale: 'en',
        quietHours: { from: 1320, to: 420 },
        digest: { every: 'daily', topics: ['prices'] },
        choices: [{ topic: 'orders', channel: 'sms', enabled: true }],
      },
    })),
  ],
  'POST /api/unsubscribe': [
    {
      make: async (world) => {
        const services = world.market.services()
        const id = await userIdOf(world, world.shopper.token)
        const token = await services.user().preferences.unsubscribeToken(id, 'shop')
        await services.close()
        return plain({ query: [['token', token]] })
      },
    },
  ],
  'GET /api/me/watches': [mine(({ product }) => ({ query: [['productId', product.id]] }))],
  'PUT /api/me/watches': [
    mine((world) => ({ body: aPrice(world) })),
    {
      make: async (world) => {
        const { db, shop } = world
        const { variantId } = await makeProduct(db, shop, { stock: 0 })
        return await own(world, { body: { kind: 'back_in_stock', variantId } })
      },
      again: true,
    },
  ],
  'DELETE /api/me/watches/{id}': [
    {
      make: async (world) => {
        const headers = asShopper(await someAccount(world))
        const body = aPrice(world)
        const kept = await world.market.call('PUT', '/me/watches', { headers, body })
        return plain({ headers, path: { id: kept.body.id } })
      },
    },
  ],
  'GET /api/me/push-ways': [mine(() => ({}))],
  'POST /api/me/line/doors': [mine(() => ({}))],
  'POST /api/me/line': [
    {
      make: async (world) => {
        const headers = asShopper(world.shopper)
        const { body } = await world.market.call('POST', '/me/line/doors', { headers })
        const fields = new URLSearchParams(new URL(body.url).search)
        fields.set('press', 'allow')
        const answer = await world.market.provider.fetch(new URL('answer', body.url), {
          ...{ method: 'POST', body: fields, redirect: 'manual' },
        })
        const back = new URL(answer.headers.get('location') ?? '').searchParams
        return plain({ headers, body: { code: back.get('code'), state: back.get('state') } })
      },
    },
  ],
  'GET /api/me/devices': [mine(() => ({}))],
  'POST /api/me/devices': [
    mine(() => ({ body: BROWSER })),
    mine(() => ({ body: { kind: 'fcm', token: someToken() } })),
    mine(() => ({ body: { kind: 'expo', token: 'ExponentPushToken[abcdefghij]' } })),
  ],
  'DELETE /api/me/devices/{id}': [
    {
      make: async (world) => {
        const headers = asShopper(await someAccount(world))
        const body = { kind: 'fcm', token: someToken() }
        const made = await world.market.call('POST', '/me/devices', { headers, body })
        return plain({ headers, path: { id: made.body.id } })
      },
    },
  ],
}
