import { redirect, redirectDocument } from '@remix-run/cloudflare'
import { type Locale, localeOf, localePath, safeNext } from './locale.ts'

/**
 * Sends a visitor to the page of our own that a form or an address names, or home. A page of the other
 * language comes as a new document, with scripts that speak it.
 */
export function goNext(locale: Locale, next: unknown): Response {
  const to = safeNext(next, localePath(locale, '/'))
  const same = localeOf(new URL(to, 'https://own.invalid').pathname) === locale
  return same ? redirect(to) : redirectDocument(to)
}
