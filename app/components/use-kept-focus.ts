import { useLocation } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * A followed link goes away with its page, and the focus with it: whoever walks by keyboard, or is
 * read to, then goes on at the beginning of the new page and not of the whole document.
 */
export function useKeptFocus(page: RefObject<HTMLElement>): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const lost = document.activeElement === null || document.activeElement === document.body
    if (lost) page.current?.focus({ preventScroll: true })
  }, [pathname, page])
}
