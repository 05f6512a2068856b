import { contactLeak } from '../src/common/contact-leak.ts'
import { isOpen } from '../src/common/opening-hours.ts'
import type { ChatRefusal, Say, ShopHours } from '../src/services/chat-room/index.ts'

/** Why a room takes no such message, whoever says it; null where it does. */
export function wrongWords(body: Say['body'], ownOrigin: string): ChatRefusal | null {
  if (body.type !== 'text') return null
  if (body.text.trim() === '') return 'frame_invalid'
  return contactLeak(body.text, ownOrigin) === null ? null : 'contact_leak'
}

/** What a shop has said for it at that time; null while it is open, or says nothing. */
export const awayText = (hours: ShopHours | null, at: Date): string | null =>
  hours === null || isOpen(hours.spans, at) ? null : hours.awayText
