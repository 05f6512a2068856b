import { openChannel } from './channel.ts'

/** How much is left of each variant of a product, at a version of its stock. */
export type LeftOf = { productId: string; version: number; available: Record<string, number> }

/** Listens to how much is left of a product, until it is closed; never goes back to an older version. */
export function listenToStock(productId: string, onLeft: (left: LeftOf) => void): () => void {
  let newest = 0
  const { close } = openChannel({
    channel: `stock:${productId}`,
    orderToken: null,
    isPublic: true,
    // From the first that is kept: what happened before the socket was open is among them.
    after: 0,
    onState: () => undefined,
    onEvent: (event) => {
      if (event.kind !== 'stock' || event.version <= newest) return
      newest = event.version
      onLeft({
        ...{ productId, version: event.version },
        available: Object.fromEntries(
          event.variants.map(({ variantId, available }) => [variantId, available]),
        ),
      })
    },
  })
  return close
}
