import { Form } from '@remix-run/react'
import { MessageCircle, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { ChatRow, RowLink, useWhen } from '../components/chat-row.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Link } from '../components/link.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import type { FoundMessages, Room } from '../shapes.ts'
import type { RoomsData } from './rooms.server.ts'

type RoomsColumnProps = {
  data: RoomsData
  title: string
  /** Where the list lives, and the shop whose list it is. */
  base: string
  shopId?: string
  /** The talk that stands beside the list. */
  current: string | undefined
  empty: string
  /** Other lists that one has. */
  children?: ReactNode
}

/** All talks, the latest first, or what a search has found. */
export function RoomsColumn(props: RoomsColumnProps) {
  const { data, title, base, shopId, current, empty, children } = props
  const texts = useTexts(chatTexts)
  const path = usePath()
  const { words, found, rooms, now } = data
  const address = (below: string, params: Record<string, string>) => {
    const all = new URLSearchParams({
      ...(shopId === undefined ? {} : { shop: shopId }),
      ...params,
    })
    return all.size === 0 ? `${base}${below}` : `${base}${below}?${all}`
  }
  const Title = current === undefined ? 'h1' : 'h2'
  return (
    <nav className="chat-rooms" aria-label={texts.rooms}>
      <div className="stack gap-2 px-4 pt-4 pb-3">
        <Title className="text-xl!">{title}</Title>
        <div className="chat-quick empty:hidden">{children}</div>
        <Form action={path(base)} role="search" className="relative">
          {shopId === undefined ? null : <input type="hidden" name="shop" value={shopId} />}
          <input
            type="search"
            name="q"
            required
            maxLength={60}
            defaultValue={words}
            aria-label={texts.search}
            placeholder={texts.search}
            className="control pr-12!"
          />
          <button
            type="submit"
            className="icon-button absolute top-0.5 right-0.5"
            aria-label={texts.searchButton}
          >
            <Search size={20} strokeWidth={1.9} aria-hidden="true" />
          </button>
        </Form>
      </div>
      {found === null ? null : (
        <Found
          found={found}
          words={words}
          now={now}
          all={address('', {})}
          to={({ id }, seq) => address(`/${id}`, { before: String(seq + 1) })}
        />
      )}
      {rooms === null ? null : rooms.items.length === 0 ? (
        <div className="p-4">
          <EmptyState icon={MessageCircle}>{empty}</EmptyState>
        </div>
      ) : (
        <>
          <ul>
            {rooms.items.map((room) => (
              <li key={room.id}>
                <ChatRow
                  room={room}
                  now={now}
                  current={room.id === current}
                  to={address(`/${room.id}`, {})}
                />
              </li>
            ))}
          </ul>
          {rooms.nextCursor === null ? null : (
            <p className="p-4 text-center">
              <Link to={address('', { cursor: rooms.nextCursor })} className="text-link tap-link">
                {texts.moreRooms}
              </Link>
            </p>
          )}
        </>
      )}
    </nav>
  )
}

type FoundProps = {
  found: FoundMessages['items']
  words: string
  now: number
  all: string
  to(room: Room, seq: number): string
}

function Found({ found, words, now, all, to }: FoundProps) {
  const texts = useTexts(chatTexts)
  const when = useWhen()
  return (
    <>
      <p role="status" className="px-4 text-muted text-xs">
        {found.length === 0 ? texts.foundNothing(words) : texts.found(words)}
      </p>
      <p className="px-4">
        <Link to={all} className="text-link tap-link">
          {texts.allRooms}
        </Link>
      </p>
      <ul>
        {found.map(({ room, seq, at, body }) => (
          <li key={`${room.id} ${seq}`}>
            <RowLink to={to(room, seq)} room={room} at={at} when={when} now={now}>
              <span className="line-clamp-2 text-muted">
                {body.type === 'text' ? body.text : ''}
              </span>
            </RowLink>
          </li>
        ))}
      </ul>
    </>
  )
}
