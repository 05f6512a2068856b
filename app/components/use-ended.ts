import { useEffect, useState } from 'react'

/** Timers hold about 24 days; a slot lasts a day at most. */
const LONGEST_MS = 24 * 60 * 60_000

/** Whether a moment has passed, by the device's clock; at first it has not, as the server saw it. */
export function useEnded(endsAt: string | undefined): boolean {
  const [ended, setEnded] = useState(false)
  useEffect(() => {
    setEnded(false)
    if (endsAt === undefined) return
    const left = Date.parse(endsAt) - Date.now()
    if (left > LONGEST_MS) return
    const timer = setTimeout(() => setEnded(true), Math.max(0, left))
    return () => clearTimeout(timer)
  }, [endsAt])
  return ended
}
