import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import { BrandPage, ListBrands } from './brand/schema.ts'
import { CategoryTree } from './category/schema.ts'
import type { ProductModule } from './index.ts'
import { lowStockRoutes } from './low-stock/routes.ts'
import { ProvinceList } from './province/schema.ts'
import { ListReviews, Review, ReviewPage, WriteReview } from './review/schema.ts'
import { ListProducts, ProductDetail, ProductPage, SlugParam } from './schema.ts'
import { ListStalls, StallPage } from './stall/schema.ts'
import { stockRoutes } from './stock/routes.ts'
import { watchRoutes } from './watch/routes.ts'

/** Browsing: for anyone, in the language of the request. Reviews are written by who has the goods. */
export const productRoutes = () =>
  new Hono<HttpEnv<{ product: ProductModule }>>()
    .route('/', stockRoutes())
    .route('/', lowStockRoutes())
    .route('/', watchRoutes())
    .get(
      '/products',
      operation({
        summary: 'List products',
        tag: 'Products',
        answers: [200, ProductPage],
        problems: ['cursor_invalid'],
      }),
      allow('anyone'),
      valid('query', ListProducts),
      async (c) => c.json(await c.get('product').list(c.req.valid('query'), c.get('locale')), 200),
    )
    .get(
      '/products/:slug',
      operation({
        summary: 'Read one product',
        tag: 'Products',
        answers: [200, ProductDetail],
        problems: ['not_found'],
      }),
      allow('anyone'),
      valid('param', SlugParam),
      async (c) =>
        c.json(await c.get('product').detail(c.req.valid('param').slug, c.get('locale')), 200),
    )
    .get(
      '/products/:slug/reviews',
      operation({
        summary: 'List the reviews of a product',
        tag: 'Products',
        answers: [200, ReviewPage],
        problems: ['not_found', 'cursor_invalid'],
      }),
      allow('anyone'),
      valid('param', SlugParam),
      valid('query', ListReviews),
      async (c) =>
        c.json(
          await c.get('product').reviews.list(c.req.valid('param').slug, c.req.valid('query')),
          200,
        ),
    )
    .post(
      '/products/:slug/reviews',
      operation({
        summary: 'Review a product that you bought and have',
        tag: 'Products',
        answers: [201, Review],
        problems: ['not_found', 'not_delivered', 'already_reviewed'],
        signedIn: true,
      }),
      allow('user', { fresh: true }),
      valid('param', SlugParam),
      valid('json', WriteReview),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { slug } = c.req.valid('param')
        const { reviews } = c.get('product')
        return c.json(await reviews.write(userId, slug, c.req.valid('json'), c.get('locale')), 201)
      },
    )
    .get(
      '/categories',
      operation({
        summary: 'Read the category tree',
        tag: 'Products',
        answers: [200, CategoryTree],
      }),
      allow('anyone'),
      async (c) => c.json(await c.get('product').categories.tree(c.get('locale')), 200),
    )
    .get(
      '/brands',
      operation({
        summary: 'List brands',
        tag: 'Products',
        answers: [200, BrandPage],
        problems: ['cursor_invalid'],
      }),
      allow('anyone'),
      valid('query', ListBrands),
      async (c) =>
        c.json(await c.get('product').brands.list(c.req.valid('query'), c.get('locale')), 200),
    )
    .get(
      '/provinces',
      operation({
        summary: 'List the provinces that shops send from',
        tag: 'Shops',
        answers: [200, ProvinceList],
      }),
      allow('anyone'),
      async (c) => c.json(await c.get('product').provinces.list(c.get('locale')), 200),
    )
    .get(
      '/shops',
      operation({
        summary: 'List shops with what they sell best',
        tag: 'Shops',
        answers: [200, StallPage],
        problems: ['cursor_invalid'],
      }),
      allow('anyone'),
      valid('query', ListStalls),
      async (c) =>
        c.json(await c.get('product').stalls.list(c.req.valid('query'), c.get('locale')), 200),
    )

export type ProductApi = ReturnType<typeof productRoutes>
