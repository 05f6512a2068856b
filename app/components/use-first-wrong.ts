import { type RefObject, useEffect, useRef } from 'react'

/** After a refused try the focus goes to the first field that is wrong, where one is marked. */
export function useFirstWrong(refused: object | undefined): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refused === undefined) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  return form
}
