import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'

export const PRODUCT_STATUSES = ['draft', 'published', 'blocked'] as const
export const RESERVATION_STATES = ['held', 'claimed', 'released'] as const

/** One option of a variant in both languages, such as สี/Colour: คราม/Indigo. */
export type VariantOption = {
  name: { th: string; en: string }
  value: { th: string; en: string }
}

/** What is sold: products and variants, the shelves they are listed on, and their stock. */
export function productTables(k: Kit) {
  const categories = k.table(
    'categories',
    {
      id: k.text().primaryKey(),
      slug: k.text().notNull(),
      parentId: k.text(),
      /** 1 (top) to 3 (leaf). */
      level: k.integer().notNull(),
      nameTh: k.text().notNull(),
      nameEn: k.text().notNull(),
      imageKey: k.text(),
      position: k.integer().notNull(),
      productCount: k.integer().notNull(),
    },
    (t) => [
      k.uniqueIndex('categories_slug').on(t.slug),
      k.index('categories_order').on(t.level, t.position, t.id),
    ],
  )

  const brands = k.table(
    'brands',
    {
      id: k.text().primaryKey(),
      slug: k.text().notNull(),
      nameTh: k.text().notNull(),
      nameEn: k.text().notNull(),
      productCount: k.integer().notNull(),
    },
    (t) => [
      k.uniqueIndex('brands_slug').on(t.slug),
      k.index('brands_size').on(t.productCount, t.id),
    ],
  )

  /** A province with the open shops that send from it; one without any has no row or a count of 0. */
  const provinces = k.table(
    'provinces',
    {
      slug: k.text().primaryKey(),
      nameTh: k.text().notNull(),
      nameEn: k.text().notNull(),
      shopCount: k.integer().notNull(),
    },
    (t) => [k.index('provinces_size').on(t.shopCount, t.slug)],
  )

  const products = k.table(
    'products',
    {
      id: k.text().primaryKey(),
      slug: k.text().notNull(),
      shopId: k.text().notNull(),
      categoryId: k.text().notNull(),
      brandId: k.text(),
      status: k.oneOf(PRODUCT_STATUSES).notNull(),
      titleTh: k.text().notNull(),
      titleEn: k.text().notNull(),
      descriptionTh: k.text().notNull(),
      descriptionEn: k.text().notNull(),
      /** Object keys in the FILES bucket; the first is the card picture. */
      imageKeys: k.json<string[]>().notNull(),
      /** Lowest price of its variants, kept by the writer of a price. */
      priceSatang: k.integer().notNull(),
      compareAtSatang: k.integer(),
      inStock: k.boolean().notNull(),
      ratingSum: k.integer().notNull(),
      reviewCount: k.integer().notNull(),
      soldCount: k.integer().notNull(),
      publishedAt: k.timestamp(),
      updatedAt: k.timestamp().notNull(),
      version: k.integer().notNull(),
    },
    (t) => [
      k.uniqueIndex('products_slug').on(t.slug),
      k.index('products_shop').on(t.shopId, t.id),
      k.check('products_price', sql`${t.priceSatang} >= 0`),
    ],
  )

  /**
   * A product's place on a shelf: `all`, `category:{slug}` (one row for its category and each
   * ancestor), `shop:{slug}`, `brand:{slug}` or `province:{slug}` of its shop; slugs are permanent.
   * Each shelf is walked in each sort by an index of its own, so that the smallest category of a
   * market with millions of products still reads one page of rows.
   */
  const listings = k.table(
    'listings',
    {
      shelf: k.text().notNull(),
      productId: k.text().notNull(),
      priceSatang: k.integer().notNull(),
      /** Average rating × 100, 0 without reviews. */
      ratingCents: k.integer().notNull(),
      soldCount: k.integer().notNull(),
      /** Milliseconds since 1970: a keyset value that is the same on both databases. */
      publishedMs: k.integer().notNull(),
      inStock: k.boolean().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'listings_pk', columns: [t.shelf, t.productId] }),
      k.index('listings_product').on(t.productId),
      k.index('listings_newest').on(t.shelf, t.publishedMs, t.productId),
      k.index('listings_price').on(t.shelf, t.priceSatang, t.productId),
      k.index('listings_sold').on(t.shelf, t.soldCount, t.productId),
      k.index('listings_rating').on(t.shelf, t.ratingCents, t.productId),
    ],
  )

  const variants = k.table(
    'variants',
    {
      id: k.text().primaryKey(),
      productId: k.text().notNull(),
      shopId: k.text().notNull(),
      sku: k.text().notNull(),
      options: k.json<VariantOption[]>().notNull(),
      priceSatang: k.integer().notNull(),
      compareAtSatang: k.integer(),
      weightGrams: k.integer().notNull(),
      position: k.integer().notNull(),
      active: k.boolean().notNull(),
    },
    (t) => [
      k.uniqueIndex('variants_sku').on(t.shopId, t.sku),
      k.index('variants_shop').on(t.shopId, t.id),
      k.index('variants_product').on(t.productId, t.position, t.id),
      k.check('variants_price', sql`${t.priceSatang} > 0`),
    ],
  )

  /** What lies on the shelf and how much of it is held. Always the replay of its movements. */
  const stockLevels = k.table(
    'stock_levels',
    {
      variantId: k.text().primaryKey(),
      productId: k.text().notNull(),
      onHand: k.integer().notNull(),
      reserved: k.integer().notNull(),
      /** Grows with every movement: a count of the shelf names the one it saw. */
      version: k.integer().notNull().default(1),
      /** At or below that its shop calls it little; null is the shop's own number. */
      lowAt: k.integer(),
    },
    (t) => [
      k.index('stock_levels_product').on(t.productId),
      k.check('stock_available', sql`${t.reserved} <= ${t.onHand}`),
      k.check('stock_reserved', sql`${t.reserved} >= 0`),
    ],
  )

  const stockReservations = k.table(
    'stock_reservations',
    {
      groupId: k.text().notNull(),
      variantId: k.text().notNull(),
      quantity: k.integer().notNull(),
      state: k.oneOf(RESERVATION_STATES).notNull(),
      expiresAt: k.timestamp().notNull(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'stock_reservations_pk', columns: [t.groupId, t.variantId] }),
      k.index('stock_reservations_variant').on(t.variantId, t.state),
      k.check('stock_reservations_quantity', sql`${t.quantity} > 0`),
    ],
  )

  /** Append-only: why a level changed. */
  const stockMovements = k.table(
    'stock_movements',
    {
      id: k.text().primaryKey(),
      variantId: k.text().notNull(),
      reason: k
        .oneOf([
          ...['received', 'held', 'released', 'sold', 'restocked', 'returned', 'adjusted'],
          ...['campaign_out', 'campaign_back', 'campaign_taken', 'campaign_returned'],
        ] as const)
        .notNull(),
      onHandDelta: k.integer().notNull(),
      reservedDelta: k.integer().notNull(),
      /** What caused it: a group's id of a hold, an order's of what comes back, a flash item's, an edit's. */
      refId: k.text().notNull(),
      /** The account that edited it; null of what sales do by themselves. */
      byUserId: k.text(),
      at: k.timestamp().notNull(),
    },
    (t) => [k.uniqueIndex('stock_movements_once').on(t.variantId, t.refId, t.reason)],
  )

  const reviews = k.table(
    'reviews',
    {
      id: k.text().primaryKey(),
      productId: k.text().notNull(),
      userId: k.text(),
      /** The delivered line it speaks of; at most one review each. */
      orderLineId: k.text(),
      authorName: k.text().notNull(),
      rating: k.integer().notNull(),
      body: k.text().notNull(),
      locale: k.oneOf(['th', 'en']).notNull(),
      createdAt: k.timestamp().notNull(),
      createdMs: k.integer().notNull(),
    },
    (t) => [
      k.index('reviews_product').on(t.productId, t.createdMs, t.id),
      k.uniqueIndex('reviews_line').on(t.orderLineId),
      k.check('reviews_rating', sql`${t.rating} between 1 and 5`),
    ],
  )

  return {
    categories,
    brands,
    provinces,
    products,
    listings,
    variants,
    stockLevels,
    stockReservations,
    stockMovements,
    reviews,
  }
}
