import * as z from 'zod'
import { inQuery, Paging, pageOf } from '#src/common/http/paging.ts'
import { MAX_SATANG } from '#src/common/money.ts'
import { slug } from '#src/common/text.ts'
import { FlashPrice } from './flash-sale/schema.ts'

export const SORTS = ['newest', 'price-asc', 'price-desc', 'best-selling', 'rating'] as const
export type Sort = (typeof SORTS)[number]

const satang = inQuery(z.int().min(0).max(MAX_SATANG))

/** Filters and sort of a product list; a category includes what hangs below it. */
export const ListProducts = z.object({
  category: slug.optional(),
  brand: slug.optional(),
  shop: slug.optional(),
  /** Where its shop sends from; one of `/api/provinces`. */
  province: slug.optional(),
  minPriceSatang: satang.optional(),
  maxPriceSatang: satang.optional(),
  minRating: inQuery(z.number().min(1).max(5)).optional(),
  inStock: z.enum(['true', 'false']).optional(),
  sort: z.enum(SORTS).default('newest'),
  /** Says how many there are in all, beside the page. */
  counted: z.enum(['true', 'false']).optional(),
  ...Paging,
})
export type ListProducts = z.output<typeof ListProducts>

export const ProductShop = z
  .object({ id: z.string(), slug: z.string(), name: z.string(), province: z.string() })
  .meta({ id: 'ProductShop' })
export type ProductShop = z.output<typeof ProductShop>

export const ProductCard = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    imageUrl: z.string().nullable(),
    priceSatang: z.int(),
    compareAtSatang: z.int().optional(),
    currency: z.literal('THB'),
    /** Average of 1 to 5, 0 without reviews. */
    rating: z.number(),
    reviewCount: z.int(),
    soldCount: z.int(),
    inStock: z.boolean(),
    /** Its lowest flash price while there is one; `priceSatang` is the price without it. */
    flash: FlashPrice.nullable(),
    shop: ProductShop,
  })
  .meta({ id: 'ProductCard' })
export type ProductCard = z.output<typeof ProductCard>

/** How many a list holds: exactly, or `count` and `more`, since nobody reads on for ever. */
export const Found = z.object({ count: z.int(), more: z.boolean() }).meta({ id: 'Found' })
export type Found = z.output<typeof Found>

/** `found` only where it was asked for, by `counted`. */
export const ProductPage = pageOf(ProductCard)
  .extend({ found: Found.optional() })
  .meta({ id: 'ProductPage' })
export type ProductPage = z.output<typeof ProductPage>

/** The shop on a product's own page, which says more of it than a card does. */
export const ProductSeller = ProductShop.extend({
  provinceSlug: z.string(),
  rating: z.number(),
  reviewCount: z.int(),
  productCount: z.int(),
  joinedAt: z.iso.datetime(),
}).meta({ id: 'ProductSeller' })
export type ProductSeller = z.output<typeof ProductSeller>

const Named = z.object({ id: z.string(), slug: z.string(), name: z.string() })

export const ProductVariant = z
  .object({
    id: z.string(),
    sku: z.string(),
    options: z.array(z.object({ name: z.string(), value: z.string() })),
    priceSatang: z.int(),
    compareAtSatang: z.int().optional(),
    /** How many can be bought now, at either price. */
    available: z.int(),
    flash: FlashPrice.nullable(),
  })
  .meta({ id: 'ProductVariant' })
export type ProductVariant = z.output<typeof ProductVariant>

export const ProductDetail = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    images: z.array(z.object({ url: z.string() })),
    category: Named,
    brand: Named.nullable(),
    shop: ProductSeller,
    rating: z.number(),
    reviewCount: z.int(),
    soldCount: z.int(),
    variants: z.array(ProductVariant),
    /** Grows with everything that moves its stock: a live event with a smaller one is nothing new. */
    stockVersion: z.int(),
  })
  .meta({ id: 'ProductDetail' })
export type ProductDetail = z.output<typeof ProductDetail>

export const SlugParam = z.object({ slug })
