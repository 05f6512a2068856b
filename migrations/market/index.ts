import { accountsOf, addressesOf, DEMO_EMAILS } from './accounts.ts'
import { flashSalesOf } from './flash-sales.ts'
import { productsOf } from './products.ts'
import { reviewsOf } from './reviews.ts'
import { SHOPS } from './shops.ts'
import { brandsOf, categoriesOf, shippingOf, shopsOf } from './stalls.ts'
import type { Market, ShopNote } from './types.ts'
import { vouchersOf } from './vouchers.ts'

export { DEMO_EMAILS, DEMO_PASSWORD } from './accounts.ts'
export type * from './types.ts'

export type MarketSize = {
  products: number
  /** At most 40. With fewer, kinds of goods that only the others sell are left out. */
  shops: number
  seed: string
  /** Every date of the market lies before it. */
  now: Date
}

/** A believable Thai market: the same arguments give the same market, to the letter. */
export function generateMarket({ products: count, shops: stalls, seed, now }: MarketSize): Market {
  const accounts = accountsOf(stalls, now)
  const byEmail = new Map(accounts.map(({ email, id }) => [email, id]))
  const idOf = (email: string): string => byEmail.get(email) ?? ''
  const ownerOf = (note: ShopNote): string =>
    byEmail.get(`owner.${note.slug}@talat.example`) ?? idOf(DEMO_EMAILS.seller)
  const shops = shopsOf(stalls, now, ownerOf)
  const provinceOf = new Map(SHOPS.map(({ slug, province }) => [slug, province]))
  const products = productsOf({ count, seed, now, shops, provinceOf })
  return {
    now,
    shops,
    categories: categoriesOf(products),
    brands: brandsOf(),
    products,
    reviews: reviewsOf(products, seed, now),
    shippingOptions: shippingOf(shops, seed),
    vouchers: vouchersOf(shops, now),
    accounts,
    addresses: addressesOf(idOf(DEMO_EMAILS.shopper)),
    flashSales: flashSalesOf(products, seed, now),
  }
}
