import { desc, eq, lt } from 'drizzle-orm'
import type { Cursor } from '#src/common/cursor.ts'
import type { ShopRows } from '#src/database/of-shop.ts'
import { first } from '#src/database/portable.ts'

/** A shop's variants with their levels, the newest first, `limit + 1` rows. */
export async function listOwnVariants(shop: ShopRows, limit: number, after: Cursor | null) {
  const { variants, products, stockLevels } = shop.tables
  return await shop
    .select(
      {
        variant: variants,
        level: stockLevels,
        slug: products.slug,
        titleTh: products.titleTh,
        titleEn: products.titleEn,
      },
      variants,
      after === null ? undefined : lt(variants.id, after.id),
    )
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .orderBy(desc(variants.id))
    .limit(limit + 1)
}

/** The level of one of a shop's variants. */
export async function levelOfOwn(shop: ShopRows, variantId: string) {
  const { variants, stockLevels } = shop.tables
  const rows = await shop
    .select({ level: stockLevels }, variants, eq(variants.id, variantId))
    .innerJoin(stockLevels, eq(stockLevels.variantId, variants.id))
  return first(rows)?.level
}
