import { after, DAY_MS, doubling, HOUR_MS, SECOND_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { NotificationKind } from '#src/common/messages/notifications.ts'
import type { Choices, Digest } from '#src/database/tables/notification.ts'
import type { Address, Way } from '#src/services/notification/index.ts'
import type { DeviceRow } from '../device/service.ts'
import type { DigestLetter } from '../digest/service.ts'
import { type Channel, isGathered, isWanted, ringsAt, type Topic } from '../preference/rules.ts'
import type { Preferences } from '../preference/service.ts'

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
  back_in_stock: { topic: 'stock', money: false },
  price_dropped: { topic: 'prices', money: false },
  low_stock: { topic: 'low_stock', money: false },
  shop_reviewed: { topic: 'reviews', money: false },
  digest: { topic: 'system', money: false },
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
  digest: Digest | null
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

/** A letter of the day as it is sent: at once, as an email of its own. */
export const letterRow = ({ key, ...letter }: DigestLetter) => ({
  ...{ ...letter, id: newId('dlv'), messageKey: key, recipient: letter.userId },
  ...({ channel: 'email', state: 'pending', kind: 'digest', topic: KINDS.digest.topic } as const),
  ...{ address: null, reason: null, attempts: 0, providerRef: null, sentAt: null },
  ...{ link: '/', dueMs: letter.createdAt.getTime() },
})

const OUTSIDE = ['email', 'sms', 'push', 'line'] as const

/**
 * What of a kind goes where; what is `gathered` waits for the letter of the day in place of an email of
 * its own. What somebody switched off is kept as skipped; what they never asked for
 * is not, or most rows would say that nothing was sent.
 */
export function planFor(
  kind: NotificationKind,
  told: Told,
  at: Date,
): { inApp: boolean; gathered: boolean; out: Planned[] } {
  const { topic, money } = KINDS[kind]
  const wants = (channel: Channel) => isWanted(told.choices, topic, channel, { money })
  // A guest has no letter of the day, and nobody waits for news of their money.
  const gathered = !money && told.userId !== null && isGathered(told, topic)
  const out = OUTSIDE.flatMap((channel): Planned[] => {
    if (channel === 'email' && gathered) return []
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
  return { inApp: told.userId !== null && wants('in_app'), gathered, out }
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

/** What of a delivery says how it goes. */
type Sent = { channel: Channel; address: string | null; userId: string | null }

/** What somebody chose, or what comes unasked. */
export const choicesOf = (kept: Preferences | undefined) => ({
  locale: kept?.locale ?? ('th' as const),
  choices: kept?.choices ?? {},
  digest: kept?.digest ?? null,
  quietFrom: kept?.quietFrom ?? null,
  quietTo: kept?.quietTo ?? null,
})

/** The way that a delivery goes; none without a device that is still there. */
export function wayOf(
  { channel }: Pick<Sent, 'channel'>,
  device: DeviceRow | undefined,
): Way | undefined {
  if (channel === 'in_app') return undefined
  return channel === 'email' || channel === 'sms' ? channel : device?.kind
}

/** Where a delivery goes. */
export function addressOf(
  { channel, address, userId }: Sent,
  device: DeviceRow | undefined,
  emails: ReadonlyMap<string, string>,
): Address | undefined {
  if (device !== undefined) return { to: device.token, p256dh: device.p256dh, auth: device.auth }
  const to = address ?? (channel === 'email' ? emails.get(userId ?? '') : undefined)
  return to === undefined ? undefined : { to }
}
