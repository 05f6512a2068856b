import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import type { Cursor } from '#src/common/cursor.ts'
import type { Database, Query, Read, Statement } from '#src/database/database.ts'
import { beyond, chunked, first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import { countedBy, SORT_KEYS, type SortColumn, shelvesOf } from './rules.ts'
import type { ListProducts } from './schema.ts'

/** A list, and the products that are in stock for a flash sale alone. */
type Asked = ListProducts & { campaign: SQLWrapper }

/** One page of a shelf, `limit + 1` rows so that the caller knows whether more follow. */
export function listProducts(db: Database, filter: Asked, after: Cursor | null) {
  const { listings, products } = db.tables
  const { column, descending } = SORT_KEYS[filter.sort]
  const key = listings[column]
  const conditions = [
    ...chosen(db, filter, column),
    after === null
      ? undefined
      : beyond(key, listings.productId, after, descending ? 'desc' : 'asc'),
  ]
  const direction = descending ? desc : asc
  return db
    .select({
      key: sql<number>`${key}`.mapWith(Number).as('sort_key'),
      id: products.id,
      slug: products.slug,
      shopId: products.shopId,
      titleTh: products.titleTh,
      titleEn: products.titleEn,
      imageKeys: products.imageKeys,
      priceSatang: listings.priceSatang,
      compareAtSatang: products.compareAtSatang,
      ratingCents: listings.ratingCents,
      reviewCount: products.reviewCount,
      soldCount: listings.soldCount,
      inStock: listings.inStock,
    })
    .from(listings)
    .innerJoin(products, eq(products.id, listings.productId))
    .where(and(...conditions))
    .orderBy(direction(key), direction(listings.productId))
    .limit(filter.limit + 1)
}

/** How many products a list holds, counted up to `most` and no further, along one index. */
export async function countProducts(db: Database, filter: Asked, most: number) {
  const { listings } = db.tables
  const few = db
    .select({ one: sql<number>`1`.as('one') })
    .from(listings)
    .where(and(...chosen(db, filter, countedBy(filter))))
    .limit(most)
    .as('few')
  const rows = await db.select({ count: sql<number>`cast(count(*) as integer)` }).from(few)
  return rows[0]?.count ?? 0
}

/** What a list is cut by, but for its place in it: rows of one shelf along the index of `walked`. */
function chosen(db: Database, filter: Asked, walked: SortColumn): (SQL | undefined)[] {
  const { listings } = db.tables
  const shelves = shelvesOf(filter)
  const along = (column: SortColumn): SQLWrapper =>
    column === walked ? listings[column] : unindexed(listings[column])
  const { minPriceSatang: min, maxPriceSatang: max, minRating } = filter
  return [
    eq(listings.shelf, shelves.walked),
    ...shelves.checked.map((shelf) => standsOn(db, shelf)),
    min === undefined ? undefined : gte(along('priceSatang'), min),
    max === undefined ? undefined : lte(along('priceSatang'), max),
    minRating === undefined ? undefined : gte(along('ratingCents'), Math.round(minRating * 100)),
    // What is left for a flash sale is read once, along the index of its ends, whatever the shelf.
    filter.inStock === 'true'
      ? or(eq(listings.inStock, true), inArray(listings.productId, filter.campaign))
      : undefined,
  ]
}

/**
 * A published product with its category, its brand and its variants on sale, and what else is asked
 * `beside`: one round trip.
 */
export async function findProduct<Row>(db: Database, slug: string, beside: Read<Row>) {
  const [found, variants, rows] = await db.together(
    readProduct(db, slug),
    readVariants(db, slug),
    beside,
  )
  const product = first(found)
  return product === undefined ? undefined : { ...product, variants, beside: rows }
}

// Names of their own for columns that several tables have.
const as = (column: SQLWrapper, name: string) => sql<string>`${column}`.as(name)

function readProduct(db: Database, slug: string) {
  const { products, categories, brands } = db.tables
  return db
    .select({
      id: as(products.id, 'product_id'),
      slug: as(products.slug, 'product_slug'),
      shopId: products.shopId,
      titleTh: products.titleTh,
      titleEn: products.titleEn,
      descriptionTh: products.descriptionTh,
      descriptionEn: products.descriptionEn,
      imageKeys: products.imageKeys,
      ratingSum: products.ratingSum,
      reviewCount: products.reviewCount,
      soldCount: products.soldCount,
      stockVersion: sql<number>`(select coalesce(sum(moved.version), 0) from stock_levels moved
        where moved.product_id = ${products.id})`
        .mapWith(Number)
        .as('stock_version'),
      category: {
        id: as(categories.id, 'category_id'),
        slug: as(categories.slug, 'category_slug'),
        nameTh: as(categories.nameTh, 'category_th'),
        nameEn: as(categories.nameEn, 'category_en'),
      },
      brand: {
        id: brands.id,
        slug: brands.slug,
        nameTh: brands.nameTh,
        nameEn: brands.nameEn,
      },
    })
    .from(products)
    .innerJoin(categories, eq(categories.id, products.categoryId))
    .leftJoin(brands, eq(brands.id, products.brandId))
    .where(and(eq(products.slug, slug), eq(products.status, 'published')))
    .limit(1)
}

// In the seller's order, with what of each can be bought.
function readVariants(db: Database, slug: string) {
  const { products, variants, stockLevels } = db.tables
  const product = sql`(select ${products.id} from ${products} where ${products.slug} = ${slug})`
  return db
    .select({
      id: variants.id,
      sku: variants.sku,
      options: variants.options,
      priceSatang: variants.priceSatang,
      compareAtSatang: variants.compareAtSatang,
      onHand: stockLevels.onHand,
      reserved: stockLevels.reserved,
    })
    .from(variants)
    .leftJoin(stockLevels, eq(stockLevels.variantId, variants.id))
    .where(and(eq(variants.productId, product), eq(variants.active, true)))
    .orderBy(asc(variants.position), asc(variants.id))
}

function standsOn(db: Database, shelf: string): SQL {
  const { listings } = db.tables
  return sql`exists (select 1 from listings other
    where other.shelf = ${shelf} and other.product_id = ${listings.productId})`
}

// What a list is not sorted by is checked row by row along the sort's own index: SQLite would rather
// read the whole range of another index, and then sort it by hand.
const unindexed = (column: unknown): SQL => sql`${column} + 0`

/** The shop of each product that has one row. One query a hundred products. */
export async function shopsOf(db: Database, rows: readonly { productId: string }[]) {
  const { products } = db.tables
  const ids = [...new Set(rows.map(({ productId }) => productId))]
  const pages = await Promise.all(
    chunked(ids, 1).map(async (page) => {
      const read = db.select({ id: products.id, shopId: products.shopId }).from(products)
      return await read.where(inArray(products.id, page))
    }),
  )
  return new Map(pages.flat().map(({ id, shopId }) => [id, shopId]))
}

/** Who sends a published product, and the weight of its lightest variant on sale. */
export async function findParcel(db: Database, slug: string) {
  const { products, variants } = db.tables
  const product = sql`(select ${products.id} from ${products} where ${products.slug} = ${slug} and ${products.status} = 'published')`
  const rows = await db
    .select({ shopId: variants.shopId, weightGrams: variants.weightGrams })
    .from(variants)
    .where(and(eq(variants.productId, product), eq(variants.active, true)))
  return rows.toSorted((a, b) => a.weightGrams - b.weightGrams)[0]
}

/** Adds sales to the counters of products and their listings. */
export function countSales(
  q: Query,
  { products, listings }: Tables,
  sold: readonly { productId: string; quantity: number }[],
): Statement[] {
  return sold.flatMap(({ productId, quantity }) => [
    q
      .update(products)
      .set({ soldCount: sql`${products.soldCount} + cast(${quantity} as integer)` })
      .where(eq(products.id, productId)),
    q
      .update(listings)
      .set({ soldCount: sql`${listings.soldCount} + cast(${quantity} as integer)` })
      .where(eq(listings.productId, productId)),
  ])
}

/** Which of these products (90 at most) there are; with a shop, which are its own. */
export async function knownProducts(db: Database, ids: readonly string[], shopId?: string) {
  const { products } = db.tables
  const own = shopId === undefined ? undefined : eq(products.shopId, shopId)
  const found = await db
    .select({ id: products.id })
    .from(products)
    .where(and(inArray(products.id, [...ids]), own))
  return found.map(({ id }) => id)
}

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
  const live = and(gt(flash.endsAt, at), lte(flash.startsAt, at), eq(flash.taking, true))
  const on = db
    .select({ id: flash.id })
    .from(flash)
    .where(and(eq(flash.variantId, variants.id), live))
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
