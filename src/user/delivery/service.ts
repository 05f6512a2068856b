import type { LiveEvent } from '#objects/messages.ts'
import { before, type Clock, jittered } from '#src/common/clock.ts'
import { eachOf } from '#src/common/each.ts'
import { newId } from '#src/common/id.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { type NotificationKind, told } from '#src/common/messages/notifications.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { onceByMessage } from '#src/database/outbox.ts'
import type { NotificationParams } from '#src/database/tables/notification.ts'
import type { Address, Outcome, Way, Ways } from '#src/services/notification/index.ts'
import type { DeviceService } from '../device/service.ts'
import { digestItems } from '../digest/rules.ts'
import type { DigestLetter, DigestService } from '../digest/service.ts'
import type { NotificationService } from '../notification/service.ts'
import { guestId, type PreferenceService } from '../preference/service.ts'
import {
  addDeliveries,
  addLetters,
  type Delivery,
  deliveriesById,
  dueDeliveries,
  forgetDeliveries,
  leaseDelivery,
  recipientsOf,
  settleDelivery,
} from './repository.ts'
import {
  addressOf,
  choicesOf,
  isStale,
  KINDS,
  letterRow,
  pauseAfter,
  planFor,
  type Told,
  wayOf,
} from './rules.ts'

/** Who is told: an account, all who work for a shop, or a guest by the contact of an order. */
export type Recipient =
  | { userId: string; phone?: string }
  | { shopId: string }
  | { guest: { email: string; phone: string; locale: 'th' | 'en' } }

/** One thing to tell. `key` tells it apart from others of the same message. */
export type Notice = {
  key: string
  kind: NotificationKind
  params: NotificationParams
  /** A path of the storefront. */
  link: string
  to: Recipient
}

/** Whose open pages are meant: accounts, and all who work for shops. */
export type Whom = { userIds: readonly string[]; shopIds: readonly string[] }

