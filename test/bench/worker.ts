import type { D1Database } from '@cloudflare/workers-types'
import { asc, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { openDatabase } from '#src/database/open.ts'
import { seedFrame, seedProducts, seedShoppers } from './seed.ts'

const app = new Hono<{ Bindings: { DB: D1Database } }>()
const count = (text: string | undefined) => Number(text ?? '0')

/** What a request costs before anything is done in it. */
app.get('/hello', (c) => c.text('hello'))

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

app.post('/seed/:what', async (c) => {
  const db = openDatabase({ kind: 'd1', binding: c.env.DB })
  const { what } = c.req.param()
  const { from, count: many } = c.req.query()
  if (what === 'frame') await seedFrame(db)
  if (what === 'products') await seedProducts(db, count(from), count(many))
  if (what === 'shoppers') await seedShoppers(db, count(many))
  return c.body(null, 204)
})

/** What can be asked for: products with one variant each and how its shop sends it, and categories. */
app.get('/world', async (c) => {
  const db = openDatabase({ kind: 'd1', binding: c.env.DB })
  const { products, variants, shippingOptions, categories } = db.tables
  return c.json({
    products: await db
      .select({
        id: products.id,
        slug: products.slug,
        shopId: products.shopId,
        variantId: variants.id,
        optionId: shippingOptions.id,
      })
      .from(products)
      .innerJoin(variants, eq(variants.productId, products.id))
      .innerJoin(shippingOptions, eq(shippingOptions.shopId, products.shopId))
      .where(eq(variants.position, 0))
      .orderBy(asc(products.id)),
    categories: await db.select({ slug: categories.slug }).from(categories),
  })
})

// biome-ignore lint/style/noDefaultExport: what a Worker is
export default app
