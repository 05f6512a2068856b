import { encodeCursor } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { JPEG } from '#test/services/upload/samples.ts'
import { uploader } from '#test/services/upload/uploading.ts'
import { asShopper, type World } from '../world.ts'
import { type Example, mine, newAccount, newKey, plain } from './example.ts'

const operators = ({ operator }: World) => asShopper(operator)
const sellers = ({ seller }: World) => asShopper(seller)

/** The room of the shopper and the shop. */
async function room({ market, shopper, shop }: World): Promise<string> {
  const { token } = shopper
  const body = { shopId: shop.id }
  return (await market.call('POST', '/chat/rooms', { token, body })).body.id
}

async function report(world: World): Promise<string> {
  const id = newId('rep')
  const { conversationId, createdAt } = { conversationId: await room(world), createdAt: new Date() }
  await world.db.insert(world.db.tables.chatReports).values({
    ...{ id, conversationId, side: 'shopper', userId: newId('usr'), reason: 'spam' },
    ...{ status: 'open', createdAt },
  })
  return id
}

const inRoom = (sent: object = {}): Example => ({
  make: async (world) =>
    plain({ path: { id: await room(world) }, headers: asShopper(world.shopper), ...sent }),
})

/** The number of something that the shopper has said in it. */
async function said(world: World, id: string): Promise<number> {
  const { token } = world.shopper
  // An earlier input may have blocked the shop, and then nothing can be said to it.
  await world.market.call('POST', `/chat/rooms/${id}/block`, { token, body: { blocked: false } })
  const body = { type: 'text', clientId: newKey(), text: 'พิมพ์ผิด' }
  return (await world.market.call('POST', `/chat/rooms/${id}/messages`, { token, body })).body.seq
}

/** Files of people. */
export const UPLOADS: Record<string, readonly Example[]> = {
  'POST /api/uploads': [
    {
      make: async (world) => {
        const { token } = await newAccount(world)
        const body = { kind: 'chat-picture', contentType: 'image/jpeg', bytes: 1000 }
        return plain({ headers: asShopper({ ...world.shopper, token }), body })
      },
    },
  ],
}

