import { redirect } from '@remix-run/cloudflare'
import type { Storefront } from '../load-context.ts'
import { localePath, safeNext } from '../locale.ts'

/** Where somebody at the door was going; whoever is in already is sent on at once. */
export async function nextFrom({ session, locale }: Storefront, request: Request): Promise<string> {
  const next = new URL(request.url).searchParams.get('next') ?? ''
  if ((await session.read()) !== null) throw redirect(safeNext(next, localePath(locale, '/')))
  return next
}
