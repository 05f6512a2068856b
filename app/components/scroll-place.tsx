import { ScrollRestoration, useLocation, useRevalidator } from '@remix-run/react'
import { type ComponentProps, type MutableRefObject, useLayoutEffect, useRef } from 'react'

/**
 * The router's own restoration of where one was on a page, but for a page that is read anew while
 * somebody looks at it: the router takes that for a way back, and would put them where they were when
 * the reading began, however far they have gone since.
 */
export function ScrollPlace(props: ComponentProps<typeof ScrollRestoration>) {
  const { state } = useRevalidator()
  const { key } = useLocation()
  const place = useRef(0)
  const before = useRef({ state, key })
  // After the router's, since effects of children come first.
  useLayoutEffect(() => {
    const was = before.current
    before.current = { state, key }
    const isReadAnew = was.state === 'loading' && state === 'idle' && was.key === key
    if (isReadAnew) window.scrollTo(0, place.current)
  }, [state, key])
  return (
    <>
      <Place at={place} />
      <ScrollRestoration {...props} />
    </>
  )
}

/** Notes where one is, before the router's effect beside it moves the page. */
function Place({ at }: { at: MutableRefObject<number> }) {
  useLayoutEffect(() => {
    at.current = window.scrollY
  })
  return null
}
