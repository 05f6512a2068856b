import { env } from 'cloudflare:workers'
import { type SQL, sql } from 'drizzle-orm'
import { MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import { type DatabaseConfig, openDatabase } from '#src/database/open.ts'
import { makeProduct, makeShop, someToken } from '#test/support/make.ts'
import { openMarket } from '#test/support/market.ts'
import { ownPostgres } from '#test/support/own-postgres.ts'
import { bring, type Stage } from '#test/support/parcels.ts'
import {
  fillCart,
  intentOf,
  makeOperator,
  makeSeller,
  makeShopper,
  order,
  type Shopper,
  tokenOf,
} from '#test/support/shopper.ts'
import type { Sent } from './open-document.ts'

export type World = Awaited<ReturnType<typeof openWorld>>
export type Kind = 'd1' | 'postgres'

const PLENTY = 1_000_000
const RENEW_MS = 4 * MINUTE_MS

/**
 * A market of the suite's own whose every row can be counted: nobody else writes to its database,
 * nothing consumes its queue, and limits on calls are out of the way.
 */
export async function openWorld(kind: Kind) {
  const config: DatabaseConfig =
    kind === 'd1'
      ? { kind, binding: env.DB }
      : { kind, binding: { connectionString: await ownPostgres(env.HYPERDRIVE.connectionString) } }
  const market = openMarket(config)
  const bindings = market.bindings
  bindings.EVENTS = { send: async () => ({}), sendBatch: async () => ({}) } as never
  bindings.AUTH_CALLS_PER_MINUTE = '1000000'
  bindings.ORDER_CAPS_TIMES = '1000000'
  bindings.ALLOWED_ORIGINS = 'https://partner.example'
  const db = openDatabase(config)
  const shop = await makeShop(db)
  const product = await makeProduct(db, shop, { stock: PLENTY, variants: 2 })
  const other = await makeProduct(db, shop, { stock: PLENTY })
  await makeShelves(db, product.id)
  let signedIn = Date.now()
  const shopper = await makeShopper(market)
  const stranger = await makeShopper(market)
  const seller = await makeSeller(market, db, shop.id)
  const elsewhere = await makeShop(db)
  const rival = await makeSeller(market, db, elsewhere.id)
  const operator = await makeOperator(market, db)
  const want = [{ product, shop }]
  const placed = (await order(market, shopper, want)).body.orderGroup
  const foreign = (await order(market, stranger, want)).body.orderGroup
  const card = { provider: 'stripe', method: 'card' }
  const brought = async (stage: Stage) => {
    const group = (await order(market, stranger, want, card)).body.orderGroup
    await market.control(`/payment_intents/${intentOf(market, group.id)}/approve`)
    await market.deliver()
    await bring(market, { groupId: group.id, orderId: group.orders[0].id }, stage)
    return group.orders[0]
  }
  const [part, kept, packed] = [
    await brought('delivered'),
    await brought('delivered'),
    await brought('processed'),
  ]
  await fillCart(market, shopper.token, want)
  const foreignCart = await fillCart(market, stranger.token, want)
  const phone = { kind: 'fcm', token: someToken() }
  const { token } = stranger
  const device = await market.call('POST', '/me/devices', { token, body: phone })
  await market.rest()
  return {
    kind,
    market,
    db,
    shop,
    product,
    other,
    shopper,
    stranger,
    /** Who owns the shop, who owns another one, and who runs the market. */
    seller,
    elsewhere,
    rival,
    operator,
    /** An order group of the shopper's, and one of the stranger's. */
    placed: { groupId: placed.id as string, orderId: placed.orders[0].id as string },
    foreign: {
      groupId: foreign.id as string,
      orderId: foreign.orders[0].id as string,
      addressId: stranger.addressId,
      deviceId: device.body.id as string,
      lineId: foreignCart.body.groups[0].lines[0].id as string,
      /** An order of the stranger's that was paid and delivered. */
      arrived: { orderId: part.id as string, lineId: part.lines[0].id as string },
      /** Another that has arrived, and one that its shop has begun with. */
      kept: { orderId: kept.id as string },
      packed: { orderId: packed.id as string },
    },
    count: async () => await countRows(db),
    /** Signs everybody in again in good time: a token is good for ten minutes, a slow run takes longer. */
    async renew(): Promise<void> {
      if (Date.now() - signedIn < RENEW_MS) return
      signedIn = Date.now()
      for (const one of [shopper, stranger, seller, rival, operator]) {
        one.token = await tokenOf(market, one.email)
      }
    },
    async close(): Promise<void> {
      await market.rest()
      await db.close()
      market.close()
    },
  }
}

/** What a signed-in shopper's own client sends along. */
export const asShopper = ({ token }: Pick<Shopper, 'token'>): Sent['headers'] => ({
  Authorization: `Bearer ${token}`,
})

/** What follows a room by the queue, later than any answer: it tells nothing of the call beside it. */
const COPIES: ReadonlySet<string> = new Set(['chatMessages', 'chatWaits'])

/** How many rows each table has. */
async function countRows(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, SQL<number>> = {}
  for (const [name, table] of Object.entries(db.tables)) {
    if (COPIES.has(name)) continue
    counts[name] = sql<number>`(select count(*) from ${table})`.mapWith(Number)
  }
  const [row] = await db.select(counts).from(sql`(select 1) as one_row`)
  return (row ?? {}) as Record<string, number>
}

/** Two reviews and two brands, so that their lists have a second page. */
async function makeShelves(db: Database, productId: string): Promise<void> {
  for (const n of [1, 2]) {
    const createdAt = new Date(`2026-10-0${n}T00:00:00Z`)
    await db.insert(db.tables.reviews).values({
      id: newId('rev'),
      productId,
      userId: null,
      orderLineId: null,
      authorName: 'สมศรี',
      rating: 5,
      body: `วันที่ ${n}`,
      locale: 'th',
      createdAt,
      createdMs: createdAt.getTime(),
    })
    const id = newId('brd')
    const names = { nameTh: `ตราช้าง ${n}`, nameEn: `Elephant ${n}` }
    await db.insert(db.tables.brands).values({
      id,
      slug: id.replace('_', '-'),
      ...names,
      productCount: 0,
    })
  }
}
