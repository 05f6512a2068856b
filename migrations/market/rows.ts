import type { Tables } from '../../src/database/tables.ts'
import { ratingCents } from '../../src/product/rules.ts'
import { DEMO_EMAILS } from './accounts.ts'
import type { Category, Market, Product } from './types.ts'

type Rows = { [Name in keyof Tables]?: Tables[Name]['$inferInsert'][] }

/** A market as rows of its tables, in the order they are written: demo accounts last. */
export async function rowsOf(
  market: Market,
  hashPassword: (password: string) => Promise<string>,
): Promise<Rows> {
  const { now } = market
  const shopIds = new Map(market.shops.map((shop) => [shop.slug, shop.id]))
  const categoryIds = new Map(market.categories.map(({ slug, id }) => [slug, id]))
  const brandIds = new Map(market.brands.map(({ slug, id }) => [slug, id]))
  const ancestors = ancestorsOf(market.categories)
  const provinces = new Map(market.shops.map((shop) => [shop.slug, shop.provinceSlug]))
  const perShelf = countShelves(market.products, ancestors)
  const perShop = Map.groupBy(market.products, (product) => product.shopSlug)
  const flash = flashRows(market)
  const carved = new Map<string, number>()
  for (const { variantId, quota } of flash.flashSaleItems) {
    carved.set(variantId, (carved.get(variantId) ?? 0) + quota)
  }
  const variants = market.products.flatMap((product) =>
    product.variants.map((variant, position) => ({ product, variant, position })),
  )
  return {
    shops: market.shops.map((shop) => ({
      id: shop.id,
      slug: shop.slug,
      nameTh: shop.name.th,
      nameEn: shop.name.en,
      descriptionTh: shop.description.th,
      descriptionEn: shop.description.en,
      provinceTh: shop.province.th,
      provinceEn: shop.province.en,
      provinceSlug: shop.provinceSlug,
      imageKey: null,
      acceptsCod: shop.acceptsCod,
      productCount: perShelf.get(`shop:${shop.slug}`) ?? 0,
      ...countsOf(perShop.get(shop.slug) ?? []),
      joinedAt: shop.joinedAt,
      suspendedAt: null,
    })),
    provinces: [...Map.groupBy(market.shops, (shop) => shop.provinceSlug)].map(([slug, shops]) => ({
      slug,
      nameTh: shops[0]?.province.th ?? slug,
      nameEn: shops[0]?.province.en ?? slug,
      shopCount: shops.length,
    })),
    shippingOptions: market.shippingOptions.map(({ shopSlug, name, ...option }) => ({
      ...option,
      shopId: known(shopIds, shopSlug),
      nameTh: name.th,
      nameEn: name.en,
      active: true,
    })),
    vouchers: market.vouchers.map(({ shopSlug, title, from, until, ...voucher }) => ({
      ...voucher,
      shopId: shopSlug === null ? null : known(shopIds, shopSlug),
      titleTh: title.th,
      titleEn: title.en,
      productIds: null,
      categoryIds: null,
      claimableFrom: from,
      claimableUntil: until,
      usableFrom: from,
      usableUntil: until,
      taken: 0,
      listed: true,
      version: 1,
      createdAt: from,
    })),
    categories: market.categories.map((category) => ({
      id: category.id,
      slug: category.slug,
      parentId: category.parentId,
      level: category.level,
      nameTh: category.name.th,
      nameEn: category.name.en,
      imageKey: category.imageKey,
      position: category.position,
      productCount: perShelf.get(`category:${category.slug}`) ?? 0,
    })),
    brands: market.brands.map(({ id, slug, name }) => ({
      id,
      slug,
      nameTh: name.th,
      nameEn: name.en,
      productCount: perShelf.get(`brand:${slug}`) ?? 0,
    })),
    products: market.products.map((product) => ({
      id: product.id,
      slug: product.slug,
      shopId: known(shopIds, product.shopSlug),
      categoryId: known(categoryIds, product.categorySlug),
      brandId: product.brandSlug === null ? null : known(brandIds, product.brandSlug),
      status: 'published' as const,
      titleTh: product.title.th,
      titleEn: product.title.en,
      descriptionTh: product.description.th,
      descriptionEn: product.description.en,
      imageKeys: product.imageKeys,
      priceSatang: product.priceSatang,
      compareAtSatang: product.compareAtSatang,
      inStock: inStock(product),
      ratingSum: product.ratingSum,
      reviewCount: product.reviewCount,
      soldCount: product.soldCount,
      publishedAt: product.publishedAt,
      updatedAt: now,
      version: 1,
    })),
    listings: market.products.flatMap((product) =>
      [...shelvesOf(product, ancestors), `province:${known(provinces, product.shopSlug)}`].map(
        (shelf) => ({
          shelf,
          productId: product.id,
          priceSatang: product.priceSatang,
          ratingCents: ratingCents(product.ratingSum, product.reviewCount),
          soldCount: product.soldCount,
          publishedMs: product.publishedAt.getTime(),
          inStock: inStock(product),
        }),
      ),
    ),
    variants: variants.map(({ product, variant, position }) => ({
      id: variant.id,
      productId: product.id,
      shopId: known(shopIds, product.shopSlug),
      sku: variant.sku,
      options: variant.options,
      priceSatang: variant.priceSatang,
      compareAtSatang: variant.compareAtSatang,
      weightGrams: variant.weightGrams,
      position,
      active: true,
    })),
    stockLevels: variants.map(({ product, variant }) => ({
      variantId: variant.id,
      productId: product.id,
      onHand: variant.stock,
      reserved: carved.get(variant.id) ?? 0,
      version: 1,
    })),
    stockMovements: [
      ...variants.map(({ variant }) => ({
        id: variant.id.replace('var_', 'mov_'),
        variantId: variant.id,
        reason: 'received' as const,
        onHandDelta: variant.stock,
        reservedDelta: 0,
        refId: 'opening',
        at: now,
      })),
      ...flash.flashTransfers.map(({ id, itemId, quantity }) => ({
        id: itemId.replace('fli_', 'mov_'),
        variantId: known(flash.variantIds, itemId),
        reason: 'campaign_out' as const,
        onHandDelta: 0,
        reservedDelta: quantity,
        refId: id,
        at: now,
      })),
    ],
    flashSales: flash.flashSales,
    flashSaleHistory: flash.flashSaleHistory,
    flashSaleItems: flash.flashSaleItems,
    flashTransfers: flash.flashTransfers,
    reviews: market.reviews.map((review) => ({
      ...review,
      userId: null,
      orderLineId: null,
      createdMs: review.createdAt.getTime(),
    })),
    addresses: market.addresses.map((address) => ({ ...address, createdAt: now })),
    shopMembers: market.shops.map((shop) => ({
      shopId: shop.id,
      userId: shop.ownerId,
      role: 'owner' as const,
      createdAt: shop.joinedAt,
    })),
    users: await accountRows(market, hashPassword),
  }
}

