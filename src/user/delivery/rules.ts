import { after, DAY_MS, doubling, HOUR_MS, SECOND_MS } from '#src/common/clock.ts'
import type { NotificationKind } from '#src/common/messages/notifications.ts'
import type { Choices } from '#src/database/tables/notification.ts'
import { type Channel, isWanted, ringsAt, type Topic } from '../preference/rules.ts'

/** What each kind is about; of what is about money everybody hears, whatever they chose. */
export const KINDS: Record<NotificationKind, { topic: Topic; money: boolean }> = {
  order_placed: { topic: 'orders', money: true },
  order_cash: { topic: 'orders', money: true },
  order_paid: { topic: 'orders', money: true },
  payment_failed: { topic: 'orders', money: true },
  order_expired: { topic: 'orders', money: true },
  group_cancelled: { topic: 'orders', money: true },
  order_cancelled: { topic: 'orders', money: true },
  order_refunded: { topic: 'orders', money: true },
  order_sent: { topic: 'orders', money: false },
  order_delivered: { topic: 'orders', money: false },
  order_completes_soon: { topic: 'orders', money: false },
  cancel_refused: { topic: 'orders', money: false },
  shop_new_order: { topic: 'shop', money: false },
  shop_cancel_requested: { topic: 'shop', money: false },
  shop_order_cancelled: { topic: 'shop', money: false },
  shop_order_completed: { topic: 'shop', money: true },
}

/** Somebody who is told, with what is known of how they are reached. */
export type Told = {
  /** The account's id, or a guest's. */
  id: string
  userId: string | null
  /** A guest's; an account's is looked up when it is sent. */
  email: string | null
  phone: string | null
  locale: 'th' | 'en'
  choices: Choices
  quietFrom: number | null
  quietTo: number | null
  devices: readonly { id: string; kind: 'web_push' | 'fcm' | 'expo' | 'line' }[]
}

/** One thing that goes to somebody by one channel, or does not, and why. */
export type Planned = {
  channel: Channel
  recipient: string
  address: string | null
  state: 'pending' | 'skipped'
  reason: string | null
  dueAt: Date | null
}

const OUTSIDE = ['email', 'sms', 'push', 'line'] as const

/**
 * What of a kind goes where. What somebody switched off is kept as skipped; what they never asked for
 * is not, or most rows would say that nothing was sent.
 */
export function planFor(
  kind: NotificationKind,
  told: Told,
  at: Date,
): { inApp: boolean; out: Planned[] } {
  const { topic, money } = KINDS[kind]
  const wants = (channel: Channel) => isWanted(told.choices, topic, channel, { money })
  const out = OUTSIDE.flatMap((channel): Planned[] => {
    if (!wants(channel)) {
      const chosen = told.choices[topic]?.[channel] === false
      return chosen ? [skipped(channel, told.id, 'preference')] : []
    }
    const targets = targetsOf(channel, told)
    if (targets.length === 0) {
      const expected = channel === 'sms' || told.choices[topic]?.[channel] === true
      return expected ? [skipped(channel, told.id, 'no_address')] : []
    }
    const dueAt = ringsAt(told, channel, at)
    const reason = dueAt > at ? 'quiet_hours' : null
    return targets.map((target) => ({ channel, ...target, state: 'pending', reason, dueAt }))
  })
  return { inApp: told.userId !== null && wants('in_app'), out }
}

function targetsOf(channel: (typeof OUTSIDE)[number], told: Told) {
  const { id, email, phone, userId, devices } = told
  switch (channel) {
    case 'email':
      return userId === null && email === null ? [] : [{ recipient: id, address: email }]
    case 'sms':
      return phone === null ? [] : [{ recipient: id, address: phone }]
    default:
      return devices
        .filter(({ kind }) => (kind === 'line') === (channel === 'line'))
        .map((device) => ({ recipient: device.id, address: null }))
  }
}

const skipped = (channel: Channel, recipient: string, reason: string): Planned => ({
  ...{ channel, recipient, address: null, state: 'skipped', reason, dueAt: null },
})

/** News of the day before yesterday is none. Quiet hours last less than a day, so that a day is left. */
const STALE_MS = 2 * DAY_MS
const MAX_ATTEMPTS = 10

/** Whether it is too late to send something. */
export const isStale = (createdAt: Date, now: Date): boolean => after(createdAt, STALE_MS) < now

/** How long to wait after so many tries, in milliseconds; nothing when it was tried often enough. */
export const pauseAfter = (attempts: number): number | undefined =>
  attempts >= MAX_ATTEMPTS ? undefined : doubling(30 * SECOND_MS, attempts - 1, HOUR_MS)
