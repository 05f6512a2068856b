import { useLocation } from '@remix-run/react'
import { isUnder, type Locale, localeOf, localePath } from '../locale.ts'
import { type Messages, messagesIn } from '../messages/index.ts'

export const useLocale = (): Locale => localeOf(useLocation().pathname)

/** The texts of the page's language. */
export const useMessages = (): Messages => messagesIn(useLocale())

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
