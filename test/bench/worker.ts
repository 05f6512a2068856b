import type { D1Database } from '@cloudflare/workers-types'
import { and, asc, desc, eq, lt } from 'drizzle-orm'
import { Hono } from 'hono'
import { openDatabase } from '#src/database/open.ts'
import { joinShop, newShop } from '../user/shop-rows.ts'
import { type FullCart, seedCarts, seedMarket, seedShoppers } from './seed.ts'

const app = new Hono<{ Bindings: { DB: D1Database } }>()
const open = (binding: D1Database) => openDatabase({ kind: 'd1', binding })

/** What a request costs before anything is done in it. */
app.get('/hello', (c) => c.text('hello'))

/** What the Cache API itself costs: its smallest answer. */
app.get('/cached', async (c) => {
  const cache = (caches as unknown as { default: Cache }).default
  const key = 'http://bench.internal/cached'
  const found = await cache.match(key)
  if (found !== undefined) return found
  const made = c.text('hello', 200, { 'cache-control': 'public, max-age=600' })
  await cache.put(key, made.clone())
  return made
})

/** The measure of everything else: Hono, and one row of D1 by its key. */
app.get('/rows/:id', async (c) => {
  const row = await c.env.DB.prepare(
    'select id, slug, title_th, price_satang, updated_at from products where id = ?',
  )
    .bind(c.req.param('id'))
    .first()
  return c.json(row)
})

/** One statement against the database, for the migrations. */
app.post('/statements', async (c) => {
  const statements = await c.req.json<string[]>()
  await c.env.DB.batch(statements.map((statement) => c.env.DB.prepare(statement)))
  return c.body(null, 204)
})

app.post('/seed/market', async (c) => {
  await seedMarket(open(c.env.DB), Number(c.req.query('products')))
  return c.body(null, 204)
})

app.post('/seed/shoppers', async (c) => {
  await seedShoppers(open(c.env.DB), Number(c.req.query('count')))
  return c.body(null, 204)
})

app.post('/seed/carts', async (c) => {
  await seedCarts(open(c.env.DB), await c.req.json<FullCart[]>())
  return c.body(null, 204)
})

/** A shop whose staff are the accounts from one number on, before another; answers its id. */
app.post('/seed/shop', async (c) => {
  const shopId = await newShop(open(c.env.DB))
  const { first, after } = c.req.query()
  for (let number = Number(first); number < Number(after); number += 1) {
    await joinShop(open(c.env.DB), shopId, `usr_${number}`, 'staff')
  }
  return c.json({ shopId })
})

/** What can be bought for cash: a variant of each product, and how its shop sends it; and categories. */
app.get('/world', async (c) => {
  const db = open(c.env.DB)
  const { products, variants, shops, shippingOptions, categories } = db.tables
  return c.json({
    products: await db
      .select({
        id: products.id,
        slug: products.slug,
        shopId: products.shopId,
        variantId: variants.id,
        priceSatang: variants.priceSatang,
        optionId: shippingOptions.id,
      })
      .from(products)
      .innerJoin(shops, and(eq(shops.id, products.shopId), eq(shops.acceptsCod, true)))
      .innerJoin(variants, and(eq(variants.productId, products.id), eq(variants.position, 0)))
      .innerJoin(
        shippingOptions,
        and(eq(shippingOptions.shopId, shops.id), eq(shippingOptions.position, 0)),
      )
      .where(and(eq(products.status, 'published'), lt(variants.priceSatang, 300_000)))
      .orderBy(asc(products.id)),
    categories: await db
      .select({ slug: categories.slug })
      .from(categories)
      .orderBy(desc(categories.productCount)),
  })
})

export default app
