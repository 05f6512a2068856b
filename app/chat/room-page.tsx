import { useSearchParams } from '@remix-run/react'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { ChatOrder, ChatProduct } from '../components/chat-cards.tsx'
import { ChatComposer, type ComposerHandle } from '../components/chat-composer.tsx'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { useTexts } from '../components/use-locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { Attach, type Attachable } from './attach.tsx'
import { sayCard } from './calls.ts'
import type { RoomAnswer, RoomData } from './room.server.ts'
import { Blocked, RoomHead } from './room-head.tsx'
import { SendingPictures } from './sending-pictures.tsx'
import { newestSeq, otherOf } from './talk.ts'
import { TalkLog, Typing } from './talk-log.tsx'
import { useLine } from './use-line.ts'
import { useOlder } from './use-older.ts'
import { picturesIn, usePictures } from './use-pictures.ts'
import { useSeen } from './use-seen.ts'

type RoomPageProps = {
  data: RoomData
  /** How the last form went. */
  answer: RoomAnswer | undefined
  /** Where this talk goes on, and where the list of talks is. */
  here: string
  back: string
  quick: readonly string[]
  attachable: Attachable
  /** What stands beside the talk where there is room. */
  children?: ReactNode
}

/** A talk with its composer: whole without scripts, live with them. */
export function RoomPage(props: RoomPageProps) {
  const { data, answer, here, back, quick, attachable, children } = props
  const { isPast, isReported } = data
  const room = { ...data.room, blocked: answer?.blocked ?? data.room.blocked }
  const texts = useTexts(chatTexts)
  const errors = useTexts(errorsTexts)
  const { talk, state, line } = useLine(data)
  const composer = useRef<ComposerHandle | null>(null)
  const before = talk.messages[0]?.seq ?? 1
  const { place, busy } = useOlder(line, room.id, before)
  useSeen(line)
  const { pictures, sending } = usePictures(line, room.id)
  const say = useSay(data, line)
  const isBlocked = room.blocked.shopper || room.blocked.shop
  const problem = answer?.problem ?? null
  const refused =
    problem === null || answer?.text === '' ? null : { text: answer?.text ?? '', problem }
  const param = here.includes('?') ? '&' : '?'
  return (
    <>
      <section
        className="chat-talk"
        aria-label={texts.title}
        onDragOver={(event) => {
          if (pictures !== null && event.dataTransfer.types.includes('Files'))
            event.preventDefault()
        }}
        onDrop={(event) => {
          const files = picturesIn(event.dataTransfer)
          if (pictures === null || files.length === 0) return
          event.preventDefault()
          pictures.add(files)
        }}
      >
        <RoomHead room={room} back={back} online={talk.online[otherOf(room.side)]} />
        <div role="status" className="flex-none">
          {line !== null && state === 'lost' ? (
            <p className="bg-warning-soft px-4 py-2 text-center text-warning text-xs">
              {texts.reconnecting}
            </p>
          ) : null}
          {line !== null && state === 'elsewhere' ? (
            <p className="bg-warning-soft px-4 py-2 text-center text-warning text-xs">
              {texts.elsewhere}{' '}
              <button type="button" className="text-link tap-link" onClick={line.here}>
                {texts.here}
              </button>
            </p>
          ) : null}
          {isReported ? <Note kind="ok">{texts.report.done}</Note> : null}
        </div>
        {problem !== null && refused === null ? (
          <Note kind="bad" role="alert">
            {sentence(errors, problem)}
          </Note>
        ) : null}
        <div className="chat-scroll">
          <div>
            {before > 1 ? (
              <p ref={place} className="pt-3 text-center">
                <Link
                  to={`${here}${param}before=${before}`}
                  className="text-link tap-link"
                  aria-busy={busy}
                >
                  {texts.older}
                </Link>
              </p>
            ) : null}
            <TalkLog
              talk={talk}
              now={data.now}
              line={line}
              refused={line === null ? refused : null}
              quiet={busy}
              onEdit={(text) => composer.current?.put(text)}
              here={here}
            >
              <SendingPictures sending={sending} pictures={pictures} />
            </TalkLog>
            <Typing talk={talk} />
          </div>
        </div>
        <div className="chat-foot">
          {isPast ? (
            <p className="flex flex-wrap items-center justify-center gap-x-3 px-4">
              <span className="text-muted text-xs">{texts.past}</span>
              <Link to={`${here}${param}after=${newestSeq(talk)}`} className="text-link tap-link">
                {texts.newer}
              </Link>
              <Link to={here} className="text-link tap-link">
                {texts.newest}
              </Link>
            </p>
          ) : null}
          {isBlocked ? (
            <Blocked room={room} />
          ) : (
            <ChatComposer
              key={`${room.id} ${isPast}`}
              side={room.side}
              text={refused?.text ?? ''}
              quick={quick}
              handle={composer}
              mayBeEmpty={data.about !== null}
              attach={
                <Attach {...attachable} here={here} key={data.about === null ? 'none' : 'some'} />
              }
              {...(line === null ? {} : { onSay: say, onTyping: line.typing })}
              {...(pictures === null ? {} : { onPictures: pictures.add })}
            >
              <input type="hidden" name="clientId" value={answer?.clientId || data.clientId} />
              {data.about === null ? null : <About about={data.about} here={here} />}
            </ChatComposer>
          )}
        </div>
      </section>
      {children}
    </>
  )
}

/** Says a text; the card that it is about goes first. */
function useSay({ room, about, clientId }: RoomData, line: ReturnType<typeof useLine>['line']) {
  const [, setParams] = useSearchParams()
  return (text: string): boolean => {
    if (line === null) return false
    const id = `${clientId}-card`
    const card =
      about?.type === 'product'
        ? sayCard(room.id, { type: 'product', clientId: id, productId: about.productId })
        : about?.type === 'order'
          ? sayCard(room.id, { type: 'order', clientId: id, orderId: about.orderId })
          : null
    const goOn = () => {
      if (text !== '') line.say(text)
    }
    if (card === null) goOn()
    // Words are worth more than their card: they are said whether it went or not.
    else
      void card
        .catch(() => false)
        .then(() => {
          goOn()
          setParams(without, { replace: true, preventScrollReset: true })
        })
    return true
  }
}

function without(params: URLSearchParams): URLSearchParams {
  params.delete('product')
  params.delete('order')
  return params
}

type AboutProps = { about: NonNullable<RoomData['about']>; here: string }

/** What one came to ask about, until it is sent or left out. */
function About({ about, here }: AboutProps) {
  const texts = useTexts(chatTexts)
  if (about.type !== 'product' && about.type !== 'order') return null
  return (
    <div className="flex items-start gap-2 rounded-sm bg-sunken p-2">
      <div className="stack min-w-0 flex-1 gap-1">
        <p className="text-muted text-xs">{texts.withNext}</p>
        {about.type === 'product' ? (
          <>
            <input type="hidden" name="productId" value={about.productId} />
            <ChatProduct body={about} from="market" />
          </>
        ) : (
          <>
            <input type="hidden" name="orderId" value={about.orderId} />
            <ChatOrder body={about} side="shop" />
          </>
        )}
      </div>
      <Link to={here} replace className="icon-button" aria-label={texts.dropAbout}>
        <X size={20} aria-hidden="true" />
      </Link>
    </div>
  )
}
