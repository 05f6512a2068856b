import type { NotificationParams } from '#src/database/tables/notification.ts'
import type { VariantOption } from '#src/database/tables/product.ts'

/** The queue's message of a product that may cost less now; by the product. */
export const PRICE_LOWERED = 'price.lowered'

type Named = { titleTh: string; titleEn: string }

/** A shelf as those who wait for it are told of it. */
export type Shelf = Named & {
  variantId: string
  productId: string
  shopId: string
  slug: string
  sku: string
  options: readonly VariantOption[]
  onSale: boolean
  available: number
}

/** What fills the news of a product, in both languages. */
export const namedParams = ({ titleTh, titleEn }: Named): NotificationParams => ({
  titleTh,
  titleEn,
})

/** The same of one of its variants, with what was chosen. */
export const shelfParams = (shelf: Shelf): NotificationParams => ({
  ...namedParams(shelf),
  choiceTh: shelf.options.map(({ value }) => value.th).join(' '),
  choiceEn: shelf.options.map(({ value }) => value.en).join(', '),
  available: shelf.available,
})

/** The lowest of the prices that somebody can pay now; nothing while nothing is sold. */
export function lowestOf(
  ordinary: readonly { priceSatang: number }[],
  flash: readonly { priceSatang: number }[],
): number | undefined {
  // A flash price is that of a variant on sale: without one there is none.
  if (ordinary.length === 0) return undefined
  return Math.min(...[...ordinary, ...flash].map(({ priceSatang }) => priceSatang))
}
