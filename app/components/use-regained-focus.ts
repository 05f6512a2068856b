import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * What was pressed may be gone once it has done its work, and the focus with it: then the place that it
 * stood in takes it. `state` is what such a press changes; whoever was elsewhere is left alone.
 */
export function useRegainedFocus<Place extends HTMLElement>(
  place: RefObject<Place>,
  state: string,
) {
  const inside = useRef(false)
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    const lost = document.activeElement === null || document.activeElement === document.body
    if (lost && inside.current) place.current?.focus({ preventScroll: true })
  }, [state, place])
  return {
    ref: place,
    tabIndex: -1,
    onFocus: () => {
      inside.current = true
    },
    // Something that is taken away hands the focus to nothing.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) inside.current = false
    },
  }
}
