import type { ChatBody, ChatMessage, ChatSide } from '#objects/messages.ts'
import type { ChatHead, Numbered } from '#src/services/chat-room/index.ts'
import type { Message } from './schema.ts'

/** How much of a text stands in a list. */
const PREVIEW = 120

type Head = {
  lastFrom: ChatMessage['from'] | null
  lastAtMs: number
  lastType: string | null
  lastText: string | null
}

/** The newest message as a list shows it; null while nothing was said. */
export function lastOf({ lastFrom, lastAtMs, lastType, lastText }: Head) {
  if (lastFrom === null || lastType === null) return null
  const text = lastText === null ? {} : { text: lastText }
  return { from: lastFrom, at: new Date(lastAtMs).toISOString(), type: lastType, ...text }
}

/** What lists keep of how a talk stands. */
export function headRow({ changes, last, read, unread, blocked }: ChatHead) {
  const newest =
    last === null
      ? {}
      : {
          lastSeq: last.seq,
          lastAtMs: Date.parse(last.event.at),
          lastFrom: last.event.from,
          ...previewOf(last.event),
        }
  return {
    ...newest,
    changes,
    readByShopper: read.shopper,
    readByShop: read.shop,
    unreadByShopper: unread.shopper,
    unreadByShop: unread.shop,
    blockedByShopper: blocked.shopper,
    blockedByShop: blocked.shop,
  }
}

/** A message as one side sees it: who of the shop wrote is the shop's own business. */
export function messageView(
  { seq, event }: Pick<Numbered, 'seq' | 'event'>,
  side: ChatSide,
): Message {
  const { kind: _, by, ...message } = event
  return { seq, ...message, ...(side === 'shop' && by !== undefined ? { by } : {}) }
}

/** What lists keep of a message. */
export const previewOf = ({
  body,
}: ChatMessage): { lastType: string; lastText: string | null } => ({
  lastType: body.type,
  lastText: 'text' in body ? cut(body.text) : 'title' in body ? cut(body.title) : null,
})

/** What of a message can be searched: small letters, as they are typed. */
export const wordsOf = ({ body }: ChatMessage): string | null =>
  'text' in body ? body.text.toLowerCase() : 'title' in body ? body.title.toLowerCase() : null

/** Where a picture of a talk is read, by its two sides. */
export const pictureUrl = (roomId: string, pictureId: string): string =>
  `/api/chat/rooms/${roomId}/pictures/${pictureId}`

/** Which picture a message shows; null for none. */
export const pictureOf = (body: ChatBody): string | null =>
  body.type === 'picture' ? pictureAt(body.url) : null

export const pictureAt = (url: string): string => url.split('/').at(-1) ?? ''

/** On which side of a talk an account stands; null on neither. Its own shop is the shop's side. */
export function sideOf(
  talk: { userId: string },
  userId: string,
  worksThere: boolean,
): ChatSide | null {
  if (talk.userId === userId) return 'shopper'
  return worksThere ? 'shop' : null
}

// By whole characters, so that no emoji is halved.
const cut = (text: string): string => {
  const all = [...text.replaceAll(/\s+/g, ' ')]
  return all.length <= PREVIEW ? all.join('') : `${all.slice(0, PREVIEW - 1).join('')}…`
}
