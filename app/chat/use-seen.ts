import { useEffect } from 'react'
import type { Line } from './line.ts'

/** Says that what the page shows is read, while somebody has it before their eyes. */
export function useSeen(line: Line | null): void {
  useEffect(() => {
    if (line === null) return
    const look = () => {
      if (document.visibilityState === 'visible') line.seen()
    }
    look()
    const leave = line.store.subscribe(look)
    document.addEventListener('visibilitychange', look)
    return () => {
      leave()
      document.removeEventListener('visibilitychange', look)
    }
  }, [line])
}
