import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { Countdown, TimeBar, useRemaining } from '../components/countdown.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { formatDateTime } from '../format/date.ts'
import type { ListenState } from '../live/use-channel.ts'
import { pay as payTexts } from '../messages/pay.ts'

type PayHeadProps = {
  title: string
  until: string
  placedAt: string
  now: number
  live: ListenState
  /** Whether money is awaited now; else the time is the order's, until another try. */
  awaited: boolean
}

export function PayHead({ title, until, placedAt, now, live, awaited }: PayHeadProps) {
  const pay = useTexts(payTexts)
  const locale = useLocale()
  const remaining = useRemaining(until, now)
  const { revalidate } = useRevalidator()
  const over = remaining === 0
  // The server's clock decides; ours only knows when to ask.
  useEffect(() => {
    if (over) revalidate()
  }, [over, revalidate])

  const whole = Math.max(1, Date.parse(until) - Date.parse(placedAt))
  return (
    <div>
      <div className="flex items-end justify-between gap-4">
        <div>
          {awaited || live === 'lost' ? (
            <p className={`live-dot ${live === 'live' ? '' : 'off'}`}>
              {live === 'lost' ? pay.reconnecting : pay.waiting}
            </p>
          ) : null}
          <h1>{title}</h1>
        </div>
        <Countdown
          remainingMs={remaining}
          label={awaited ? pay.timeLeft : pay.heldLeft}
          said={pay.timeLeftLong}
        />
      </div>
      <div className="mt-3">
        <TimeBar share={remaining / whole} />
      </div>
      <noscript>
        <p className="mt-1 text-muted text-xs">{pay.payBy(formatDateTime(until, locale))}</p>
      </noscript>
    </div>
  )
}
