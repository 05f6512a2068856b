import { redirect } from '@remix-run/cloudflare'
import type { Storefront } from '../load-context.ts'
import { localePath } from '../locale.ts'

/**
 * The shop that is worked for, of those one works for: the one the address names, or the first.
 * Nobody yet signs in first; whoever works for no shop has no desk.
 */
export async function deskOf({ api, locale, session }: Storefront, request: Request) {
  const { pathname, search, searchParams } = new URL(request.url)
  if ((await session.read()) === null) {
    const next = encodeURIComponent(pathname + search)
    throw redirect(`${localePath(locale, '/sign-in')}?next=${next}`)
  }
  const { shops } = await api.me.read()
  const asked = searchParams.get('shop')
  const shop = asked === null ? shops[0] : shops.find(({ id }) => id === asked)
  if (shop === undefined) throw new Response(null, { status: 403 })
  return { shop, shops }
}
