import type { ChatBody, ChatMessage, ChatSide } from '#objects/messages.ts'
import type { OpenSpan } from '#src/common/opening-hours.ts'

/** Somebody who may speak in a room, until a time in milliseconds since the epoch. */
export type Member = { userId: string; side: ChatSide; name: string; untilMs: number }

/** When a shop answers, and what is said for it meanwhile; null says nothing. */
export type ShopHours = { spans: readonly OpenSpan[]; awayText: string | null }

export type Say = { clientId: string; body: ChatBody }

/** Why a message was not taken: `blocking` is one's own block. */
export type ChatRefusal = 'blocked' | 'blocking' | 'contact_leak' | 'frame_invalid'
export type Said = (Numbered & { refused?: undefined }) | { refused: ChatRefusal }

/** After a number, else the newest, or the newest before one. */
export type ChatPage = { after?: number; before?: number; limit: number }
/** `edit` is the change with which its words were taken back; 0 as it was said. */
export type Numbered = { seq: number; event: ChatMessage; edit: number }

type Both<Value> = Record<ChatSide, Value>

/** How a talk stands. */
export type ChatHead = {
  /** Grows with each change, and with each edit by one: an older head is nothing new. */
  changes: number
  /** The change of the newest edit; 0 for none. */
  edited: number
  last: Numbered | null
  read: Both<number>
  /** Of the other side, 100 at most. */
  unread: Both<number>
  blocked: Both<boolean>
}

/** Why a message was not taken back: none such of theirs, or said too long ago. */
export type TakenBack = { picture: string | null } | { refused: 'absent' | 'late' }

/** The room itself: what was said, in one order, and who may say more. */
export type ChatRoom = {
  admit(room: string, member: Member, hours: ShopHours): Promise<void>
  say(room: string, member: Member, hours: ShopHours, said: Say): Promise<Said>
  read(side: ChatSide, seq: number): Promise<void>
  block(room: string, side: ChatSide, blocked: boolean): Promise<void>
  page(page: ChatPage): Promise<Numbered[]>
  head(): Promise<ChatHead>
  /** Both in one call. */
  look(page: ChatPage): Promise<{ messages: Numbered[]; head: ChatHead }>
  /** Messages that were edited after a change, in the order of their edits. */
  edited(after: number, limit: number): Promise<Numbered[]>
  /**
   * Takes back one message of somebody, said at `sinceMs` or later; `picture` is the address of the
   * one that went with it. Safe twice.
   */
  takeBack(room: string, userId: string, seq: number, sinceMs: number): Promise<TakenBack>
  /**
   * Forgets who somebody was: what they said for themselves until then is gone, what they said for a
   * shop is the shop's, without their name. Safe twice.
   */
  erase(room: string, userId: string, untilMs: number): Promise<void>
  told(changes: number): Promise<void>
}

/** The room of a conversation, by its id. */
export type ChatRooms = (room: string) => ChatRoom
