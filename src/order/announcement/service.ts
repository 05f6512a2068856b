import type { LiveEvent } from '#objects/messages.ts'
import { after, type Clock, DAY_MS } from '#src/common/clock.ts'
import type { Database } from '#src/database/database.ts'
import type { OperatorFeed } from '#src/services/operator-feed/index.ts'
import type { GroupCase, GroupService } from '../group/service.ts'
import type { ParcelService } from '../parcel/service.ts'
import { completingSoon, soonMessage } from './repository.ts'
import { type Announcement, announcementsOf, type Happened, tellBuyer } from './rules.ts'

export type AnnouncementDeps = {
  database: Database
  clock: Clock
  groups: Pick<GroupService, 'load'>
  parcels: Pick<ParcelService, 'of'>
  /** Tells people what a message gives rise to, once however often it is delivered. */
  notify(messageId: string, announcements: readonly Announcement[]): Promise<void>
  /** Tells open pages of somebody that an order changed. */
  showTo(
    whom: { userIds: readonly string[]; shopIds: readonly string[] },
    key: string,
    event: LiveEvent,
  ): Promise<void>
  operatorFeed: Pick<OperatorFeed, 'tell'>
  /** What marks the messages that people were told of. */
  consumer: string
}

/** How long before an order completes by itself its buyer hears of it. */
const AHEAD_MS = DAY_MS
const A_RUN = 50

/** A group as it is after a move, for lists that are open. */
export type Moved = { version: number; paymentStatus: string }

// What a sale is to whoever runs the market.
const SOLD: ReadonlySet<string> = new Set(['paid', 'cod_accepted'])

/** Every moment of an order has its message: to its buyer, and to who works for its shop (NO1). */
export function createAnnouncementService(deps: AnnouncementDeps) {
  const { database, clock, groups, parcels, notify, consumer, showTo, operatorFeed } = deps

  /** Open lists of its buyer and its shops look again; operators see what was sold. */
  async function show(
    messageId: string,
    { group, orders }: GroupCase,
    { event, orderId }: Happened,
    moved: Moved,
  ): Promise<void> {
    const { id, userId, number, totalSatang } = group
    const touched = orders.filter((order) => orderId === undefined || order.id === orderId)
    const whom = {
      userIds: userId === null ? [] : [userId],
      shopIds: touched.map(({ shopId }) => shopId),
    }
    await showTo(whom, `${id}:${moved.version}`, { kind: 'order-group', id, ...moved })
    if (SOLD.has(event) && orderId === undefined) {
      const news = { topic: 'order', event, subject: id, label: number } as const
      await operatorFeed.tell({ key: messageId, ...news, amountSatang: totalSatang })
    }
  }

  return {
    /** Tells of what a message of the queue says has happened to a group. One query, or
     * two, and one for whose pages are open. */
    async tell(
      messageId: string,
      groupId: string,
      happened: Happened,
      moved?: Moved,
    ): Promise<void> {
      const found = await groups.load(groupId)
      if (found === undefined) return
      if (moved !== undefined) await show(messageId, found, happened, moved)
      const { event, orderId, amountSatang } = happened
      if (event === 'refund_sent') {
        const params = { amountSatang: amountSatang ?? 0 }
        return await notify(messageId, [tellBuyer(found.group, 'order_refunded', params)])
      }
      const sends = event === 'parcel_sent' || event === 'shipped'
      const newest = sends && orderId !== undefined ? (await parcels.of(orderId)).at(-1) : undefined
      const parcel = newest && { trackingNumber: newest.trackingNumber }
      await notify(messageId, announcementsOf(happened, { ...found, parcel }))
    },

    /**
     * Tells buyers of what completes by itself within a day, once an order, also if it is given more
     * time later; part of the minute's jobs. Answers how many were told.
     */
    async tellOfEnds(): Promise<number> {
      const now = clock.now()
      const asked = { now, until: after(now, AHEAD_MS), consumer, limit: A_RUN }
      const soon = await completingSoon(database, asked)
      for (const { id, groupId } of soon) {
        const found = await groups.load(groupId)
        const told = found && announcementsOf({ event: 'completes_soon', orderId: id }, found)
        if (told !== undefined) await notify(soonMessage(id), told)
      }
      return soon.length
    },
  }
}

export type AnnouncementService = ReturnType<typeof createAnnouncementService>
