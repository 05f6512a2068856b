import type { Cache } from '#src/cache/cache.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Locale } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { ofShop } from '#src/database/of-shop.ts'
import type { ListBrands } from './brand/schema.ts'
import { createBrandService } from './brand/service.ts'
import { createCardService } from './card/service.ts'
import { createCategoryService } from './category/service.ts'
import { createFlashSaleService } from './flash-sale/service.ts'
import { createFlashSlotService } from './flash-slot/service.ts'
import { createFlashStockService, type FlashStockDeps } from './flash-stock/service.ts'
import { createInventoryService } from './inventory/service.ts'
import { createLeftService, type LeftDeps } from './left/service.ts'
import { createLowStockService, type LowStockDeps } from './low-stock/service.ts'
import { createProvinceService } from './province/service.ts'
import { createReviewService, type ReviewDeps } from './review/service.ts'
import type { ListProducts } from './schema.ts'
import { createProductService, type ProductDeps } from './service.ts'
import { createSitemapService, type SitemapDeps } from './sitemap/service.ts'
import type { ListStalls } from './stall/schema.ts'
import { createStallService, type StallDeps } from './stall/service.ts'
import { createStockService, type StockDeps } from './stock/service.ts'
import { createWatchService, type WatchDeps } from './watch/service.ts'

export type BrowsingDeps = Omit<ProductDeps, 'flashSales'> &
  FlashStockDeps &
  ReviewDeps &
  StallDeps &
  SitemapDeps &
  LeftDeps &
  WatchDeps &
  Pick<LowStockDeps, 'tell'> &
  Pick<StockDeps, 'sleep'> & {
    /** Answers browsing, which may be a moment old; offers and stock are never asked of it. */
    cache: Cache
  }

/** What is sold. Built for one request; everything it needs comes in. */
export function createProductModule({ cache, ...deps }: BrowsingDeps) {
  const inventory = createInventoryService(deps)
  const flashStock = createFlashStockService(deps)
  const left = createLeftService(deps)
  const watches = createWatchService(deps)
  const rowsOf = (scope: ShopScope) => ofShop(deps.database, scope)
  const flashSlots = createFlashSlotService({
    ...deps,
    stock: flashStock,
    inventory,
    left,
    watches,
  })
  const flashSales = createFlashSaleService({
    ...deps,
    stock: flashStock,
    slots: flashSlots,
    inventory,
    left,
  })
  const { list, detail, ...product } = createProductService({ ...deps, flashSales })
  const categories = createCategoryService(deps)
  const brands = createBrandService(deps)
  const provinces = createProvinceService(deps)
  const stalls = createStallService(deps)
  const { listMs, detailMs, treeMs, flashMs } = SETTINGS.cache
  const key = (...parts: unknown[]) => JSON.stringify(parts)
  return {
    ...product,
    ...createCardService(deps),
    list: async (filter: ListProducts, locale: Locale) =>
      await cache.remember(key('list', locale, filter), listMs, async () => {
        return await list(filter, locale)
      }),
    detail: async (slug: string, locale: Locale) =>
      await cache.remember(key('detail', locale, slug), detailMs, async () => {
        return await detail(slug, locale)
      }),
    categories: {
      has: categories.has,
      tree: async (locale: Locale) =>
        await cache.remember(key('tree', locale), treeMs, async () => {
          return await categories.tree(locale)
        }),
    },
    brands: {
      list: async (filter: ListBrands, locale: Locale) =>
        await cache.remember(key('brands', locale, filter), treeMs, async () => {
          return await brands.list(filter, locale)
        }),
    },
    provinces: {
      list: async (locale: Locale) =>
        await cache.remember(key('provinces', locale), treeMs, async () => {
          return await provinces.list(locale)
        }),
    },
    stalls: {
      list: async (filter: ListStalls, locale: Locale) =>
        await cache.remember(key('stalls', locale, filter), treeMs, async () => {
          return await stalls.list(filter, locale)
        }),
    },
    reviews: createReviewService(deps),
    sitemap: createSitemapService(deps),
    inventory,
    flashStock,
    flashSlots,
    flashSales: {
      ...flashSales,
      list: async (locale: Locale) =>
        await cache.remember(key('flash', locale), flashMs, async () => {
          return await flashSales.list(locale)
        }),
    },
    stock: createStockService({
      ...deps,
      rowsOf,
      inventory,
      left,
    }),
    left,
    watches,
    lowStock: createLowStockService({ ...deps, rowsOf }),
  }
}

export type ProductModule = ReturnType<typeof createProductModule>
export type { FlashWant } from './flash-stock/rules.ts'
export { type Demand, STOCK_BACK, STOCK_LOW, sumDemand } from './inventory/rules.ts'
export { REVIEW_WRITTEN } from './review/rules.ts'
export type { FlashOffer, Offer, ProductService, ShopName } from './service.ts'
export { PRICE_LOWERED } from './watch/rules.ts'
