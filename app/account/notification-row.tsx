import { Form } from '@remix-run/react'
import {
  BadgePercent,
  BellRing,
  Check,
  type LucideIcon,
  MessageCircle,
  Package,
  PackageMinus,
  ShieldCheck,
  Star,
  Store,
  TicketPercent,
} from 'lucide-react'
import { Badge } from '../components/badge.tsx'
import { IconButton } from '../components/button.tsx'
import { Link } from '../components/link.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { formatDateTime } from '../format/date.ts'
import { markSeen } from '../live/mark-seen.ts'
import { notifications as notificationsTexts } from '../messages/notifications.ts'
import type { Notification } from '../shapes.ts'

const ICONS: Record<Notification['topic'], LucideIcon> = {
  orders: Package,
  chat: MessageCircle,
  promotions: TicketPercent,
  stock: BellRing,
  prices: BadgePercent,
  shop: Store,
  low_stock: PackageMinus,
  reviews: Star,
  system: ShieldCheck,
}

/** One thing that somebody was told: the whole row leads to what it is about. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const { id, topic, title, body, link, createdAt, readAt } = notification
  const texts = useTexts(notificationsTexts)
  const locale = useLocale()
  const Icon = ICONS[topic]
  const isNew = readAt === undefined
  return (
    <li
      className={`relative flex items-start gap-3 p-4 hover:bg-sunken ${isNew ? 'bg-accent-soft' : ''}`}
    >
      <Icon
        size={22}
        strokeWidth={1.9}
        aria-hidden="true"
        className="mt-0.5 flex-none text-accent"
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to={link}
            className="font-display font-semibold [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
            onClick={() => {
              if (isNew) markSeen(id)
            }}
          >
            {title}
          </Link>
          {isNew ? <Badge kind="leaf">{texts.isNew}</Badge> : null}
        </p>
        {body === '' ? null : <p className="[overflow-wrap:anywhere]">{body}</p>}
        <p className="text-muted text-xs">
          {texts.topics[topic]} ·{' '}
          <time dateTime={createdAt}>{formatDateTime(createdAt, locale)}</time>
        </p>
      </div>
      {isNew ? (
        <Form method="post" preventScrollReset className="relative flex-none">
          <input type="hidden" name="id" value={id} />
          <IconButton type="submit" label={texts.markReadOf(title)} icon={Check} />
        </Form>
      ) : null}
    </li>
  )
}
