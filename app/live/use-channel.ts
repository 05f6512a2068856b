import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { ChannelState } from './channel.ts'

export type ListenState = Exclude<ChannelState, 'elsewhere'>

const ASK_EVERY_MS = 5_000

type UseChannel = {
  channel: string
  orderToken: string | null
  /** False once nothing more can happen. */
  active: boolean
}

/**
 * Keeps a page as the API has it. A frame is only a hint to look again; while the socket is down the
 * page looks every five seconds by itself.
 */
export function useChannel({ channel, orderToken, active }: UseChannel): ListenState {
  const [state, setState] = useState<ListenState>('connecting')
  const { revalidate } = useRevalidator()
  const look = useRef(revalidate)
  look.current = revalidate

  useEffect(() => {
    if (!active) return
    let close: (() => void) | undefined
    let left = false
    // Fetched when it is needed, so that no other page carries frames and sockets.
    void import('./channel.ts').then(({ openChannel }) => {
      if (left) return
      const again = () => look.current()
      const open = openChannel({
        channel,
        orderToken,
        // Whatever happened while nobody listened is one look at the page away.
        onHello: again,
        onEvent: again,
        onGap: again,
        // A page that gave way asks by itself like one whose line is down.
        onState: (next) => setState(next === 'elsewhere' ? 'lost' : next),
      })
      close = open.close
    })
    return () => {
      left = true
      close?.()
    }
  }, [channel, orderToken, active])

  useEffect(() => {
    if (!active || state === 'live') return
    const timer = setInterval(() => look.current(), ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [active, state])

  return state
}
