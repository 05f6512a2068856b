import { encodeCursor } from '#src/common/cursor.ts'
import { arrived, cursorOf, type Example, just, mine, own, plain } from './example.ts'

export const BROWSING: Record<string, readonly Example[]> = {
  'GET /api/health': [just()],
  'GET /api/health/ready': [just()],
  'GET /api/shops': [
    just({ query: [['province', 'nan']] }),
    just({
      query: [
        ['sort', 'rating'],
        ['limit', '1'],
        // The world has one shop, and so no second page to take a cursor from.
        ['cursor', encodeCursor('shops:rating', { value: 500, id: 'shp_before_all' })],
      ],
    }),
  ],
  'GET /api/provinces': [just()],
  'GET /api/products/{slug}/shipping-options': [
    mine(({ product }) => ({ path: { slug: product.slug } })),
  ],
  'GET /api/shops/{slug}': [mine(({ shop }) => ({ path: { slug: shop.slug } }))],
  'GET /api/products': [
    {
      make: async (world) =>
        plain({
          query: [
            ['category', world.product.category.slug],
            ['shop', world.shop.slug],
            ['province', world.shop.provinceSlug],
            ['minPriceSatang', '1'],
            ['maxPriceSatang', '99999999'],
            ['minRating', '1'],
            ['inStock', 'true'],
            ['sort', 'price-asc'],
            ['limit', '10'],
          ],
        }),
    },
    {
      make: async (world) =>
        plain({
          query: [
            ['shop', world.shop.slug],
            ['sort', 'price-desc'],
            ['limit', '1'],
            [
              'cursor',
              await cursorOf(world, `/products?shop=${world.shop.slug}&sort=price-desc&limit=1`),
            ],
          ],
        }),
    },
    just({ query: [['brand', 'elephant']] }),
  ],
  'GET /api/products/{slug}': [mine(({ product }) => ({ path: { slug: product.slug } }))],
  'GET /api/products/{slug}/reviews': [
    {
      make: async (world) => {
        const { slug } = world.product
        const cursor = await cursorOf(world, `/products/${slug}/reviews?limit=1`)
        return plain({
          path: { slug },
          query: [
            ['limit', '1'],
            ['cursor', cursor],
          ],
        })
      },
    },
  ],
  'POST /api/products/{slug}/reviews': [
    {
      make: async (world) => {
        const { lineId } = await arrived(world)
        return await own(world, {
          path: { slug: world.product.slug },
          body: { orderLineId: lineId, rating: 5, text: 'ทอแน่น สีสวย' },
        })
      },
      readBack: (_, { path }) =>
        Object.assign(plain(), { from: `/products/${path.slug}/reviews?limit=5` }),
    },
  ],
  'GET /api/categories': [just()],
  'GET /api/brands': [
    {
      make: async (world) =>
        plain({
          query: [
            ['limit', '1'],
            ['cursor', await cursorOf(world, '/brands?limit=1')],
          ],
        }),
    },
  ],
}
