import { DAY_MS, HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import type { CHANNELS, TOPICS } from '#src/common/topics.ts'
import type { Choices, Digest } from '#src/database/tables/notification.ts'

export type Topic = (typeof TOPICS)[number]
export type Channel = (typeof CHANNELS)[number]

/**
 * What comes to somebody who chose nothing. What sells is by consent alone (PDPA s.19, s.24), and a
 * text message costs money: neither comes unasked.
 */
const UNASKED: Record<Topic, readonly Channel[]> = {
  orders: ['in_app', 'email', 'push', 'line'],
  chat: ['in_app', 'push', 'line'],
  promotions: [],
  stock: ['in_app', 'email', 'push'],
  prices: ['in_app', 'email', 'push'],
  low_stock: ['in_app', 'email', 'push', 'line'],
  reviews: ['in_app', 'email'],
  shop: ['in_app', 'email', 'push', 'line'],
  system: ['in_app', 'email'],
}

/** Whoever has money with us hears of it: an order's payment, its refund, and a shop's credit. */
const MONEY_CHANNELS: readonly Channel[] = ['in_app', 'email']
const MONEY_TOPICS: readonly Topic[] = ['orders', 'shop']

/** Whether what is about money in a topic comes by a channel whatever was chosen. */
export const isMoneyAnyway = (topic: Topic, channel: Channel): boolean =>
  MONEY_TOPICS.includes(topic) && MONEY_CHANNELS.includes(channel)

/** Whether a topic comes by a channel; `money` is said of what cannot be switched off. */
export function isWanted(
  choices: Choices,
  topic: Topic,
  channel: Channel,
  { money }: { money: boolean },
): boolean {
  if (money && isMoneyAnyway(topic, channel)) return true
  return choices[topic]?.[channel] ?? UNASKED[topic].includes(channel)
}

/** What is not urgent is gathered unless somebody says otherwise. */
export const UNASKED_DIGEST: Digest = { every: 'daily', topics: ['prices', 'low_stock', 'reviews'] }

type Chosen = { choices: Choices; digest: Digest | null }

/** Whether the letters of a topic are wanted, and wait for the one letter of the day. */
export function isGathered({ choices, digest }: Chosen, topic: Topic): boolean {
  const { every, topics } = digest ?? UNASKED_DIGEST
  return every === 'daily' && topics.includes(topic) && isWanted(choices, topic, 'email', NOT_MONEY)
}

const NOT_MONEY = { money: false }

/** Choices without the letters of the topics that are gathered: what ends the letter of the day. */
export function withoutDigest({ choices, digest }: Chosen): Choices {
  const { topics } = digest ?? UNASKED_DIGEST
  const silenced = topics.map((topic) => [topic, { ...choices[topic], email: false }])
  return { ...choices, ...Object.fromEntries(silenced) }
}

/** What was chosen otherwise than it would come unasked. */
export function deviations(
  chosen: readonly { topic: Topic; channel: Channel; enabled: boolean }[],
): Choices {
  const choices: Choices = {}
  for (const { topic, channel, enabled } of chosen) {
    const { [channel]: _, ...others } = choices[topic] ?? {}
    const otherwise = enabled !== UNASKED[topic].includes(channel)
    choices[topic] = otherwise ? { ...others, [channel]: enabled } : others
  }
  return Object.fromEntries(
    Object.entries(choices).filter(([, channels]) => Object.keys(channels).length > 0),
  )
}

/** What rings; a letter and a list may come at any hour. */
const RINGING: readonly Channel[] = ['sms', 'push', 'line']

type Quiet = { quietFrom: number | null; quietTo: number | null }

/**
 * When something may ring that happens at `at`: then, or when the quiet hours are over. They are
 * minutes of a day in Bangkok (UTC+7, without summer time) and may go past midnight.
 */
export function ringsAt({ quietFrom, quietTo }: Quiet, channel: Channel, at: Date): Date {
  if (quietFrom === null || quietTo === null || !RINGING.includes(channel)) return at
  const localMs = (at.getTime() + 7 * HOUR_MS) % DAY_MS
  const [fromMs, toMs] = [quietFrom * MINUTE_MS, quietTo * MINUTE_MS]
  const inside =
    fromMs <= toMs ? localMs >= fromMs && localMs < toMs : localMs >= fromMs || localMs < toMs
  if (!inside) return at
  return new Date(at.getTime() + ((toMs - localMs + DAY_MS) % DAY_MS))
}
