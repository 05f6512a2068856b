import { redirect } from '@remix-run/cloudflare'
import type { Storefront } from '../load-context.ts'
import { localePath } from '../locale.ts'

/**
 * The shops one works for, and of them the one the address names, or the first; null without it.
 * Nobody yet signs in first.
 */
export async function myShops({ api, locale, session }: Storefront, request: Request) {
  const { pathname, search, searchParams } = new URL(request.url)
  if ((await session.read()) === null) {
    const next = encodeURIComponent(pathname + search)
    throw redirect(`${localePath(locale, '/sign-in')}?next=${next}`)
  }
  const { id: userId, shops } = await api.me.read()
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
