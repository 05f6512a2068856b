import type { ReactNode } from 'react'
import type { ChatSide } from '../../durable-objects/messages.ts'
import { daysAgo, formatDate, formatDay, formatTime } from '../format/date.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import type { Room } from '../shapes.ts'
import { PersonAvatar, ShopAvatar } from './avatar.tsx'
import { Link } from './link.tsx'
import { stallOf } from './stall.tsx'
import { useLocale, useTexts } from './use-locale.ts'

/** Who is on the other side. */
export const nameOf = ({ side, shop, shopper }: Room): string =>
  side === 'shopper' ? shop.name : (shopper?.name ?? '')

export function RoomAvatar({ room }: { room: Room }) {
  return room.side === 'shopper' ? (
    <ShopAvatar name={room.shop.name} stall={stallOf(room.shop.id)} />
  ) : (
    <PersonAvatar name={nameOf(room)} />
  )
}

const MONTHS_OF_DAYS = 300

/** "14:08", "เมื่อวาน", "18 พ.ย.", and with the year when that is long ago. */
export function useWhen(): (at: string, now: number) => string {
  const texts = useTexts(chatTexts)
  const locale = useLocale()
  return (at, now) => {
    const days = daysAgo(at, now)
    if (days <= 0) return formatTime(at, locale)
    if (days === 1) return texts.yesterday
    return days < MONTHS_OF_DAYS ? formatDay(at, locale) : formatDate(at, locale)
  }
}

type RowProps = { room: Room; to: string; now: number; current?: boolean }

/** A talk in the list: who, what was said last and when, and whether there is something new. */
export function ChatRow({ room, to, now, current = false }: RowProps) {
  const texts = useTexts(chatTexts)
  const when = useWhen()
  const unread = current ? 0 : room.unread
  return (
    <RowLink to={to} current={current} room={room} at={room.last?.at} when={when} now={now}>
      <span className={`min-w-0 flex-1 truncate ${unread === 0 ? 'text-muted' : 'font-semibold'}`}>
        <LastWords last={room.last} side={room.side} />
      </span>
      {unread === 0 ? null : (
        <>
          <span className="chat-unread" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
          <span className="sr-only">{texts.unread(unread)}</span>
        </>
      )}
    </RowLink>
  )
}

type LinkProps = {
  to: string
  room: Room
  current?: boolean
  at: string | undefined
  when(at: string, now: number): string
  now: number
  children: ReactNode
}

export function RowLink({ to, room, current = false, at, when, now, children }: LinkProps) {
  return (
    <Link to={to} className="chat-row" aria-current={current ? 'page' : undefined}>
      <RoomAvatar room={room} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-display font-semibold">
            <bdi>{nameOf(room)}</bdi>
          </span>
          {at === undefined ? null : (
            <time dateTime={at} className="flex-none text-2xs text-muted">
              {when(at, now)}
            </time>
          )}
        </span>
        <span className="flex items-center gap-2">{children}</span>
      </span>
    </Link>
  )
}

function LastWords({ last, side }: { last: Room['last']; side: ChatSide }) {
  const texts = useTexts(chatTexts)
  if (last === null) return null
  const words =
    last.text ??
    (Object.hasOwn(texts.last, last.type) ? texts.last[last.type as keyof typeof texts.last] : '')
  return (
    <>
      {last.from === side ? `${texts.you}: ` : ''}
      {words}
    </>
  )
}
