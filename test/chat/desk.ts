import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect } from 'vitest'
import { newId } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import type { ChatRoom } from '#src/services/chat-room/index.ts'
import { makeShop } from '#test/support/make.ts'
import type { Market } from '#test/support/market.ts'
import { makeSeller, type Seller, type Shopper } from '#test/support/shopper.ts'

export type Said = { seq: number; from: string; body: { type: string; text?: string } }
export type Listed = { id: string; seq: number; shopper: { name: string }; room: { id: string } }

/** A shop with its seller, and what is said with them. */
export function chatDesk(theMarket: () => Market, open: () => Database) {
  let shop: Awaited<ReturnType<typeof makeShop>>
  let seller: Seller
  beforeAll(async () => {
    shop = await makeShop(open())
    seller = await makeSeller(theMarket(), open(), shop.id)
  })

  const as = ({ token }: { token: string }) => ({
    get: async (path: string) => await theMarket().call('GET', path, { token }),
    post: async (path: string, body: object) =>
      await theMarket().call('POST', path, { token, body }),
  })

  return {
    as,
    shop: () => shop,
    seller: () => seller,

    roomOf: async (shopper: Shopper, about: object = {}) => {
      const opened = await as(shopper).post('/chat/rooms', { shopId: shop.id, ...about })
      expect(opened.status, JSON.stringify(opened.body)).toBe(201)
      return opened.body
    },

    /** A talk as the database has it. */
    talk: async (id: string) => {
      const { conversations: t } = open().tables
      return (await open().select().from(t).where(eq(t.id, id)))[0]
    },

    /** What the queue would have the consumer do. */
    copied: async (id: string) => {
      const services = theMarket().services()
      await services.chat().copy.follow(id)
      await services.close()
    },
  }
}

export const words = (text: string, clientId = newId('req')) => ({ type: 'text', clientId, text })

/** The object of a talk itself. */
export const room = (id: string) =>
  env.CHAT_ROOMS.get(env.CHAT_ROOMS.idFromName(id)) as unknown as ChatRoom
