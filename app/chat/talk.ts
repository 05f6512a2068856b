import type { ChatMessage, ChatSide, LiveSignal } from '../../durable-objects/messages.ts'
import type { Message } from '../shapes.ts'

/** What was written here and has no number yet, as far as this tab knows. */
export type Pending = {
  clientId: string
  text: string
  /** When it was written, by this device's clock. */
  at: number
  /** Waiting for a network, on its way, or refused. */
  state: 'waiting' | 'sending' | 'failed'
  /** Why it was refused. */
  reason?: string
  /** Known, while the message itself is still on its way back. */
  seq?: number
}

/** A talk as one side sees it. Everything below takes one and gives the next. */
export type Talk = {
  side: ChatSide
  /** By number, each once. */
  messages: readonly Message[]
  pending: readonly Pending[]
  /** Up to which number each side has read. */
  read: Record<ChatSide, number>
  online: Record<ChatSide, boolean>
  /** Until when the other side is taken to be writing. */
  typingUntil: number
}

/** How many messages are read at once. */
export const PAGE = 50
/** How long a sign of writing lasts. */
export const TYPING_MS = 4_000

const OTHER = { shopper: 'shop', shop: 'shopper' } as const
export const otherOf = (side: ChatSide): ChatSide => OTHER[side]

export const beginTalk = (
  side: ChatSide,
  messages: readonly Message[],
  read: Record<ChatSide, number>,
): Talk => ({
  side,
  messages,
  pending: [],
  read,
  online: { shopper: false, shop: false },
  typingUntil: 0,
})

export const newestSeq = ({ messages }: Talk): number => messages.at(-1)?.seq ?? 0

/** Messages from wherever, among those that are there; what has come takes its pending one away. */
export function withMessages(talk: Talk, come: readonly Message[]): Talk {
  const bySeq = new Map([...talk.messages, ...come].map((message) => [message.seq, message]))
  return settled({ ...talk, messages: [...bySeq.values()].sort((a, b) => a.seq - b.seq) })
}

export function heard(talk: Talk, { kind: _, ...said }: ChatMessage, seq: number): Talk {
  const next = withMessages(talk, [{ ...said, seq }])
  if (said.from === 'market') return next
  // Whoever has said it has read what stood there, and is no longer writing it.
  const read = { ...next.read, [said.from]: Math.max(next.read[said.from], seq) }
  return said.from === talk.side ? { ...next, read } : { ...next, read, typingUntil: 0 }
}

/** What the API says anew, after a hole that nobody can fill. */
export const afresh = (talk: Talk, messages: readonly Message[]): Talk =>
  settled({ ...talk, messages })

const settled = (talk: Talk): Talk => {
  const known = new Set(talk.messages.map(({ seq }) => seq))
  return {
    ...talk,
    pending: talk.pending.filter(({ seq }) => seq === undefined || !known.has(seq)),
  }
}

export const written = (talk: Talk, clientId: string, text: string, at: number): Talk => ({
  ...talk,
  pending: [...talk.pending, { clientId, text, at, state: 'waiting' }],
})

const changed = (talk: Talk, clientId: string, change: (one: Pending) => Pending): Talk => ({
  ...talk,
  pending: talk.pending.map((one) => (one.clientId === clientId ? change(one) : one)),
})

export const sent = (talk: Talk, clientId: string): Talk =>
  changed(talk, clientId, (one) => ({ ...one, state: 'sending' }))

/** Tried once more after a refusal. */
export const retried = (talk: Talk, clientId: string): Talk =>
  changed(talk, clientId, ({ reason: _, ...one }) => ({ ...one, state: 'waiting' }))

/** What was on its way may not have come: it waits to be sent again. */
export const unanswered = (talk: Talk): Talk => ({
  ...talk,
  pending: talk.pending.map((one) =>
    one.state === 'sending' && one.seq === undefined ? { ...one, state: 'waiting' } : one,
  ),
})

/** The line is down, and nobody knows who is there. */
export const cutOff = (talk: Talk): Talk => ({
  ...unanswered(talk),
  online: { ...talk.online, [otherOf(talk.side)]: false },
  typingUntil: 0,
})

/** Its number is told, before or after the message itself has come. */
export const numbered = (talk: Talk, clientId: string, seq: number): Talk =>
  settled(changed(talk, clientId, (one) => ({ ...one, seq })))

export const refused = (talk: Talk, clientId: string, reason: string): Talk =>
  changed(talk, clientId, (one) => ({ ...one, state: 'failed', reason }))

/** Put back into the composer, or given up. */
export const withdrawn = (talk: Talk, clientId: string): Talk => ({
  ...talk,
  pending: talk.pending.filter((one) => one.clientId !== clientId),
})

/** What has to be said (again) once somebody listens, in the order in which it was written. */
export const unsaid = ({ pending }: Talk): Pending[] =>
  pending.filter(({ state }) => state === 'waiting')

export const isUnanswered = ({ pending }: Talk): boolean =>
  pending.some(({ state, seq }) => state === 'sending' && seq === undefined)

export function signalled(talk: Talk, signal: LiveSignal, now: number): Talk {
  if (signal.kind === 'removed') return without(talk, signal.seqs)
  const { kind, side } = signal
  if (kind === 'presence') {
    const gone = side !== talk.side && !signal.online
    const online = { ...talk.online, [side]: signal.online }
    return { ...talk, online, typingUntil: gone ? 0 : talk.typingUntil }
  }
  // A mark never moves back, however late it is told.
  if (kind === 'read') {
    return { ...talk, read: { ...talk.read, [side]: Math.max(talk.read[side], signal.seq) } }
  }
  return side === talk.side ? talk : { ...talk, typingUntil: now + TYPING_MS }
}

/** What these messages said is gone. */
export const without = (talk: Talk, seqs: readonly number[]): Talk => ({
  ...talk,
  messages: talk.messages.map((one) =>
    seqs.includes(one.seq) ? { ...one, body: { type: 'removed' } } : one,
  ),
})

export const isTyping = ({ typingUntil }: Talk, now: number): boolean => now < typingUntil

/** The number of the last own message that the other side has read; "read" is said below that alone. */
export function lastReadSeq({ messages, read, side }: Talk): number | null {
  const upTo = read[otherOf(side)]
  return messages.findLast(({ from, seq }) => from === side && seq <= upTo)?.seq ?? null
}

/** Up to where this side could say that it has read; null when that is said already. */
export function unreadUpTo(talk: Talk): number | null {
  const newest = newestSeq(talk)
  return newest > talk.read[talk.side] ? newest : null
}
