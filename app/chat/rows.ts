import { daysAgo } from '../format/date.ts'
import type { Message } from '../shapes.ts'

/** Messages of one day in Bangkok. */
export type Day = { key: string; at: string; messages: Message[] }

export function byDay(messages: readonly Message[]): Day[] {
  const days: Day[] = []
  for (const message of messages) {
    const day = days.at(-1)
    const isSame = day !== undefined && daysAgo(day.at, Date.parse(message.at)) === 0
    if (isSame) day.messages.push(message)
    else days.push({ key: `${message.seq}`, at: message.at, messages: [message] })
  }
  return days
}
