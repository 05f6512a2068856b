import { shortMoney } from '../format/money.ts'
import type { Messages } from '../messages/index.ts'
import type { Cart, Quote } from '../shapes.ts'

export type CashAnswer = Quote['cash']

/** Why a basket cannot be paid at the door, in a sentence; null when nothing is said against it. */
export function cashSentence(
  { reason, maximumSatang, accountMaximumSatang, shopIds = [] }: CashAnswer,
  cart: Cart,
  checkout: Messages['checkout'],
): string | null {
  const shops = cart.groups.flatMap(({ shop }) => (shopIds.includes(shop.id) ? [shop.name] : []))
  const names = shops.join(', ')
  switch (reason) {
    case 'market_refuses':
      return checkout.codNowhere
    case 'shop_refuses':
      return checkout.codRefused(names, shops.length)
    case 'province_refused':
      return names === '' ? checkout.codNotThere : checkout.codNotThereOf(names, shops.length)
    case 'above_cash_limit': {
      const most = shortMoney(maximumSatang ?? 0)
      if (names !== '') return checkout.codTooMuchOf(names, most)
      return accountMaximumSatang === undefined
        ? checkout.codTooMuch(most)
        : checkout.codTooMuchForGuest(most, shortMoney(accountMaximumSatang))
    }
    default:
      return null
  }
}
