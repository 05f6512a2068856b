import { useLocation } from '@remix-run/react'
import { isUnder } from '../locale.ts'

const DOORS = ['/', '/sign-in', '/register', '/sign-out']

/** `door('/sign-in')` is the way in that comes back to where one is; home is where it leads anyway. */
export function useDoor(): (to: '/sign-in' | '/register') => string {
  const { pathname, search } = useLocation()
  return (to) =>
    isUnder(pathname, ...DOORS) ? to : `${to}?next=${encodeURIComponent(pathname + search)}`
}