export type DeliveryDeps = {
  database: Database
  clock: Clock
  log: Log
  preferences: Pick<PreferenceService, 'of' | 'unsubscribeToken'>
  devices: Pick<DeviceService, 'of' | 'forget'>
  notifications: Pick<NotificationService, 'add'>
  digests: Pick<DigestService, 'add'>
  membersOf(shopIds: readonly string[]): Promise<readonly { shopId: string; userId: string }[]>
  emailsOf(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  ways: Ways
  /** Where shoppers are: what links in messages begin with. */
  publicOrigin: string
  /** The same path for whoever has no account: it may let its reader in. Never stored or logged. */
  openLink(link: string): Promise<string>
  /** Tells somebody's open pages; the same key is one event. */
  publishInbox(userId: string, key: string, event: LiveEvent): Promise<void>
  defer(task: Promise<unknown>): void
}

/** What marks the messages that people were told of. */
export const CONSUMER = 'notifications'
const { notification: settings } = SETTINGS

/** What people are told, and how it gets to them (NO1–NO6). */
export function createDeliveryService(deps: DeliveryDeps) {
  const { database, clock, log, preferences, devices, notifications, digests, ways } = deps
  const { tables } = database

  /** Everybody that some notices are for, with what they chose. Three queries, however many. */
  async function everybody(notices: readonly Notice[]): Promise<(notice: Notice) => Told[]> {
    const shopIds = notices.flatMap(({ to }) => ('shopId' in to ? [to.shopId] : []))
    const members = shopIds.length === 0 ? [] : await deps.membersOf(shopIds)
    const guests = new Map<string, string>()
    for (const { to } of notices) {
      if ('guest' in to) guests.set(to.guest.email, await guestId(to.guest.email))
    }
    const accounts = [
      ...new Set([
        ...notices.flatMap(({ to }) => ('userId' in to ? [to.userId] : [])),
        ...members.map(({ userId }) => userId),
      ]),
    ]
    const [chosen, targets] = await Promise.all([
      preferences.of([...accounts, ...guests.values()]),
      accounts.length === 0 ? [] : devices.of(accounts),
    ])
    const account = (userId: string, phone: string | null): Told[] => {
      const own = targets.filter((device) => device.userId === userId)
      return [
        { ...choicesOf(chosen.get(userId)), id: userId, userId, email: null, phone, devices: own },
      ]
    }
    return ({ to }) => {
      if ('userId' in to) return account(to.userId, to.phone ?? null)
      if ('shopId' in to) {
        const staff = members.filter(({ shopId }) => shopId === to.shopId)
        return staff.flatMap(({ userId }) => account(userId, null))
      }
      const { email, phone, locale } = to.guest
      const id = guests.get(email) ?? ''
      return [{ ...choicesOf(chosen.get(id)), locale, id, userId: null, email, phone, devices: [] }]
    }
  }

  /** One row by each channel to each who is told; what of it stands in their inbox. */
  function rowsOf(messageId: string, notice: Notice, all: readonly Told[], at: Date) {
    const { key, kind, params, link } = notice
    const messageKey = `${messageId}:${key}`
    const what = { messageKey, topic: KINDS[kind].topic, kind, params, link, createdAt: at }
    const plans = all.map((one) => ({ one, ...planFor(kind, one, at) }))
    return {
      inbox: plans
        .filter(({ inApp }) => inApp)
        .map(({ one }) => ({ ...what, id: newId('ntf'), userId: one.userId ?? '', readAt: null })),
      gathered: plans
        .filter(({ gathered }) => gathered)
        .map(({ one }) => ({ ...what, userId: one.userId ?? '' })),
      out: plans.flatMap(({ one, out }) =>
        out.map(
          ({ dueAt, ...planned }): Delivery => ({
            ...what,
            ...planned,
            ...{ id: newId('dlv'), userId: one.userId, locale: one.locale, attempts: 0 },
            ...{ dueMs: dueAt?.getTime() ?? null, providerRef: null, sentAt: null },
          }),
        ),
      ),
    }
  }

  /**
   * Tells everybody what a message gives rise to, once however often it is delivered (Q2, Q8): what
   * stands in inboxes and what is to be sent is one write with the mark of the message, and with what
   * else belongs to it `along`.
   */
  async function notify(
    messageId: string,
    notices: readonly Notice[],
    along: (q: Query) => Statement[] = () => [],
  ): Promise<void> {
    if (notices.length === 0) return
    const at = clock.now()
    const toldOf = await everybody(notices)
    const rows = notices.map((notice) => rowsOf(messageId, notice, toldOf(notice), at))
    const [inbox, out] = [rows.flatMap((one) => one.inbox), rows.flatMap((one) => one.out)]
    const gathered = rows.flatMap((row) => row.gathered)
    await onceByMessage(database, CONSUMER, messageId, (q) => [
      ...notifications.add(q, inbox),
      ...digests.add(q, gathered),
      ...addDeliveries(q, tables, out),
      ...along(q),
    ])
    // Also when it was there before, and these rows are none: what is asked by id is not found.
    deps.defer(afterwards(inbox, out))
  }

  async function afterwards(
    inbox: readonly { id: string; userId: string; messageKey: string; topic: string }[],
    out: readonly Delivery[],
  ): Promise<void> {
    try {
      await eachOf(inbox, settings.sendsAtOnce, async ({ id, userId, messageKey, topic }) => {
        await deps.publishInbox(userId, messageKey, { kind: 'notification', id, topic })
      })
      const ids = out.filter(({ state }) => state === 'pending').map(({ id }) => id)
      const now = clock.now().getTime()
      const due = ids.length === 0 ? [] : await deliveriesById(database, ids)
      await send(due.filter(({ dueMs }) => dueMs !== null && dueMs <= now))
    } catch (error) {
      log.error('notification.not_sent', describeError(error))
    }
  }

  /** Sends what is due, some at once; a way whose provider is silent is left until the next run. */
  async function send(due: readonly Delivery[]): Promise<void> {
    if (due.length === 0) return
    const ids = [...new Set(due.flatMap(({ userId }) => userId ?? []))]
    const [emails, targets] = await Promise.all([deps.emailsOf(ids), devices.of(ids)])
    const silences = new Map<Way, number>()
    await eachOf(due, settings.sendsAtOnce, async (delivery) => {
      const device = targets.find(({ id }) => id === delivery.recipient)
      const way = wayOf(delivery, device)
      if (way !== undefined && (silences.get(way) ?? 0) >= settings.maxSilences) return
      const until = clock.now().getTime() + settings.leaseMs
      if (!(await leaseDelivery(database, delivery, until))) return
      const outcome = await attempt(delivery, way, addressOf(delivery, device, emails))
      if (way !== undefined) {
        silences.set(way, outcome.kind === 'unavailable' ? (silences.get(way) ?? 0) + 1 : 0)
      }
      await settle(delivery, outcome)
    })
  }

  async function attempt(
    delivery: Delivery,
    way: Way | undefined,
    address: Address | undefined,
  ): Promise<Outcome | { kind: 'skipped'; reason: string }> {
    const { id, kind, params, locale, createdAt, topic, link } = delivery
    if (isStale(createdAt, clock.now())) return { kind: 'skipped', reason: 'too_late' }
    if (way === undefined || address === undefined) return { kind: 'skipped', reason: 'no_address' }
    const go = ways[way]
    if (go === undefined) return { kind: 'skipped', reason: 'not_configured' }
    const text = told(locale, kind, params)
    if (text === undefined) return { kind: 'skipped', reason: 'unknown_kind' }
    const who = delivery.userId ?? delivery.recipient
    const about = kind === 'digest' ? 'digest' : topic
    const token = way === 'email' ? await preferences.unsubscribeToken(who, about) : null
    const from = locale === 'en' ? `${deps.publicOrigin}/en` : deps.publicOrigin
    return await go(address, {
      ...{ id, locale, ...text },
      ...(kind === 'digest' ? { items: digestItems(params, locale, from) } : {}),
      url: `${from}${delivery.userId === null ? await deps.openLink(link) : link}`,
      unsubscribeUrl: token && `${deps.publicOrigin}/api/unsubscribe?token=${token}`,
    })
  }

  async function settle(
    { id, attempts: before, userId, recipient, channel }: Delivery,
    outcome: Awaited<ReturnType<typeof attempt>>,
  ): Promise<void> {
    const [now, attempts] = [clock.now(), before + 1]
    const over = async (state: 'sent' | 'failed' | 'skipped', more: Partial<Delivery>) =>
      await settleDelivery(database, id, attempts, { state, dueMs: null, ...more })
    const sent = { sentAt: now, reason: null }
    if (outcome.kind === 'sent') return await over('sent', { ...sent, providerRef: outcome.ref })
    const { reason } = outcome
    log.info('delivery.not_sent', { deliveryId: id, channel, attempts, ...outcome })
    if (outcome.kind === 'skipped') return await over('skipped', { reason })
    if (outcome.kind === 'refused') {
      if (outcome.gone && userId !== null) await devices.forget(userId, recipient)
      return await over('failed', { reason })
    }
    const pauseMs = pauseAfter(attempts)
    if (pauseMs === undefined) return await over('failed', { reason })
    const dueMs = now.getTime() + Math.max(jittered(pauseMs), outcome.afterMs ?? 0)
    await settleDelivery(database, id, attempts, { dueMs, reason })
  }

  return {
    notify,

    /**
     * Tells open pages of something that they can read: a hint, so what fails is passed over. One
     * query for shops, none for accounts.
     */
    async show({ userIds, shopIds }: Whom, key: string, event: LiveEvent): Promise<void> {
      try {
        const members = shopIds.length === 0 ? [] : await deps.membersOf(shopIds)
        const all = [...new Set([...userIds, ...members.map(({ userId }) => userId)])]
        await eachOf(all, settings.sendsAtOnce, async (userId) => {
          await deps.publishInbox(userId, key, event)
        })
      } catch (error) {
        log.error('inbox.not_shown', describeError(error))
      }
    },

    /** The statements that send letters of the day; a second one of a person and key breaks the write. */
    letters: (q: Query, letters: readonly DigestLetter[]): Statement[] =>
      addLetters(q, tables, letters.map(letterRow)),

    /** Which of some people have the letter of a day. One query. */
    lettersOf: async (key: string, userIds: readonly string[]): Promise<ReadonlySet<string>> =>
      await recipientsOf(database, key, userIds),

    /** Sends what is due; part of the minute's jobs. Answers how many were looked at. */
    async runDue(): Promise<number> {
      const due = await dueDeliveries(database, clock.now().getTime(), settings.sendsARun)
      await send(due)
      return due.length
    },

    /** Forgets what was settled long ago; part of the minute's jobs. */
    forget: async (): Promise<void> =>
      await forgetDeliveries(database, before(clock.now(), settings.keepDeliveryMs)),
  }
}

export type DeliveryService = ReturnType<typeof createDeliveryService>
