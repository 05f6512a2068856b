import { Check, CheckCheck, Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ChatSide } from '../../durable-objects/messages.ts'
import { formatTime } from '../format/date.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import type { Message } from '../shapes.ts'
import { ChatActs } from './chat-acts.tsx'
import { ChatOrder, ChatProduct } from './chat-cards.tsx'
import { ChatPicture } from './chat-picture.tsx'
import { useLocale, useTexts } from './use-locale.ts'

type BubbleProps = {
  message: Message
  /** Whose eyes these are: what one said oneself stands on the right. */
  side: ChatSide
  /** When the page was made, ms since 1970. */
  now?: number
  /** Said below the last own message alone. */
  state?: 'sent' | 'read' | undefined
  /** Where a report of this message is written; without it nothing can be done with it. */
  report?: string | null
}

/** After so long the API takes nothing back. */
const TAKEN_BACK_MS = 15 * 60_000

/** One message, its time beside it and in words who says it. */
export function ChatBubble({ message, side, state, now = 0, report = null }: BubbleProps) {
  const { body, from, at, by } = message
  const texts = useTexts(chatTexts)
  const locale = useLocale()
  if (body.type === 'away') {
    return (
      <li className="chat-notice">
        <span className="block text-2xs">
          {texts.away} · <time dateTime={at}>{formatTime(at, locale)}</time>
        </span>
        {body.text}
      </li>
    )
  }
  const isMine = from === side
  const isOld = isMine && Date.parse(at) < now - TAKEN_BACK_MS
  const hasActs = report !== null && body.type !== 'removed' && from !== 'market' && !isOld
  const told = state === 'read' ? texts.read : texts.sent
  const StateIcon = state === 'read' ? CheckCheck : Check
  return (
    <li className={`bubble-row ${isMine ? 'mine' : ''}`}>
      <div className={`bubble ${body.type}`}>
        <span className="sr-only">{isMine ? texts.you : texts.speakers[from]}: </span>
        {by === undefined || isMine ? null : (
          <span className="block text-muted text-xs">{by.name}</span>
        )}
        <Content message={message} side={side} />
      </div>
      <div className="bubble-foot">
        <span className="bubble-told">
          <time dateTime={at}>{formatTime(at, locale)}</time>
          {state === undefined ? null : (
            <>
              {' · '}
              <StateIcon size={14} aria-hidden="true" className="inline-block" /> {told}
            </>
          )}
        </span>
        {hasActs ? <ChatActs seq={message.seq} isMine={isMine} report={report} /> : null}
      </div>
    </li>
  )
}

function Content({ message: { body, from }, side }: BubbleProps): ReactNode {
  const texts = useTexts(chatTexts)
  switch (body.type) {
    case 'product':
      return <ChatProduct body={body} from={from} />
    case 'order':
      return <ChatOrder body={body} side={side} />
    case 'picture':
      return <ChatPicture body={body} who={from === side ? texts.you : texts.speakers[from]} />
    case 'removed':
      return texts.removed
    default:
      return body.text
  }
}

type PendingProps = {
  text: string
  state: 'waiting' | 'sending' | 'failed'
  /** By the device's clock. */
  at?: number
  children?: ReactNode
}

/** What has no number yet; refused, it stays in sight with what one can do. */
export function ChatPending({ text, state, at, children }: PendingProps) {
  const texts = useTexts(chatTexts)
  const locale = useLocale()
  const told = { waiting: texts.waiting, sending: texts.sending, failed: texts.notSent }[state]
  return (
    <li className="stack gap-1.5">
      <div className={`bubble-row mine ${state}`}>
        <div className="bubble text">
          <span className="sr-only">{texts.you}: </span>
          {text}
        </div>
        <span className="bubble-told">
          {at === undefined || state === 'failed' ? null : `${formatTime(at, locale)} · `}
          {state === 'waiting' ? (
            <Clock size={14} aria-hidden="true" className="inline-block" />
          ) : null}{' '}
          {told}
        </span>
      </div>
      {children}
    </li>
  )
}
