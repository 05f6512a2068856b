import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { id, time } from '#src/common/text.ts'
import { Topic } from '../preference/schema.ts'

/** Something that somebody was told, in the language of whoever reads it. */
export const Notification = z
  .object({
    id: z.string(),
    topic: Topic,
    /** What happened, such as `order_paid`. */
    kind: z.string(),
    title: z.string(),
    body: z.string(),
    /** A path of the storefront. */
    link: z.string(),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.output<typeof Notification>

export const ListNotifications = z.object(Paging)
export type ListNotifications = z.output<typeof ListNotifications>

/** Counted this far; more is shown as many. */
export const MOST_UNREAD = 100

export const NotificationPage = pageOf(Notification)
  .extend({
    /** How many were not read yet, counted to 100. */
    unread: z.int(),
  })
  .meta({ id: 'NotificationPage' })
export type NotificationPage = z.output<typeof NotificationPage>

/** Some by their ids, or all until a moment. */
export const ReadNotifications = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(100) }),
  z.strictObject({ before: time }),
])
export type ReadNotifications = z.output<typeof ReadNotifications>

export const Unread = z.object({ unread: z.int() }).meta({ id: 'Unread' })
export type Unread = z.output<typeof Unread>
