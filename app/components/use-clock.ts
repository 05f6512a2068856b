import { useEffect, useState } from 'react'

/** A page made for everybody is handed out for about a minute at most; a request takes its time too. */
const OLDEST_PAGE_MS = 3 * 60_000
/** A little ahead of us is a device's clock that is right enough. */
const AHEAD_MS = 5_000

/**
 * What the browser's clock says at first, as far as it can be: between when the page was made and the
 * oldest that a page may be. A device whose clock is wrong counts on from when the page was made.
 */
export function trustedClock(madeAt: number, device: number): number {
  const age = device - madeAt
  return age >= -AHEAD_MS && age <= OLDEST_PAGE_MS ? Math.max(madeAt, device) : madeAt
}

/**
 * The time in milliseconds, each second. A page that is kept for everybody was made a while ago, so the
 * browser corrects it by its own clock; the first picture is the one that was sent.
 */
export function useClock(madeAt: number): number {
  const [now, setNow] = useState(madeAt)
  useEffect(() => {
    const startedAt = Date.now()
    const from = trustedClock(madeAt, startedAt)
    const tick = () => setNow(from + Math.max(0, Date.now() - startedAt))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [madeAt])
  return now
}
