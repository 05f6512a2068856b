import { Form } from '@remix-run/react'
import { MessageCircle, Unlink } from 'lucide-react'
import { Button, LinkButton } from '../components/button.tsx'
import { useTexts } from '../components/use-locale.ts'
import { notifications as notificationsTexts } from '../messages/notifications.ts'
import type { Device } from '../shapes.ts'

type LineCardProps = { linked: readonly Device[]; offered: boolean }

/** News by LINE: the way to link one's account there, and out of it. */
export function LineCard({ linked, offered }: LineCardProps) {
  const { line } = useTexts(notificationsTexts)
  return (
    <section className="card p-4" aria-labelledby="line">
      <h2 id="line">LINE</h2>
      <p className="mt-1 mb-3 text-muted">{linked.length === 0 ? line.off : line.on}</p>
      {linked.map(({ id }) => (
        <Form key={id} method="post" preventScrollReset>
          <input type="hidden" name="device" value={id} />
          <Button type="submit" kind="quiet" icon={Unlink}>
            {line.unlink}
          </Button>
        </Form>
      ))}
      {linked.length === 0 && offered ? (
        <LinkButton to="/account/line" kind="line" icon={MessageCircle} reloadDocument>
          {line.link}
        </LinkButton>
      ) : null}
    </section>
  )
}
