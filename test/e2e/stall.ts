import type { World } from './open-world.ts'
import type { Card } from './shopping.ts'
import { demoSeller } from './talking.ts'
import { call } from './visitors.ts'

/** The demo seller's stall: what of it can be bought, and what is read and done at its desk. */
export async function openStall(world: World) {
  const { headers, shop } = await demoSeller(world)
  const desk = `${world.api}/api/seller/shops/${shop.id}`
  const { items: cards } = await call<{ items: Card[] }>(
    `${world.api}/api/products?inStock=true&shop=${shop.slug}&limit=100`,
  )
  return {
    cards,
    read: async <Body>(path: string): Promise<Body> =>
      await call<Body>(`${desk}/${path}`, undefined, headers),
    act: async <Body>(path: string, body: object = {}): Promise<Body> =>
      await call<Body>(`${desk}/${path}`, body, {
        ...{ ...headers, 'idempotency-key': crypto.randomUUID() },
      }),
  }
}
