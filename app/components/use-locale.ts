import { useLocation } from '@remix-run/react'
import { isUnder, type Locale, localeOf, localePath } from '../locale.ts'

export const useLocale = (): Locale => localeOf(useLocation().pathname)

/** Texts of one kind in the page's language; a page carries those that it asks for and no others. */
export const useTexts = <Texts>(texts: Record<Locale, Texts>): Texts => texts[useLocale()]

/** Makes paths of the page's language: `path('/cart')` is `/en/cart` on an English page. */
export function usePath(): (path: string) => string {
  const locale = useLocale()
  return (path) => localePath(locale, path)
}

/** `here('/orders')` marks a link to where one is, for `aria-current`. */
export function useHere(): (...places: string[]) => 'page' | undefined {
  const { pathname } = useLocation()
  return (...places) => (isUnder(pathname, ...places) ? 'page' : undefined)
}
