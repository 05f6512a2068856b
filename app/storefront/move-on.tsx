import { useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { usePath, useTexts } from '../components/use-locale.ts'
import { pay as payTexts } from '../messages/pay.ts'

const AFTER_MS = 4_000
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/**
 * Goes on to another page by itself, and says so: not while the page is out of sight (a phone that
 * shows the bank's app), not when less motion is asked for, and not once anybody has touched the page.
 */
export function MoveOn({ to }: { to: string }) {
  const pay = useTexts(payTexts)
  const path = usePath()
  const navigate = useNavigate()
  const [moving, setMoving] = useState(false)
  const go = useRef(() => {})
  go.current = () => navigate(path(to), { replace: true })

  useEffect(() => setMoving(!matchMedia('(prefers-reduced-motion: reduce)').matches), [])
  useEffect(() => {
    if (!moving) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const whenSeen = () => {
      clearTimeout(timer)
      if (!document.hidden) timer = setTimeout(() => go.current(), AFTER_MS)
    }
    const stay = () => setMoving(false)
    whenSeen()
    document.addEventListener('visibilitychange', whenSeen)
    for (const touch of TOUCHES) document.addEventListener(touch, stay, { passive: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', whenSeen)
      for (const touch of TOUCHES) document.removeEventListener(touch, stay)
    }
  }, [moving])

  return (
    <div className="flex min-h-11 flex-wrap items-center justify-center gap-x-3">
      <p role="status" className="text-muted text-xs">
        {moving ? pay.movesOn(AFTER_MS / 1000) : ''}
      </p>
      {moving ? (
        <button type="button" className="text-link tap-link" onClick={() => setMoving(false)}>
          {pay.stay}
        </button>
      ) : null}
    </div>
  )
}
