import { decodeCursor, page } from '#src/common/cursor.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { onceByMessage } from '#src/database/outbox.ts'
import type { FlashSaleService } from './flash-sale/service.ts'
import { leftOf, mostOf } from './flash-stock/rules.ts'
import {
  type AskOffers,
  countProducts,
  countSales,
  findParcel,
  findProduct,
  knownProducts,
  listProducts,
  readOffers,
  shopsOf,
} from './repository.ts'
import { foundOf, MOST_COUNTED, ratingCents } from './rules.ts'
import type {
  ListProducts,
  ProductDetail,
  ProductPage,
  ProductSeller,
  ProductShop,
} from './schema.ts'

/** A shop as product cards name it, in both languages. */
export type ShopName = {
  id: string
  slug: string
  nameTh: string
  nameEn: string
  provinceTh: string
  provinceEn: string
}

/** A shop as its products' own pages describe it. */
export type ShopFacts = ShopName & {
  provinceSlug: string
  ratingCents: number
  reviewCount: number
  productCount: number
  joinedAt: Date
}

/** Counts sales or a review for a shop, in the write that counts them for its product. */
export type CountFor = (
  q: Query,
  shopId: string,
  gain: { sold: number } | { stars: number },
) => Statement

export type ProductDeps = {
  database: Database
  /** Shops by id; missing ids are left out. One query. */
  findShops(ids: readonly string[]): Promise<ShopFacts[]>
  countFor: CountFor
  flashSales: Pick<FlashSaleService, 'readLive' | 'pickLeft' | 'byProduct' | 'byVariant'>
  /** The address of a stored picture. */
  fileUrl(key: string): string
}

/** What a cart or an order needs to know of one variant. */
export type Offer = {
  variantId: string
  productId: string
  productSlug: string
  shopId: string
  /** Its category and those above it. */
  categoryIds: string[]
  sku: string
  options: { name: { th: string; en: string }; value: { th: string; en: string } }[]
  priceSatang: number
  weightGrams: number
  titleTh: string
  titleEn: string
  imageKey: string | null
  /** Its flash price, while one is on. */
  flash: FlashOffer | null
  /** May it be bought at all: published, and the variant on sale. */
  onSale: boolean
  available: number
}

/** A flash price as its buyer may have it: `most` is what the limit and the stock leave them. */
export type FlashOffer = {
  itemId: string
  priceSatang: number
  perBuyer: number
  most: number
  startsAt: Date
  endsAt: Date
}

