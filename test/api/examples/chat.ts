import { encodeCursor } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { asShopper, type World } from '../world.ts'
import { type Example, mine, newKey, plain } from './example.ts'

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
  ],
  'POST /api/chat/rooms/{id}/read': [inRoom({ body: { seq: 1 } })],
  'POST /api/chat/rooms/{id}/block': [inRoom({ body: { blocked: false } })],
  'POST /api/chat/rooms/{id}/reports': [
    {
      make: async (world) => {
        // As many in a day as these are more than anybody may write.
        await world.db.delete(world.db.tables.chatReports)
        const body = { reason: 'rude', seq: 1, note: 'พูดไม่ดี' }
        return plain({ path: { id: await room(world) }, headers: asShopper(world.shopper), body })
      },
    },
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
