import { useLocation } from '@remix-run/react'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { site as siteTexts } from '../messages/site.ts'
import { IconButton } from './button.tsx'
import { dropToast, type Toast, toasts } from './toast-store.ts'
import { useTexts } from './use-locale.ts'

const STAYS_MS = 6_000

/** The live region stands in the page from the start, so that what appears in it is said. */
export function Toasts() {
  const { current } = useStore(toasts)
  useGoneWithPage(current)
  return (
    <div role="status" className="toast-place">
      {current === null ? null : <ToastLine key={current.id} toast={current} />}
    </div>
  )
}

/** What happened on a page is no news on the next; what the next one says of itself stays. */
function useGoneWithPage(current: Toast | null): void {
  const { pathname } = useLocation()
  const before = useRef({ pathname, current })
  useEffect(() => {
    const { pathname: left, current: told } = before.current
    if (left !== pathname && told !== null) dropToast(told.id)
    before.current = { pathname, current: toasts.getState().current }
  }, [pathname, current])
}

/** One line, one action, six seconds; as long as anybody points at it or stands in it, it stays. */
export function ToastLine({ toast }: { toast: Toast }) {
  const site = useTexts(siteTexts)
  const [held, setHeld] = useState(false)
  const { id, text, action } = toast
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    const look = () => setHeld(element?.matches(':hover, :focus-within') === true)
    const moments = ['pointerenter', 'pointerleave', 'focusin', 'focusout']
    for (const moment of moments) element?.addEventListener(moment, look)
    return () => {
      for (const moment of moments) element?.removeEventListener(moment, look)
    }
  }, [])
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dropToast(id), STAYS_MS)
    return () => clearTimeout(timer)
  }, [held, id])
  return (
    <div ref={box} className="toast">
      <p className="min-w-0 flex-1">{text}</p>
      {action === undefined ? null : (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            action.run()
            dropToast(id)
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton label={site.close} icon={X} onClick={() => dropToast(id)} />
    </div>
  )
}
