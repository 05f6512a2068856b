import { useRevalidator } from '@remix-run/react'
import { BellOff, BellRing } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../components/button.tsx'
import { Note } from '../components/note.tsx'
import { useTexts } from '../components/use-locale.ts'
import { notifications as notificationsTexts } from '../messages/notifications.ts'
import { type PushState, readPush, turnOffPush, turnOnPush } from '../pwa/push.ts'

/** `applicationKey` is null where the market has none: no browser can be pushed to then. */
type PushCardProps = { applicationKey: string | null; userId: string }

/** Pushes to this very browser: how it stands, and the one press that changes it. */
export function PushCard({ applicationKey, userId }: PushCardProps) {
  const { push } = useTexts(notificationsTexts)
  const { revalidate } = useRevalidator()
  const [state, setState] = useState<PushState | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    readPush(userId).then(setState, () => setState('unsupported'))
  }, [userId])
  if (applicationKey === null) return null

  async function change(to: () => Promise<PushState>) {
    setBusy(true)
    setFailed(false)
    try {
      setState(await to())
    } catch {
      setFailed(true)
    }
    setBusy(false)
    revalidate()
  }

  return (
    <section className="card p-4" aria-labelledby="push">
      <h2 id="push">{push.title}</h2>
      <div role="status" className="mt-1 mb-3 text-muted">
        {state === null ? push.looking : push[state]}
      </div>
      <noscript>
        <p>{push.scripts}</p>
      </noscript>
      {failed ? (
        <div className="mb-3">
          <Note kind="bad" role="alert">
            {push.failed}
          </Note>
        </div>
      ) : null}
      {state === 'off' ? (
        <Button
          icon={BellRing}
          busy={busy && push.busy}
          onClick={() => void change(() => turnOnPush(userId, applicationKey))}
        >
          {push.turnOn}
        </Button>
      ) : null}
      {state === 'on' ? (
        <Button
          kind="quiet"
          icon={BellOff}
          busy={busy && push.busy}
          onClick={() => void change(turnOffPush)}
        >
          {push.turnOff}
        </Button>
      ) : null}
    </section>
  )
}
