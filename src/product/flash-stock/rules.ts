/** One wish of an order for a flash price: so many of an item, at most so many a buyer. */
export type FlashWant = {
  itemId: string
  variantId: string
  quantity: number
  perBuyer: number
}

/** What became of a wish that was not granted. */
export type FlashRefusal = 'sold_out' | 'limit'

/** What is left of an item. */
export const leftOf = (item: {
  quota: number
  reserved: number
  sold: number
  returned: number
}): number => item.quota - item.reserved - item.sold - item.returned

/** How many of an item a buyer may still have at its price. */
export const mostOf = (left: number, perBuyer: number, taken: number): number =>
  Math.max(0, Math.min(left, perBuyer - taken))

/** In one order for everybody: of two baskets that want the same last units one gets them all. */
export const inTakingOrder = <Want extends { itemId: string }>(wants: readonly Want[]): Want[] =>
  wants.toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1))
