import { Outlet } from '@remix-run/react'
import { MessageCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../components/use-locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'

type ChatFrameProps = {
  /** Where there is room for one column alone, a talk has it, else the list. */
  isTalk: boolean
  /** The list of talks. */
  children: ReactNode
}

/** Talks | talk | what it is about. */
export function ChatFrame({ isTalk, children }: ChatFrameProps) {
  return (
    <div className="chat" data-talk={isTalk ? '' : undefined}>
      {children}
      <div className="chat-main">
        <Outlet />
      </div>
    </div>
  )
}

/** Beside the list, before one is chosen. */
export function NoTalk() {
  const texts = useTexts(chatTexts)
  return (
    <div className="grid min-h-80 place-content-center justify-items-center gap-4 p-6 text-center">
      <span className="empty-drawing" aria-hidden="true">
        <MessageCircle size={44} strokeWidth={1.5} />
      </span>
      <p className="text-base">{texts.chooseRoom}</p>
    </div>
  )
}