/** Talks between shoppers and shops. */
export const CHAT: Record<string, readonly Example[]> = {
  'GET /api/chat/unread': [mine(() => ({}))],
  'POST /api/chat/rooms': [
    mine(({ shop, product }) => ({
      body: { shopId: shop.id, about: { type: 'product', productId: product.id } },
    })),
    mine(({ shop, placed }) => ({
      body: { shopId: shop.id, about: { type: 'order', orderId: placed.orderId } },
    })),
  ],
  'GET /api/chat/rooms': [
    mine(() => ({
      query: [
        ['unread', 'false'],
        ['limit', '1'],
        ['cursor', encodeCursor('chat:shopper:false', { value: 1, id: newId('cnv') })],
      ],
    })),
  ],
  'GET /api/chat/messages': [
    mine(() => ({
      query: [
        ['q', 'สีคราม'],
        ['limit', '5'],
      ],
    })),
  ],
  'GET /api/chat/rooms/{id}': [inRoom()],
  'GET /api/chat/rooms/{id}/messages': [
    inRoom({
      query: [
        ['after', '0'],
        ['limit', '5'],
      ],
    }),
    inRoom({
      query: [
        ['before', '9'],
        ['limit', '5'],
      ],
    }),
  ],
  'POST /api/chat/rooms/{id}/messages': [
    {
      make: async (world) =>
        plain({
          path: { id: await room(world) },
          headers: asShopper(world.shopper),
          body: { type: 'text', clientId: newKey(), text: 'มีสีครามไหมคะ' },
        }),
      readBack: (_, sent) => ({ ...sent, from: `/chat/rooms/${sent.path.id}/messages?limit=100` }),
    },
    {
      make: async (world) =>
        plain({
          path: { id: await room(world) },
          headers: asShopper(world.shopper),
          body: { type: 'product', clientId: newKey(), productId: world.product.id },
        }),
    },
    {
      make: async (world) =>
        plain({
          path: { id: await room(world) },
          headers: asShopper(world.shopper),
          body: { type: 'order', clientId: newKey(), orderId: world.placed.orderId },
        }),
    },
    {
      make: async (world) => {
        // As many in ten minutes as these are more than an account is promised: each has its own.
        const shopper = await newAccount(world)
        const own = { ...world, shopper: { ...world.shopper, token: shopper.token } }
        return plain({
          path: { id: await room(own) },
          headers: asShopper(own.shopper),
          body: {
            ...{ type: 'picture', clientId: newKey() },
            key: await uploader(() => world.market).picture(own.shopper, JPEG),
          },
        })
      },
    },
  ],
  'POST /api/chat/rooms/{id}/read': [inRoom({ body: { seq: 1 } })],
  'POST /api/chat/rooms/{id}/block': [inRoom({ body: { blocked: false } })],
  'POST /api/chat/rooms/{id}/reports': [
    {
      make: async (world) => {
        // As many in a day as these are more than anybody may write.
        await world.db.delete(world.db.tables.chatReports)
        const id = await room(world)
        const body = { reason: 'rude', seq: await said(world, id), note: 'พูดไม่ดี' }
        return plain({ path: { id }, headers: asShopper(world.shopper), body })
      },
    },
  ],
  'DELETE /api/chat/rooms/{id}/messages/{seq}': [
    {
      make: async (world) => {
        const id = await room(world)
        const seq = String(await said(world, id))
        return plain({ path: { id, seq }, headers: asShopper(world.shopper) })
      },
    },
  ],
  'DELETE /api/me/chat': [mine(() => ({}))],
  'GET /api/seller/shops/{shopId}/chat/pace': [
    { make: async (world) => plain({ path: { shopId: world.shop.id }, headers: sellers(world) }) },
  ],
  'GET /api/seller/shops/{shopId}/chat': [
    { make: async (world) => plain({ path: { shopId: world.shop.id }, headers: sellers(world) }) },
  ],
  'PUT /api/seller/shops/{shopId}/chat': [
    {
      make: async (world) => {
        const { token } = world.seller
        const path = `/seller/shops/${world.shop.id}/chat`
        const { version } = (await world.market.call('GET', path, { token })).body
        const body = {
          ...{ hours: [{ day: 1, fromMinute: 540, toMinute: 1080 }], awayText: 'ตอบพรุ่งนี้ค่ะ' },
          ...{ quickReplies: ['มีของพร้อมส่งค่ะ'], version },
        }
        return plain({ path: { shopId: world.shop.id }, headers: sellers(world), body })
      },
      readBack: (_, sent) => ({ ...sent, from: `/seller/shops/${sent.path.shopId}/chat` }),
    },
  ],
  'GET /api/seller/shops/{shopId}/chat/rooms': [
    {
      make: async (world) =>
        plain({
          path: { shopId: world.shop.id },
          headers: sellers(world),
          query: [
            ['unread', 'true'],
            ['limit', '1'],
            ['cursor', encodeCursor('chat:shop:true', { value: 1, id: newId('cnv') })],
          ],
        }),
    },
  ],
  'GET /api/seller/shops/{shopId}/chat/messages': [
    {
      make: async (world) =>
        plain({
          path: { shopId: world.shop.id },
          headers: sellers(world),
          query: [
            ['q', 'สีคราม'],
            ['limit', '5'],
          ],
        }),
    },
  ],
  'GET /api/admin/chat/reports': [
    {
      make: async (world) =>
        plain({
          headers: operators(world),
          query: [
            ['status', 'closed'],
            ['limit', '1'],
            ['cursor', encodeCursor('chat-reports:closed', { value: 0, id: newId('rep') })],
          ],
        }),
    },
  ],
  'POST /api/admin/chat/reports/{id}/close': [
    {
      make: async (world) =>
        plain({ path: { id: await report(world) }, headers: operators(world) }),
    },
  ],
  'GET /api/admin/chat/rooms/{id}/messages': [
    {
      make: async (world) =>
        plain({
          path: { id: await room(world) },
          headers: operators(world),
          query: [
            ['reason', 'ตามรายงาน'],
            ['before', '9'],
            ['limit', '5'],
          ],
        }),
    },
  ],
}
