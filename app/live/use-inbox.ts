import { useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useLocale, usePath } from '../components/use-locale.ts'
import type { Waiting } from './waiting.ts'

const NOTHING: Waiting = { unread: 0, rooms: 0 }

/**
 * What waits for whoever is signed in, as the page was loaded with it and as it goes on. One socket a
 * page, opened after it stands; a guest (null) has none.
 */
export function useInbox(loaded: Waiting | null): Waiting {
  const [waiting, setWaiting] = useState(loaded)
  const [from, setFrom] = useState(loaded)
  // A page that was loaded anew knows better than what was heard before.
  if (from !== loaded) {
    setFrom(loaded)
    setWaiting(loaded)
  }
  const locale = useLocale()
  const path = usePath()
  const navigate = useNavigate()
  const go = useRef((_: string) => {})
  go.current = (link) => navigate(path(link))
  const isSomebody = loaded !== null

  useEffect(() => {
    if (!isSomebody) return
    let close: (() => void) | undefined
    let left = false
    // Fetched when it is needed, so that no guest carries frames and sockets.
    void import('./inbox-line.ts').then(({ openInbox }) => {
      if (left) return
      close = openInbox({
        locale,
        onWaiting: (news) => setWaiting((known) => ({ ...(known ?? NOTHING), ...news })),
        onSee: (link) => go.current(link),
      })
    })
    return () => {
      left = true
      close?.()
    }
  }, [isSomebody, locale])

  return waiting ?? NOTHING
}