/** Slots as an operator sets them up: their stock is carved out, and on its way to their objects. */
function flashRows({ flashSales: sales, now }: Market) {
  const items = sales.flatMap(({ id: saleId, startsAt, endsAt, items }) =>
    items.map((item) => ({
      ...{ ...item, saleId, startsAt, endsAt },
      ...{ reserved: 0, sold: 0, returned: 0, taking: true, version: 1 },
    })),
  )
  return {
    variantIds: new Map(items.map(({ id, variantId }) => [id, variantId])),
    flashSales: sales.map(({ id, title, startsAt, endsAt }) => ({
      ...{ id, titleTh: title.th, titleEn: title.en, startsAt, endsAt },
      ...{ state: 'scheduled' as const, version: 1, createdAt: now },
    })),
    flashSaleHistory: sales.map(({ id }) => ({
      ...{ saleId: id, version: 1, event: 'scheduled', fromState: null, toState: 'scheduled' },
      ...{ actor: 'operator', at: now },
    })),
    flashSaleItems: items,
    flashTransfers: items.map(({ id: itemId, quota: quantity }) => ({
      ...{ id: `${itemId}.0`, itemId, quantity, done: false, at: now },
    })),
  }
}

async function accountRows(market: Market, hashPassword: (password: string) => Promise<string>) {
  // Every demo account has the same plainly fake password: one costly hash serves them all.
  const hashes = new Map<string, string>()
  for (const { password } of market.accounts) {
    if (password !== null && !hashes.has(password))
      hashes.set(password, await hashPassword(password))
  }
  const last = (email: string) => (email === DEMO_EMAILS.operator ? 1 : 0)
  return market.accounts
    .toSorted((a, b) => last(a.email) - last(b.email))
    .map(({ password, ...account }) => ({
      ...account,
      passwordHash: password === null ? null : (hashes.get(password) ?? null),
      suspendedAt: null,
    }))
}

const inStock = (product: Product) => product.variants.some(({ stock }) => stock > 0)

/** A category's own slug and those of everything above it. */
function ancestorsOf(categories: readonly Category[]): Map<string, string[]> {
  const byId = new Map(categories.map((category) => [category.id, category]))
  const line = (category: Category): string[] => {
    const parent = category.parentId === null ? undefined : byId.get(category.parentId)
    return [category.slug, ...(parent === undefined ? [] : line(parent))]
  }
  return new Map(categories.map((category) => [category.slug, line(category)]))
}

const shelvesOf = (product: Product, ancestors: Map<string, string[]>): string[] => [
  'all',
  `shop:${product.shopSlug}`,
  ...(product.brandSlug === null ? [] : [`brand:${product.brandSlug}`]),
  ...(ancestors.get(product.categorySlug) ?? []).map((slug) => `category:${slug}`),
]

function countShelves(products: readonly Product[], ancestors: Map<string, string[]>) {
  const counts = new Map<string, number>()
  for (const product of products) {
    for (const shelf of shelvesOf(product, ancestors)) {
      counts.set(shelf, (counts.get(shelf) ?? 0) + 1)
    }
  }
  return counts
}

/** What a shop counts of all its products. */
function countsOf(products: readonly Product[]) {
  const sum = (of: (product: Product) => number) =>
    products.reduce((total, product) => total + of(product), 0)
  const ratingSum = sum((product) => product.ratingSum)
  const reviewCount = sum((product) => product.reviewCount)
  return {
    soldCount: sum((product) => product.soldCount),
    ratingSum,
    reviewCount,
    ratingCents: ratingCents(ratingSum, reviewCount),
  }
}

function known(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug)
  if (id === undefined) throw new RangeError(`the market names ${slug} and has none`)
  return id
}
