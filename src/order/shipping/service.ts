import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { CartOwner, CartService } from '../cart/service.ts'
import type { Option } from '../checkout/rules.ts'
import { estimateText, shippingPrice } from './rules.ts'
import type { ProductShipping, ShippingOptions } from './schema.ts'

export type ShippingDeps = {
  cart: CartService
  /** What some shops offer, in each shop's order. One query. */
  optionsOf(shopIds: readonly string[]): Promise<Option[]>
  savedAddress(userId: string, id: string): Promise<unknown>
  /** Who sends a product, and what one piece weighs at least. @throws Problem `not_found` */
  parcelOf(productSlug: string): Promise<{ shopId: string; weightGrams: number }>
}

const offeredFor = (option: Option, grams: number, locale: Locale) => ({
  id: option.id,
  name: locale === 'en' ? option.nameEn : option.nameTh,
  priceSatang: shippingPrice(option, grams),
  estimate: estimateText(option.minDays, option.maxDays, locale),
  minDays: option.minDays,
  maxDays: option.maxDays,
})

/** What the shops of a cart ask for sending it. */
export function createShippingService({ cart, optionsOf, savedAddress, parcelOf }: ShippingDeps) {
  return {
    /** The options of each shop, priced for the cart's weight. @throws Problem `not_found` */
    async options(
      owner: CartOwner,
      addressId: string | undefined,
      locale: Locale,
    ): Promise<ShippingOptions> {
      if (addressId !== undefined) {
        // Tariffs do not depend on the province yet, but a foreign address must not look real.
        const address =
          owner.userId === null ? undefined : await savedAddress(owner.userId, addressId)
        if (address === undefined) throw new Problem('not_found')
      }
      const { lines, offers } = await cart.open(owner)
      const weights = new Map<string, number>()
      for (const line of lines) {
        const offer = offers.get(line.variantId)
        if (offer === undefined) continue
        const grams = offer.weightGrams * line.quantity
        weights.set(offer.shopId, (weights.get(offer.shopId) ?? 0) + grams)
      }
      const options = await optionsOf([...weights.keys()])
      return {
        groups: [...weights].map(([shopId, grams]) => ({
          shopId,
          options: options
            .filter((option) => option.shopId === shopId)
            .map((option) => offeredFor(option, grams, locale)),
        })),
      }
    },

    /**
     * What sending one piece of a product costs at least and how long it takes, the same for
     * everybody. Two queries. @throws Problem `not_found`
     */
    async ofProduct(slug: string, locale: Locale): Promise<ProductShipping> {
      const { shopId, weightGrams } = await parcelOf(slug)
      const options = await optionsOf([shopId])
      return { options: options.map((option) => offeredFor(option, weightGrams, locale)) }
    },
  }
}
