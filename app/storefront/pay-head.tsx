import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useRemaining } from '../components/countdown.ts'
import { useLocale, useMessages } from '../components/use-locale.ts'
import { formatCountdown, formatDateTime } from '../format/date.ts'
import type { ChannelState } from '../live/channel.ts'

/** Said aloud at these moments only; a voice each second would be noise. */
const ANNOUNCED_S = [300, 60]

type PayHeadProps = {
  title: string
  until: string
  placedAt: string
  now: number
  live: ChannelState
}

export function PayHead({ title, until, placedAt, now, live }: PayHeadProps) {
  const { pay } = useMessages()
  const locale = useLocale()
  const remaining = useRemaining(until, now)
  const { revalidate } = useRevalidator()
  const over = remaining === 0
  // The server's clock decides; ours only knows when to ask.
  useEffect(() => {
    if (over) revalidate()
  }, [over, revalidate])

  const whole = Math.max(1, Date.parse(until) - Date.parse(placedAt))
  const share = Math.min(100, (remaining / whole) * 100)
  const seconds = Math.ceil(remaining / 1000)
  const said = ANNOUNCED_S.find((moment) => seconds <= moment && seconds > moment - 3)
  return (
    <div>
      <div className="flex items-end justify-between gap-4">
        <div>
          <p className={`live-dot ${live === 'live' ? '' : 'off'}`}>
            {live === 'lost' ? pay.reconnecting : pay.waiting}
          </p>
          <h1>{title}</h1>
        </div>
        <div className="flex-none text-right">
          <p className="text-muted text-xs">{pay.timeLeft}</p>
          <p role="timer" className="font-bold font-display text-2xl tabular-nums lg:text-3xl">
            {formatCountdown(remaining)}
          </p>
        </div>
      </div>
      <p role="status" className="sr-only">
        {said === undefined ? '' : pay.timeLeftLong(formatCountdown(said * 1000))}
      </p>
      <div className="mt-3 h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
        <div className="h-full rounded-full bg-forward" style={{ width: `${share.toFixed(1)}%` }} />
      </div>
      <noscript>
        <p className="mt-1 text-muted text-xs">{pay.payBy(formatDateTime(until, locale))}</p>
      </noscript>
    </div>
  )
}
