import { type RefObject, useEffect, useRef, useState } from 'react'
import { olderMessages } from './calls.ts'
import type { Line } from './line.ts'

type Older = {
  /** The link to what was said before; in sight it is followed by itself. */
  place: RefObject<HTMLParagraphElement>
  busy: boolean
}

/** Puts what was said before a number above the rest. Where that fails the link still leads there. */
export function useOlder(line: Line | null, roomId: string, before: number): Older {
  const place = useRef<HTMLParagraphElement>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const link = place.current
    if (line === null || link === null || before <= 1) return
    let left = false
    const watch = new IntersectionObserver(([seen]) => {
      if (!seen?.isIntersecting) return
      watch.disconnect()
      setBusy(true)
      olderMessages(roomId, before)
        .then(({ items }) => {
          if (!left) line.older(items)
        })
        .catch(() => undefined)
        .finally(() => setBusy(false))
    })
    watch.observe(link)
    return () => {
      left = true
      watch.disconnect()
    }
  }, [line, roomId, before])
  return { place, busy }
}
