import { useSubmit } from '@remix-run/react'
import { type RefObject, useEffect, useRef, useState } from 'react'

const AFTER_MS = [1_500, 4_000, 8_000]

/**
 * Sends a form again, key and all, when its answer was lost: whatever became of the first try, the
 * same answer comes. Gives up after three, and leaves it to whoever presses. Answers whether it is
 * still asking.
 */
export function useLostReply(lost: object | null, form: RefObject<HTMLFormElement>): boolean {
  const submit = useSubmit()
  const tries = useRef(0)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    const wait = lost === null ? undefined : AFTER_MS[tries.current]
    setAsking(wait !== undefined)
    if (wait === undefined) {
      tries.current = 0
      return
    }
    const timer = setTimeout(() => {
      tries.current += 1
      if (form.current !== null) submit(form.current)
    }, wait)
    return () => clearTimeout(timer)
  }, [lost, form, submit])
  return asking
}
