import type { Cart, ShippingOptions } from '../shapes.ts'

type Option = ShippingOptions['groups'][number]['options'][number]

/** The ways a shop sends a basket, the cheapest first. */
export const optionsOf = (shipping: ShippingOptions, shopId: string): Option[] =>
  (shipping.groups.find((group) => group.shopId === shopId)?.options ?? []).toSorted(
    (a, b) => a.priceSatang - b.priceSatang,
  )

/** What was chosen, else the first, which is the cheapest. */
export function chosenOption(
  options: readonly Option[],
  id: string | undefined,
): Option | undefined {
  return options.find((option) => option.id === id) ?? options[0]
}

/** What sending a basket costs with these choices, shop by shop. */
export function shippingTotal(
  cart: Cart,
  shipping: ShippingOptions,
  chosen: Record<string, string>,
): number {
  return cart.groups.reduce((sum, { shop }) => {
    const option = chosenOption(optionsOf(shipping, shop.id), chosen[`shipping.${shop.id}`])
    return sum + (option?.priceSatang ?? 0)
  }, 0)
}

const FIELD = 'shipping.'

/** The way of each shop that a form names. */
function shippingIn(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, id]) => name.startsWith(FIELD) && id !== '')
      .map(([name, id]) => [name.slice(FIELD.length), id]),
  )
}

/** What of a form a price depends on: the way of each shop, and where it goes. */
export function pricedBy(fields: Record<string, string>): {
  shipping: Record<string, string>
  province?: string
} {
  const province = (fields.province ?? '').trim().slice(0, 80)
  const shipping = shippingIn(fields)
  return province === '' ? { shipping } : { shipping, province }
}

/** The way of each shop as a page shows it: what was chosen, else the cheapest. */
export function shippingShown(
  cart: Cart,
  shipping: ShippingOptions,
  chosen: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    cart.groups.flatMap(({ shop }) => {
      const option = chosenOption(optionsOf(shipping, shop.id), chosen[`${FIELD}${shop.id}`])
      return option === undefined ? [] : [[shop.id, option.id] as const]
    }),
  )
}
