import type { ChatMessage } from '#objects/messages.ts'
import { MINUTE_MS } from '#src/common/clock.ts'
import type { Numbered } from '#src/services/chat-room/index.ts'

type Speaker = ChatMessage['from']

/**
 * Who began to wait in these messages, and which answers ended it. A wait begins with a shopper's
 * first words after the shop's, and ends with the shop's next: what the market says by itself is no
 * answer. `speaker` is who spoke last before them.
 */
export function waitsIn(messages: readonly Numbered[], speaker: Speaker | null) {
  const waits: { seq: number; askedAt: Date }[] = []
  const answers: { seq: number; at: Date }[] = []
  let last = speaker
  for (const { seq, event } of messages) {
    if (event.from === 'market' || event.from === last) continue
    last = event.from
    const at = new Date(event.at)
    if (event.from === 'shopper') waits.push({ seq, askedAt: at })
    else answers.push({ seq, at })
  }
  return { waits, answers }
}

export type Wait = { askedAt: Date; answeredAt: Date | null }

/** How a shop answers; `null` where nothing can be said of it. */
export type Pace = {
  /** First words that were answered in time, or had the time to be. */
  waits: number
  inTime: number
  /** Of those that were answered. */
  medianMinutes: number | null
}

/** Counts waits by now; who asked a moment ago and still waits counts neither way. */
export function paceOf(waits: readonly Wait[], now: Date, inTimeMs: number): Pace {
  const took = waits.flatMap(({ askedAt, answeredAt }) =>
    answeredAt === null ? [] : [answeredAt.getTime() - askedAt.getTime()],
  )
  const over = waits.filter(
    ({ askedAt, answeredAt }) =>
      answeredAt === null && now.getTime() - askedAt.getTime() > inTimeMs,
  )
  const inTime = took.filter((ms) => ms <= inTimeMs).length
  const sorted = took.toSorted((one, other) => one - other)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  return {
    waits: took.length + over.length,
    inTime,
    medianMinutes: middle === undefined ? null : Math.ceil(Math.max(0, middle) / MINUTE_MS),
  }
}

/** How long a shop usually takes, as a shopper is told. */
export const PACES = ['minutes', 'hour', 'hours', 'day'] as const
export type RoundPace = (typeof PACES)[number]

const UP_TO: readonly (readonly [RoundPace, number])[] = [
  ['minutes', 10],
  ['hour', 60],
  ['hours', 6 * 60],
  ['day', 24 * 60],
]

/** Rounded up; null where too little is known, or most wait in vain. */
export function roundPace(
  { waits, inTime, medianMinutes }: Pace,
  fewest: number,
): RoundPace | null {
  if (medianMinutes === null || waits < fewest || inTime * 2 < waits) return null
  return UP_TO.find(([, minutes]) => medianMinutes <= minutes)?.[0] ?? null
}
