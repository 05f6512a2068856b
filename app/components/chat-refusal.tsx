import { ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { chat as chatTexts } from '../messages/chat.ts'
import { useTexts } from './use-locale.ts'

/** The words of the API and of the socket for one reason. */
const REASONS = {
  contact_leak: 'contact_leak',
  blocked: 'blocked',
  chat_blocked: 'blocked',
  blocking: 'blocking',
  picture_invalid: 'picture_invalid',
  validation_failed: 'picture_invalid',
  body_too_large: 'picture_invalid',
} as const

/** Why a text was not sent, and what to do about it, right below it. */
export function ChatRefusal({ reason, children }: { reason: string; children?: ReactNode }) {
  const { refusals } = useTexts(chatTexts)
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : 'unknown'
  const { what, how } = refusals[known]
  return (
    <div className="note warn chat-refusal" role="alert">
      <ShieldAlert size={20} strokeWidth={1.9} aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <b className="font-display font-semibold">{what}</b> {how}
        {children === undefined ? null : (
          <span className="-my-2.5 inline-flex flex-wrap gap-x-4 px-1">{children}</span>
        )}
      </div>
    </div>
  )
}
