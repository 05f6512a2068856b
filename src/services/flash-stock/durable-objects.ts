import type { DurableObjectNamespace } from '@cloudflare/workers-types'
import type { FlashStock, FlashStocks } from './index.ts'

/** Objects of flash sales, one an item. */
export const durableFlashStocks =
  (namespace: DurableObjectNamespace): FlashStocks =>
  (itemId) => {
    // The binding does not carry the class's type here; the object implements FlashStock.
    const of = () => namespace.get(namespace.idFromName(itemId)) as unknown as FlashStock
    // A new stub a call: one whose object broke off stays broken.
    return {
      transfer: async (transfer) => await of().transfer(transfer),
      take: async (take) => await of().take(take),
      settle: async (key) => await of().settle(key),
      release: async (key) => await of().release(key),
      reconcile: async (known, atMs, ended) => await of().reconcile(known, atMs, ended),
    }
  }
