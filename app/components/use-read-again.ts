import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** A page that is kept is renewed behind the first who asks, so that the second asking is the new one. */
const TRIES = 3

/**
 * Reads the page's data again once something has passed, so that what it says is what the server says:
 * a few times, a little later, and not all pages at once.
 */
export function useReadAgain(passed: boolean): void {
  const { revalidate } = useRevalidator()
  // Another one each time the page is read; the tries are of one passing.
  const read = useRef(revalidate)
  read.current = revalidate
  useEffect(() => {
    if (!passed) return
    let tries = 0
    const timer = setInterval(
      () => {
        read.current()
        tries += 1
        if (tries === TRIES) clearInterval(timer)
      },
      2500 + Math.random() * 2000,
    )
    return () => clearInterval(timer)
  }, [passed])
}
