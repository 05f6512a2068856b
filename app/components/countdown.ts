import { useEffect, useState } from 'react'

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
