import type { FocusEvent, KeyboardEvent } from 'react'

/** A menu of the browser's own kind closes when one goes on elsewhere, and by Escape. */
export const closing = {
  onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) {
    // A press on what takes no focus leaves it open: it may have been inside.
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) currentTarget.open = false
  },
  onKeyDown({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) {
    if (key !== 'Escape') return
    currentTarget.open = false
    currentTarget.querySelector('summary')?.focus()
  },
}
