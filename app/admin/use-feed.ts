import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { ChannelState } from '../live/channel.ts'
import type { OperatorNews } from '../shapes.ts'

const ASK_EVERY_MS = 15_000
/** More than anybody reads; the list itself goes further back. */
const MOST_SHOWN = 200

/**
 * The feed as the page read it, with what was told since on top, each once. Whatever may have been
 * missed is read anew: the list is the truth, the channel a hint of it.
 */
export function useFeed(read: readonly OperatorNews[], topic: string | null) {
  const [told, setTold] = useState<readonly OperatorNews[]>([])
  const [state, setState] = useState<ChannelState>('connecting')
  const { revalidate } = useRevalidator()
  const look = useRef(revalidate)
  look.current = revalidate

  useEffect(() => {
    let close: (() => void) | undefined
    let left = false
    void import('../live/channel.ts').then(({ openChannel }) => {
      if (left) return
      const again = () => look.current()
      const open = openChannel({
        channel: 'admin',
        orderToken: null,
        onHello: again,
        onGap: again,
        onState: setState,
        onEvent(event) {
          if (event.kind !== 'operator') return
          const { kind: _, ...news } = event
          setTold((before) => [news, ...before].slice(0, MOST_SHOWN))
        },
      })
      close = open.close
    })
    return () => {
      left = true
      close?.()
    }
  }, [])

  useEffect(() => {
    if (state === 'live') return
    const timer = setInterval(() => look.current(), ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [state])

  const known = new Set(read.map(({ id }) => id))
  const fresh = told.filter((one) => !known.has(one.id) && (topic === null || one.topic === topic))
  const unique = [...new Map(fresh.map((one) => [one.id, one])).values()]
  return { items: [...unique, ...read], arrived: unique.length, state }
}
