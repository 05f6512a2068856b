import { redirect } from '@remix-run/cloudflare'
import type { Storefront } from './load-context.ts'
import { localePath } from './locale.ts'
import { goNext } from './next.server.ts'
import type { SignedInUser } from './session.server.ts'

/** Where somebody at the door was going; whoever is in already is sent on at once. */
export async function nextFrom({ session, locale }: Storefront, request: Request): Promise<string> {
  const next = new URL(request.url).searchParams.get('next') ?? ''
  if ((await session.read()) !== null) throw goNext(locale, next)
  return next
}

/** Who has the page; nobody yet signs in first and comes back to it. */
export async function accountOf(
  { session, locale }: Storefront,
  request: Request,
): Promise<SignedInUser> {
  const found = await session.read()
  if (found !== null) return found.user
  const { pathname, search } = new URL(request.url)
  const next = encodeURIComponent(pathname + search)
  throw redirect(`${localePath(locale, '/sign-in')}?next=${next}`)
}
