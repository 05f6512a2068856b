import { and, eq, exists, sql } from 'drizzle-orm'
import type { Database, Query, Statement } from '#src/database/database.ts'
import type { ShopRows } from '#src/database/of-shop.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

/** A shelf with what its shop calls little, and whether the shop was told of it. */
export async function findLow(db: Database, variantId: string) {
  const { variants, products, stockLevels, stockAlerts, lowStock } = db.tables
  return first(
    await db
      .select({
        shopId: variants.shopId,
        titleTh: products.titleTh,
        titleEn: products.titleEn,
        sku: variants.sku,
        options: variants.options,
        active: variants.active,
        available: sql<number>`${stockLevels.onHand} - ${stockLevels.reserved}`.mapWith(Number),
        ofShelf: sql<number | null>`${stockLevels.lowAt}`,
        ofShop: sql<number | null>`${stockAlerts.lowAt}`,
        toldAt: lowStock.since,
      })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .innerJoin(stockLevels, eq(stockLevels.variantId, variants.id))
      .leftJoin(stockAlerts, eq(stockAlerts.shopId, variants.shopId))
      .leftJoin(lowStock, eq(lowStock.variantId, variants.id))
      .where(eq(variants.id, variantId)),
  )
}

/** A shop is told of a shelf; a second time breaks the write. */
export const markLow = (
  q: Query,
  { lowStock }: Tables,
  row: Tables['lowStock']['$inferInsert'],
): Statement => q.insert(lowStock).values(row)

/** What a shop calls little, if it said so. */
export async function alertOf(shop: ShopRows): Promise<number | undefined> {
  const { stockAlerts } = shop.tables
  return first(await shop.select({ lowAt: stockAlerts.lowAt }, stockAlerts))?.lowAt
}

/** Keeps what a shop calls little. */
export async function saveAlert(
  db: Database,
  row: Tables['stockAlerts']['$inferInsert'],
): Promise<void> {
  const { stockAlerts } = db.tables
  const { shopId: _, ...set } = row
  await db.insert(stockAlerts).values(row).onConflictDoUpdate({ target: stockAlerts.shopId, set })
}

/** Keeps what a shop calls little of one of its own shelves. False when it has no such one. */
export async function saveShelfAlert(
  db: Database,
  shop: ShopRows,
  variantId: string,
  lowAt: number | null,
): Promise<boolean> {
  const { stockLevels, variants } = shop.tables
  const own = shop.select({ id: variants.id }, variants, eq(variants.id, variantId))
  const saved = await db
    .update(stockLevels)
    .set({ lowAt })
    .where(and(eq(stockLevels.variantId, variantId), exists(own)))
    .returning({ id: stockLevels.variantId })
  return saved.length > 0
}
