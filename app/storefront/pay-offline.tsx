import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { Note } from '../components/note.tsx'
import { useTexts } from '../components/use-locale.ts'
import { pay as payTexts } from '../messages/pay.ts'

/** What it means for money that nothing can be reached, and the one thing to press. */
export function OfflineNote() {
  const pay = useTexts(payTexts)
  const { revalidate, state } = useRevalidator()
  return (
    <Note kind="warn" role="status">
      {pay.offline}{' '}
      <button
        type="button"
        className="text-link tap-link"
        aria-disabled={state === 'loading' ? true : undefined}
        onClick={() => (state === 'idle' ? revalidate() : undefined)}
      >
        {pay.refresh}
      </button>
    </Note>
  )
}

/** True from the moment the device says that it has no network: sooner than a socket notices. */
export function useDisconnected(): boolean {
  const [disconnected, setDisconnected] = useState(false)
  useEffect(() => {
    const look = () => setDisconnected(!navigator.onLine)
    look()
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return disconnected
}
