import { useEffect, useState } from 'react'
import type { LeftOf } from '../live/stock.ts'
import type { Product } from '../shapes.ts'

/** Whoever leaves sooner than that never opens a socket. */
const LISTEN_AFTER_MS = 4000

/**
 * The product with what is left of it by now. Its page listens once it was looked at for a while, and
 * as long as it is looked at; an event that is older than the page changes nothing.
 */
export function useLeft(product: Product): Product {
  const [left, setLeft] = useState<LeftOf | null>(null)
  const { id } = product

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let close: (() => void) | undefined
    let round = 0
    const stop = () => {
      round += 1
      clearTimeout(timer)
      close?.()
      close = undefined
    }
    const look = () => {
      stop()
      if (document.visibilityState !== 'visible') return
      const own = round
      timer = setTimeout(async () => {
        // Fetched when it is needed: most visits are over before.
        const { listenToStock } = await import('../live/stock.ts')
        if (own === round) close = listenToStock(id, setLeft)
      }, LISTEN_AFTER_MS)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', look)
    }
  }, [id])

  if (left === null || left.productId !== id || left.version <= product.stockVersion) return product
  return {
    ...product,
    variants: product.variants.map((variant) => ({
      ...variant,
      // What is left of a flash sale is not on the ordinary shelf.
      available: Math.max(
        left.available[variant.id] ?? variant.available,
        variant.flash?.left ?? 0,
      ),
    })),
  }
}
