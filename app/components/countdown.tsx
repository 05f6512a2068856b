import { useEffect, useState } from 'react'
import { formatCountdown } from '../format/date.ts'

/**
 * Milliseconds until a moment. Starts from the server's clock, so that the first picture in the
 * browser is the one that was sent, and counts on from there.
 */
export function useRemaining(until: string, serverNow: number): number {
  const end = Date.parse(until)
  const [remaining, setRemaining] = useState(end - serverNow)
  useEffect(() => {
    const startedAt = performance.now()
    const tick = () => setRemaining(end - serverNow - (performance.now() - startedAt))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [end, serverNow])
  return Math.max(0, remaining)
}

/** Said aloud at these moments only; a voice each second would be noise. */
const ANNOUNCED_S = [300, 60, 0]

type CountdownProps = {
  remainingMs: number
  label: string
  /** "5:00 left to pay", for the moments when it is said. */
  said: (time: string) => string
}

/** A clock that runs out: seen each second, heard at five minutes, at one, and when it is over. */
export function Countdown({ remainingMs, label, said }: CountdownProps) {
  const seconds = Math.ceil(remainingMs / 1000)
  const moment = ANNOUNCED_S.find((at) => seconds <= at && seconds > at - 3)
  return (
    <div className="flex-none text-right">
      <p className="text-muted text-xs">{label}</p>
      <p
        role="timer"
        aria-label={label}
        className="font-bold font-display text-2xl tabular-nums lg:text-3xl"
      >
        {formatCountdown(remainingMs)}
      </p>
      <p role="status" className="sr-only">
        {moment === undefined ? '' : said(formatCountdown(moment * 1000))}
      </p>
    </div>
  )
}

/** The same time as a bar that empties; decoration beside the clock. */
export function TimeBar({ share }: { share: number }) {
  return (
    <div className="h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
      <div
        className="h-full rounded-full bg-forward"
        style={{ width: `${Math.min(100, share * 100).toFixed(1)}%` }}
      />
    </div>
  )
}
