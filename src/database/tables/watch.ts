import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'

export const WATCH_KINDS = ['back_in_stock', 'price_drop'] as const

/** What shoppers wait for, and which shelves their shops were told are nearly empty. */
export function watchTables(k: Kit) {
  const productWatches = k.table(
    'product_watches',
    {
      id: k.text().primaryKey(),
      userId: k.text().notNull(),
      kind: k.oneOf(WATCH_KINDS).notNull(),
      /** The variant that should come back, or the product whose price should fall. */
      targetId: k.text().notNull(),
      productId: k.text().notNull(),
      /** Of a price: what it must fall below. Lowered each time its watcher is told. */
      markSatang: k.integer(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      k.uniqueIndex('product_watches_once').on(t.userId, t.kind, t.targetId),
      k.index('product_watches_user').on(t.userId, t.id),
      k.index('product_watches_target').on(t.kind, t.targetId, t.id),
      k.check(
        'product_watches_mark',
        sql`(${t.kind} = 'price_drop') = (${t.markSatang} is not null)`,
      ),
    ],
  )

  /** A shelf whose shop was told that little is left of it; gone once it was filled again. */
  const lowStock = k.table(
    'low_stock',
    {
      variantId: k.text().primaryKey(),
      shopId: k.text().notNull(),
      since: k.timestamp().notNull(),
    },
    (t) => [k.index('low_stock_shop').on(t.shopId, t.variantId)],
  )

  /** What a shop calls little; one without a row has the market's own number. */
  const stockAlerts = k.table(
    'stock_alerts',
    {
      shopId: k.text().primaryKey(),
      lowAt: k.integer().notNull(),
      updatedAt: k.timestamp().notNull(),
    },
    (t) => [k.check('stock_alerts_low', sql`${t.lowAt} between 0 and 1000`)],
  )

  return { productWatches, lowStock, stockAlerts }
}
