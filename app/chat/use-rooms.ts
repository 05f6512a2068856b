import { useFetcher, useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { inboxNews } from '../live/inbox-news.ts'
import { news } from './news.ts'
import type { RoomsData } from './rooms.server.ts'

/** The list's own page, of whichever page it stands on. */
export function listAt(path: string, params: URLSearchParams): string {
  const own = ['shop', 'q', 'cursor'].flatMap((name) => {
    const value = params.get(name)
    return value === null ? [] : [[name, value] as [string, string]]
  })
  return own.length === 0 ? path : `${path}?${new URLSearchParams(own)}`
}

/** The list is a copy that comes a moment after the words themselves. */
const COPIED_MS = 1_500
const LOOK_EVERY_MS = 30_000

/**
 * The list of talks as it is lately: it is read again after something was said, whenever one goes to
 * another talk, and now and then while somebody looks. `address` is the list's own page.
 */
export function useRooms(rooms: RoomsData, address: string): RoomsData {
  const fetcher = useFetcher<{ rooms: RoomsData }>({ key: `rooms ${address}` })
  const { pathname } = useLocation()
  const first = useRef(pathname)
  const load = useRef(() => {})
  load.current = () => {
    if (document.visibilityState === 'visible') fetcher.load(address)
  }
  useEffect(() => {
    if (first.current !== pathname) load.current()
    first.current = pathname
  }, [pathname])
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined
    const leave = news.subscribe(() => {
      clearTimeout(soon)
      soon = setTimeout(() => load.current(), COPIED_MS)
    })
    // What was said in another talk is told where its reader is.
    const deaf = inboxNews.subscribe(() => load.current())
    const timer = setInterval(() => load.current(), LOOK_EVERY_MS)
    return () => {
      leave()
      deaf()
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [])
  const read = fetcher.data?.rooms
  return read !== undefined && read.now > rooms.now ? read : rooms
}
