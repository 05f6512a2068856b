import { createBrandService } from './brand/service.ts'
import { createCategoryService } from './category/service.ts'
import { createInventoryService } from './inventory/service.ts'
import { createReviewService } from './review/service.ts'
import { createProductService, type ProductDeps } from './service.ts'

/** What is sold. Built for one request; everything it needs comes in. */
export function createProductModule(deps: ProductDeps) {
  return {
    ...createProductService(deps),
    categories: createCategoryService(deps),
    brands: createBrandService(deps),
    reviews: createReviewService(deps),
    inventory: createInventoryService(deps),
  }
}

export type ProductModule = ReturnType<typeof createProductModule>
export { type Demand, sumDemand } from './inventory/rules.ts'
export type { Offer, ShopName } from './service.ts'
