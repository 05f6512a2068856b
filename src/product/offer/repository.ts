import { and, asc, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** Which offers: `more` is one variant more; `holder` who is counted where a flash sale has a limit. */
export type AskOffers = { more?: string | undefined; holder?: string | undefined; at: Date }

/**
 * What a cart or an order needs to know of variants, on sale or not: of those whose ids `which`
 * selects as `variant_id` and of one more, a row each time. Joined and not asked with `in`, which
 * Postgres would have to sort first. A flash price is that of the item that is on at `at`, of two the
 * one that ends first.
 */
export function readOffers(db: Database, which: SQL, { more, holder, at }: AskOffers) {
  const { variants, products, stockLevels, flashSaleItems: flash, flashBuyers } = db.tables
  const on = db
    .select({ id: flash.id })
    .from(flash)
    .where(
      and(
        eq(flash.variantId, variants.id),
        gt(flash.endsAt, at),
        lte(flash.startsAt, at),
        eq(flash.taking, true),
      ),
    )
    .orderBy(asc(flash.endsAt))
    .limit(1)
  const one = sql`select ${variants.id} from ${variants} where ${variants.id} = ${more}`
  const wanted = sql`(${more === undefined ? which : sql`${which} union all ${one}`}) wanted`
  return db
    .select({
      variantId: variants.id,
      productId: variants.productId,
      productSlug: products.slug,
      shopId: variants.shopId,
      categoryId: products.categoryId,
      // The two levels above it, by key: there are three in all.
      parentId: sql<string | null>`(select own.parent_id from categories own
        where own.id = ${products.categoryId})`.as('parent_category'),
      topId: sql<string | null>`(select above.parent_id from categories own
        inner join categories above on above.id = own.parent_id
        where own.id = ${products.categoryId})`.as('top_category'),
      sku: variants.sku,
      options: variants.options,
      priceSatang: variants.priceSatang,
      weightGrams: variants.weightGrams,
      active: variants.active,
      status: products.status,
      titleTh: products.titleTh,
      titleEn: products.titleEn,
      imageKeys: products.imageKeys,
      onHand: stockLevels.onHand,
      reserved: stockLevels.reserved,
      flash: {
        itemId: sql<string>`${flash.id}`.as('flash_id'),
        priceSatang: sql<number>`${flash.priceSatang}`.mapWith(Number).as('flash_price'),
        perBuyer: flash.perBuyer,
        quota: flash.quota,
        reserved: sql<number>`${flash.reserved}`.mapWith(Number).as('flash_reserved'),
        sold: flash.sold,
        returned: flash.returned,
        startsAt: flash.startsAt,
        endsAt: flash.endsAt,
        taken: sql<number | null>`(select ${flashBuyers.taken} from ${flashBuyers}
          where ${flashBuyers.itemId} = ${flash.id} and ${flashBuyers.holder} = ${holder ?? ''})`.as(
          'flash_taken',
        ),
      },
    })
    .from(variants)
    .innerJoin(wanted, sql`wanted.variant_id = ${variants.id}`)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .leftJoin(flash, sql`${flash.id} = ${on}`)
}
