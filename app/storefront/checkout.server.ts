import { redirect } from '@remix-run/cloudflare'
import { isBlocked } from '../components/cart-counts.ts'
import type { Storefront } from '../load-context.ts'
import { localePath } from '../locale.ts'
import { readVouchers } from './voucher-choice.server.ts'

/** Everything the page chooses from, read side by side. Back to the basket when it cannot be ordered. */
export async function readCheckout(storefront: Storefront, chosenAddressId: string | null) {
  const { api, locale, session } = storefront
  const signedIn = (await session.read()) !== null
  const [cart, addresses] = await Promise.all([
    api.cart.read(),
    signedIn ? api.addresses.list() : [],
  ])
  const lines = cart.groups.flatMap((group) => group.lines)
  if (lines.length === 0 || lines.some(isBlocked)) throw redirect(localePath(locale, '/cart'))

  const address =
    addresses.find(({ id }) => id === chosenAddressId) ??
    addresses.find(({ isDefault }) => isDefault) ??
    addresses[0]
  const [shipping, told] = await Promise.all([
    api.cart.shippingOptions(address?.id),
    readVouchers(storefront, address === undefined ? {} : { province: address.province }),
  ])
  const addressId = address?.id ?? null
  return { guest: !signedIn, cart, addresses, addressId, shipping, told }
}
