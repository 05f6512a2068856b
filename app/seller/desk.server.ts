import { accountOf } from '../door.server.ts'
import type { Storefront } from '../load-context.ts'

/**
 * The shops one works for, and of them the one the address names, or the first; null without it.
 * Nobody yet signs in first.
 */
export async function myShops(context: Storefront, request: Request) {
  await accountOf(context, request)
  const { id: userId, shops } = await context.api.me.read()
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('shop')
  const shop = asked === null ? shops[0] : shops.find(({ id }) => id === asked)
  return { userId, shop: shop ?? null, shops }
}

/** The same where there has to be one: whoever works for no shop has no desk. */
export async function deskOf(context: Storefront, request: Request) {
  const { shop, ...mine } = await myShops(context, request)
  if (shop === null) throw new Response(null, { status: 403 })
  return { shop, ...mine }
}
