import { Form } from '@remix-run/react'
import { Smartphone, Trash2 } from 'lucide-react'
import { Button } from '../components/button.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { formatDateTime } from '../format/date.ts'
import { notifications as notificationsTexts } from '../messages/notifications.ts'
import type { Device } from '../shapes.ts'

/** The browsers and phones that pushes go to, each with its way out. */
export function DeviceList({ devices }: { devices: readonly Device[] }) {
  const texts = useTexts(notificationsTexts)
  return (
    <section className="card p-4" aria-labelledby="devices">
      <h2 id="devices">{texts.devices.title}</h2>
      {devices.length === 0 ? (
        <p className="mt-1 text-muted">{texts.devices.none}</p>
      ) : (
        <ul className="mt-1 divide-y divide-line">
          {devices.map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </ul>
      )}
    </section>
  )
}

function DeviceRow({ device: { id, kind, createdAt } }: { device: Device }) {
  const { devices } = useTexts(notificationsTexts)
  const when = devices.since(formatDateTime(createdAt, useLocale()))
  const name = kind === 'web_push' ? devices.browser : devices.phone
  return (
    <li className="flex items-center gap-3 py-2">
      <Smartphone
        size={20}
        strokeWidth={1.9}
        aria-hidden="true"
        className="flex-none text-accent"
      />
      <p className="min-w-0 flex-1">
        <span className="block font-display font-medium">{name}</span>
        <span className="block text-muted text-xs">{when}</span>
      </p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="device" value={id} />
        <Button type="submit" kind="quiet" size="sm" icon={Trash2}>
          {devices.remove}
          <span className="sr-only">
            {' '}
            {name} {when}
          </span>
        </Button>
      </Form>
    </li>
  )
}
