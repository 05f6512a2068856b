import type { GroupService } from '../group/service.ts'
import type { ParcelService } from '../parcel/service.ts'
import { type Announcement, announcementsOf, type Happened, tellBuyer } from './rules.ts'

export type AnnouncementDeps = {
  groups: Pick<GroupService, 'load'>
  parcels: Pick<ParcelService, 'of'>
  /** Tells people what a message gives rise to, once however often it is delivered. */
  notify(messageId: string, announcements: readonly Announcement[]): Promise<void>
}

/** Every moment of an order has its message: to its buyer, and to who works for its shop (NO1). */
export function createAnnouncementService({ groups, parcels, notify }: AnnouncementDeps) {
  return {
    /** Tells of what a message of the queue says has happened to a group. One query, or two. */
    async tell(messageId: string, groupId: string, happened: Happened): Promise<void> {
      const found = await groups.load(groupId)
      if (found === undefined) return
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
  }
}

export type AnnouncementService = ReturnType<typeof createAnnouncementService>