export function createProductService(deps: ProductDeps) {
  const { database, findShops, countFor, flashSales, fileUrl } = deps
  return {
    /** Whether there is such a product, published or not. One query. */
    has: async (id: string): Promise<boolean> => (await knownProducts(database, [id])).length > 0,

    /** A page of product cards: two queries, three if counted. @throws Problem `cursor_invalid` */
    async list(filter: ListProducts, locale: Locale): Promise<ProductPage> {
      const after = filter.cursor === undefined ? null : decodeCursor(filter.sort, filter.cursor)
      const asked = { ...filter, campaign: flashSales.pickLeft() }
      const [[rows, live], counted] = await Promise.all([
        database.together(listProducts(database, asked, after), flashSales.readLive()),
        filter.counted === 'true' ? countProducts(database, asked, MOST_COUNTED + 1) : null,
      ])
      const { items, nextCursor } = page(rows, filter.limit, filter.sort, (row) => ({
        value: row.key,
        id: row.id,
      }))
      const shops = await shopsById(findShops, items)
      const flash = flashSales.byProduct(live)
      return {
        items: items.map((row) => ({
          id: row.id,
          slug: row.slug,
          title: locale === 'en' ? row.titleEn : row.titleTh,
          imageUrl: row.imageKeys[0] === undefined ? null : fileUrl(row.imageKeys[0]),
          priceSatang: row.priceSatang,
          ...(row.compareAtSatang === null ? {} : { compareAtSatang: row.compareAtSatang }),
          currency: 'THB',
          rating: row.ratingCents / 100,
          reviewCount: row.reviewCount,
          soldCount: row.soldCount,
          inStock: row.inStock || (flash.get(row.id)?.left ?? 0) > 0,
          flash: flash.get(row.id) ?? null,
          shop: shopIn(locale, shops.get(row.shopId), row.shopId),
        })),
        nextCursor,
        ...(counted === null ? {} : { found: foundOf(counted) }),
      }
    },

    /** One published product with its variants: two round trips. @throws Problem `not_found` */
    async detail(slug: string, locale: Locale): Promise<ProductDetail> {
      const product = await findProduct(database, slug, flashSales.readLive({ slug }))
      if (product === undefined) throw new Problem('not_found')
      const shops = await shopsById(findShops, [product])
      const seller = sellerIn(locale, shops.get(product.shopId))
      if (seller === undefined) throw new Problem('not_found')
      const flash = flashSales.byVariant(product.beside)
      const named = <Row extends { id: string; slug: string; nameTh: string; nameEn: string }>(
        row: Row,
      ) => ({ id: row.id, slug: row.slug, name: locale === 'en' ? row.nameEn : row.nameTh })
      return {
        id: product.id,
        slug: product.slug,
        title: locale === 'en' ? product.titleEn : product.titleTh,
        description: locale === 'en' ? product.descriptionEn : product.descriptionTh,
        images: product.imageKeys.map((key) => ({ url: fileUrl(key) })),
        category: named(product.category),
        brand: product.brand === null ? null : named(product.brand),
        shop: seller,
        rating: ratingCents(product.ratingSum, product.reviewCount) / 100,
        reviewCount: product.reviewCount,
        soldCount: product.soldCount,
        stockVersion: product.stockVersion,
        variants: product.variants.map((variant) => ({
          id: variant.id,
          sku: variant.sku,
          options: variant.options.map((option) => ({
            name: option.name[locale],
            value: option.value[locale],
          })),
          priceSatang: variant.priceSatang,
          ...(variant.compareAtSatang === null ? {} : { compareAtSatang: variant.compareAtSatang }),
          available: Math.max(
            (variant.onHand ?? 0) - (variant.reserved ?? 0),
            flash.get(variant.id)?.left ?? 0,
          ),
          flash: flash.get(variant.id) ?? null,
        })),
      }
    },

    /** Counts what was sold, once for each message however often it is delivered (Q2). */
    async countSales(
      messageId: string,
      sold: readonly { productId: string; quantity: number }[],
    ): Promise<void> {
      // A product never changes its shop, so that this may be read before the write.
      const shops = await shopsOf(database, sold)
      await onceByMessage(database, 'sales', messageId, (q) => [
        ...countSales(q, database.tables, sold),
        ...sold.flatMap(({ productId, quantity }) => {
          const shopId = shops.get(productId)
          return shopId === undefined ? [] : [countFor(q, shopId, { sold: quantity })]
        }),
      ])
    },

    /**
     * What a parcel with one piece of a published product weighs at least, and who sends it. One
     * query. @throws Problem `not_found`
     */
    async parcel(slug: string): Promise<{ shopId: string; weightGrams: number }> {
      const parcel = await findParcel(database, slug)
      if (parcel === undefined) throw new Problem('not_found')
      return parcel
    },

    /** Which of these products, 90 at most, are a shop's own. One query. */
    ofShop: async (shopId: string, ids: readonly string[]): Promise<string[]> =>
      await knownProducts(database, ids, shopId),

    /** What a cart or an order needs to know of variants, in two halves, to be asked with the cart. */
    offers: {
      /** Asks for the variants whose ids `which` selects as `variant_id`, and for one more. */
      read: (which: Parameters<typeof readOffers>[1], asked: AskOffers) =>
        readOffers(database, which, asked),
      /** Offers by variant id; unknown ids are missing from the map. */
      from: (rows: readonly OfferRow[]): Map<string, Offer> =>
        new Map(rows.map((row) => [row.variantId, offerOf(row)])),
    },
  }
}

type OfferRow = Awaited<ReturnType<typeof readOffers>>[number]

function offerOf(found: OfferRow): Offer {
  const { active, status, onHand, reserved, imageKeys, categoryId, parentId, topId, ...rest } =
    found
  const { flash, ...row } = rest
  return {
    ...row,
    flash: flashOffer(flash),
    categoryIds: [categoryId, parentId, topId].filter((id) => id !== null),
    imageKey: imageKeys[0] ?? null,
    onSale: active && status === 'published',
    available: Math.max(0, (onHand ?? 0) - (reserved ?? 0)),
  }
}

function flashOffer(flash: OfferRow['flash']): FlashOffer | null {
  if (flash === null || flash.itemId === null) return null
  const { itemId, priceSatang, perBuyer, startsAt, endsAt, taken, ...counts } = flash
  const most = mostOf(leftOf(counts), perBuyer, Number(taken ?? 0))
  return { itemId, priceSatang, perBuyer, most, startsAt, endsAt }
}

export type ProductService = ReturnType<typeof createProductService>

async function shopsById(
  findShops: ProductDeps['findShops'],
  rows: { shopId: string }[],
): Promise<Map<string, ShopFacts>> {
  const shops = await findShops([...new Set(rows.map((row) => row.shopId))])
  return new Map(shops.map((shop) => [shop.id, shop]))
}

function shopIn(locale: Locale, shop: ShopName | undefined, id: string): ProductShop {
  if (shop === undefined) return { id, slug: '', name: '', province: '' }
  return {
    id: shop.id,
    slug: shop.slug,
    name: locale === 'en' ? shop.nameEn : shop.nameTh,
    province: locale === 'en' ? shop.provinceEn : shop.provinceTh,
  }
}

function sellerIn(locale: Locale, shop: ShopFacts | undefined): ProductSeller | undefined {
  if (shop === undefined) return undefined
  return {
    ...shopIn(locale, shop, shop.id),
    provinceSlug: shop.provinceSlug,
    rating: shop.ratingCents / 100,
    reviewCount: shop.reviewCount,
    productCount: shop.productCount,
    joinedAt: shop.joinedAt.toISOString(),
  }
}
