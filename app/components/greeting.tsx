import { useEffect } from 'react'
import { site as siteTexts } from '../messages/site.ts'
import { Note } from './note.tsx'
import { showToast } from './toast-store.ts'
import { useTexts } from './use-locale.ts'

/** Hello, once after signing in: a toast, or a line of the page where no script runs. */
export function Greeting({ kind, name }: { kind: 'new' | 'back'; name: string }) {
  const site = useTexts(siteTexts)
  const text = site.greetings[kind](name)
  useEffect(() => {
    showToast({ text })
  }, [text])
  return (
    <div className="page without-script pt-4">
      <Note kind="ok">{text}</Note>
    </div>
  )
}
