import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { ChatBubble, ChatPending } from '../components/chat-bubble.tsx'
import { ChatRefusal } from '../components/chat-refusal.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { daysAgo, formatDate } from '../format/date.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import type { Line } from './line.ts'
import { byDay } from './rows.ts'
import { isTyping, lastReadSeq, otherOf, type Pending, type Talk } from './talk.ts'

type TalkLogProps = {
  talk: Talk
  now: number
  line: Line | null
  /** Refused by a form, on a page without scripts. */
  refused: { text: string; problem: string } | null
  /** Older ones are being put in: they are not read out. */
  quiet: boolean
  onEdit(text: string): void
  /** Where this talk is. */
  here: string
  /** What is on its way beside words. */
  children?: ReactNode
}

/** What was said, a day under the other, then what is still on its way. */
export function TalkLog(props: TalkLogProps) {
  const { talk, now, line, refused, quiet, onEdit, here, children } = props
  const texts = useTexts(chatTexts)
  const { messages, pending, side } = talk
  const read = lastReadSeq(talk)
  const lastOwn = messages.findLast(({ from }) => from === side)?.seq
  const stateOf = (seq: number) =>
    seq === read ? 'read' : seq === lastOwn && seq > (read ?? 0) ? 'sent' : undefined
  const edit = ({ clientId, text }: Pending) => {
    line?.withdraw(clientId)
    onEdit(text)
  }
  return (
    <div role="log" aria-label={texts.log} aria-live={quiet ? 'off' : 'polite'}>
      <ol className="chat-log">
        {messages.length + pending.length > 0 ? null : (
          <li className="chat-notice">{texts.empty}</li>
        )}
        {byDay(messages).map(({ key, at, messages: ofDay }) => (
          <Fragment key={key}>
            <li className="chat-day">
              <DayName at={at} now={now} />
            </li>
            {ofDay.map((message) => (
              <ChatBubble
                key={message.seq}
                message={message}
                side={side}
                state={stateOf(message.seq)}
                now={now}
                report={`${here}${here.includes('?') ? '&' : '?'}report=${message.seq}`}
              />
            ))}
          </Fragment>
        ))}
        {pending.map((one) => (
          <ChatPending key={one.clientId} {...one}>
            {one.state !== 'failed' ? null : (
              <ChatRefusal reason={one.reason ?? ''}>
                <button
                  type="button"
                  className="text-link min-h-11 min-w-11"
                  onClick={() => edit(one)}
                >
                  {texts.edit}
                </button>
                {one.reason === 'contact_leak' ? null : (
                  <button
                    type="button"
                    className="text-link min-h-11 min-w-11"
                    onClick={() => line?.again(one.clientId)}
                  >
                    {texts.retry}
                  </button>
                )}
              </ChatRefusal>
            )}
          </ChatPending>
        ))}
        {children}
        {refused === null ? null : (
          <ChatPending text={refused.text} state="failed">
            <ChatRefusal reason={refused.problem} />
          </ChatPending>
        )}
      </ol>
    </div>
  )
}

/** "วันนี้ 25 พ.ย. 2569" */
function DayName({ at, now }: { at: string; now: number }) {
  const texts = useTexts(chatTexts)
  const locale = useLocale()
  const days = daysAgo(at, now)
  const near = days === 0 ? texts.today : days === 1 ? texts.yesterday : null
  return (
    <time dateTime={at}>
      {near === null ? '' : `${near} `}
      {formatDate(at, locale)}
    </time>
  )
}

/** The other side writes: for as long as the last sign of it holds. */
export function Typing({ talk }: { talk: Talk }) {
  const texts = useTexts(chatTexts)
  const [, over] = useState(0)
  const { typingUntil, side } = talk
  useEffect(() => {
    const left = typingUntil - Date.now()
    if (left <= 0) return
    const timer = setTimeout(() => over(typingUntil), left)
    return () => clearTimeout(timer)
  }, [typingUntil])
  const other = otherOf(side)
  if (typingUntil === 0 || !isTyping(talk, Date.now()) || other === side) return null
  return (
    <p className="chat-typing px-4 pb-2">
      <i />
      <i />
      <i />
      {texts.typing[other]}
    </p>
  )
}
