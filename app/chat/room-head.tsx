import { Form, useSearchParams } from '@remix-run/react'
import { ArrowLeft, EllipsisVertical, Store } from 'lucide-react'
import { buttonClass } from '../components/button.tsx'
import { nameOf, RoomAvatar } from '../components/chat-row.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Field, SelectField } from '../components/field.tsx'
import { Link } from '../components/link.tsx'
import { Awning, stallOf } from '../components/stall.tsx'
import { useTexts } from '../components/use-locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import type { ReportRoom, Room } from '../shapes.ts'
import { closing } from './closing.ts'
import { otherOf } from './talk.ts'

const REASONS: readonly ReportRoom['reason'][] = ['rude', 'fraud', 'past_market', 'spam', 'other']

type RoomHeadProps = {
  room: Room
  /** Where the list of talks is. */
  back: string
  /** Whether the other side is there; unknown until the line is up. */
  online: boolean
}

/** Whom one talks to, under the shop's awning, and what else can be done with the talk. */
export function RoomHead({ room, back, online }: RoomHeadProps) {
  const texts = useTexts(chatTexts)
  return (
    <header className="flex-none">
      <div className="chat-head">
        <Link to={back} className="icon-button -ml-1.5 lg:hidden" aria-label={texts.back}>
          <ArrowLeft size={24} strokeWidth={1.9} aria-hidden="true" />
        </Link>
        <RoomAvatar room={room} />
        <div className="min-w-0 flex-1">
          <h1 className="truncate text-base!">
            <span className="sr-only">{texts.with('')}</span>
            <bdi>{nameOf(room)}</bdi>
          </h1>
          <p className={online ? 'live-dot' : 'truncate text-muted text-xs'}>
            {online ? texts.online : paceOf(room, texts)}
          </p>
        </div>
        {room.side === 'shopper' ? (
          <Link
            to={`/s/${room.shop.slug}`}
            className="icon-button"
            aria-label={`${texts.visitShop} ${room.shop.name}`}
          >
            <Store size={24} strokeWidth={1.9} aria-hidden="true" />
          </Link>
        ) : null}
        <RoomMenu room={room} />
      </div>
      <Awning stall={stallOf(room.shop.id)} />
    </header>
  )
}

const paceOf = ({ answersWithin }: Room, texts: { offline: string; paces: Paces }): string =>
  answersWithin === undefined ? texts.offline : texts.paces[answersWithin]
type Paces = Record<NonNullable<Room['answersWithin']>, string>

function RoomMenu({ room }: { room: Room }) {
  const texts = useTexts(chatTexts)
  const { block, report } = texts
  const isBlocking = room.blocked[room.side]
  // One message is told of, by a link beside it.
  const [params] = useSearchParams()
  const seq = /^\d{1,12}$/.exec(params.get('report') ?? '')?.[0]
  return (
    <details key={seq} className="chat-menu" open={seq !== undefined} {...closing}>
      <summary className="icon-button" aria-label={texts.more}>
        <EllipsisVertical size={24} strokeWidth={1.9} aria-hidden="true" />
      </summary>
      <div className="px-4 py-1">
        {isBlocking ? (
          <Unblock />
        ) : (
          <Disclosure title={block.open} name="room">
            <Form method="post" className="stack gap-3">
              <input type="hidden" name="act" value="block" />
              <input type="hidden" name="blocked" value="true" />
              <p>{block.ask}</p>
              <button type="submit" className={buttonClass({ kind: 'bad' })}>
                {block.confirm}
              </button>
            </Form>
          </Disclosure>
        )}
        <Disclosure
          title={seq === undefined ? report.open : report.one}
          name="room"
          open={seq !== undefined}
        >
          <Form method="post" className="stack gap-3">
            <input type="hidden" name="act" value="report" />
            {seq === undefined ? null : <input type="hidden" name="seq" value={seq} />}
            <SelectField id="report-reason" name="reason" label={report.why}>
              {REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {report.reasons[reason]}
                </option>
              ))}
            </SelectField>
            <Field id="report-note" label={report.note}>
              {(described) => (
                <textarea
                  {...described}
                  name="note"
                  rows={3}
                  maxLength={500}
                  className="control resize-none"
                />
              )}
            </Field>
            <button type="submit" className={buttonClass({ kind: 'bad' })}>
              {report.confirm}
            </button>
          </Form>
        </Disclosure>
      </div>
    </details>
  )
}

function Unblock() {
  const { block } = useTexts(chatTexts)
  return (
    <Form method="post" className="py-2">
      <input type="hidden" name="act" value="block" />
      <input type="hidden" name="blocked" value="false" />
      <button type="submit" className={buttonClass({ kind: 'line', block: true })}>
        {block.undo}
      </button>
    </Form>
  )
}

/** Why nothing can be said: shown in the composer's place. */
export function Blocked({ room }: { room: Room }) {
  const { block } = useTexts(chatTexts)
  const isOwn = room.blocked[room.side]
  if (!isOwn && !room.blocked[otherOf(room.side)]) return null
  return (
    <div className="p-4">
      <p className="text-center text-muted">{isOwn ? block.on : block.theirs}</p>
      {isOwn ? <Unblock /> : null}
    </div>
  )
}
