import type { NotificationKind } from '#src/common/messages/notifications.ts'
import type { OrderStatus, PaymentStatus } from '../rules.ts'

/** What the queue carries of a move: its event, and which order it was where it was one. */
export type Happened = {
  event: string
  orderId?: string | undefined
  /** Of money that went back. */
  amountSatang?: number | undefined
}

/** A group as its people are told of it. */
export type GroupTold = {
  id: string
  number: string
  userId: string | null
  contactEmail: string
  contactPhone: string
  locale: 'th' | 'en'
  paymentStatus: PaymentStatus
  totalSatang: number
  expiresAt: Date
}
export type OrderTold = {
  id: string
  number: string
  shopId: string
  shopNameTh: string
  shopNameEn: string
  status: OrderStatus
  totalSatang: number
  refundedSatang?: number
  shipBy: Date | null
  dueAt: Date | null
}
export type ParcelTold = { trackingNumber: string }

/** Who is told: a buyer, by the account or by the contact they gave, or all who work for a shop. */
export type ToWhom =
  | { userId: string; phone: string }
  | { guest: { email: string; phone: string; locale: 'th' | 'en' } }
  | { shopId: string }

/** One thing that somebody is told. `key` tells it apart from others of the same message. */
export type Announcement = {
  key: string
  kind: NotificationKind
  params: Record<string, string | number>
  link: string
  to: ToWhom
}

/** The buyer of a group. */
export const buyerOf = (group: GroupTold): ToWhom =>
  group.userId === null
    ? {
        guest: { email: group.contactEmail, phone: group.contactPhone, locale: group.locale },
      }
    : { userId: group.userId, phone: group.contactPhone }

/** Something that the buyer is told of the whole group. */
export const tellBuyer = (
  group: GroupTold,
  kind: NotificationKind,
  params: Announcement['params'] = {},
): Announcement => ({
  key: kind,
  kind,
  params: { number: group.number, totalSatang: group.totalSatang, ...params },
  link: `/order-groups/${group.id}`,
  to: buyerOf(group),
})

const shopOf = ({ shopNameTh, shopNameEn }: OrderTold) => ({
  shopTh: shopNameTh,
  shopEn: shopNameEn,
})

/** The same of one shop's order; a guest sees the whole by its token, which is put into what is sent alone. */
const tellBuyerOf = (
  group: GroupTold,
  order: OrderTold,
  kind: NotificationKind,
  params: Announcement['params'] = {},
): Announcement => ({
  key: `${kind}:${order.id}`,
  kind,
  params: { number: order.number, ...shopOf(order), ...params },
  link: group.userId === null ? `/order-groups/${group.id}` : `/orders/${order.id}`,
  to: buyerOf(group),
})

const tellShop = (
  order: OrderTold,
  kind: NotificationKind,
  params: Announcement['params'] = {},
): Announcement => ({
  key: `${kind}:${order.id}`,
  kind,
  params: { number: order.number, totalSatang: order.totalSatang, ...shopOf(order), ...params },
  // Its orders have no page yet: the desk has what there is.
  link: `/seller?shop=${order.shopId}`,
  to: { shopId: order.shopId },
})

const until = (at: Date | null) => (at === null ? {} : { untilMs: at.getTime() })

type Seen = {
  group: GroupTold
  orders: readonly OrderTold[]
  /** The newest parcel of the order that moved. */
  parcel?: ParcelTold | undefined
}

/**
 * Who is told what when something happened, from how the group is by now: a message may come late, and
 * what is no longer so is not told.
 */
export function announcementsOf({ event, orderId }: Happened, seen: Seen): Announcement[] {
  const { group, orders } = seen
  const order = orders.find(({ id }) => id === orderId)
  return order === undefined ? ofGroup(event, group, orders) : ofOrder(event, order, seen)
}

function ofGroup(event: string, group: GroupTold, orders: readonly OrderTold[]): Announcement[] {
  const toShops = () =>
    orders
      .filter(({ status }) => status !== 'cancelled')
      .map((order) => tellShop(order, 'shop_new_order', until(order.shipBy)))
  switch (event) {
    case 'placed':
      return group.paymentStatus === 'pending_payment'
        ? [tellBuyer(group, 'order_placed', until(group.expiresAt))]
        : []
    case 'paid':
      return [tellBuyer(group, 'order_paid'), ...toShops()]
    case 'cod_accepted':
      return [tellBuyer(group, 'order_cash'), ...toShops()]
    case 'expired':
      return [tellBuyer(group, 'order_expired')]
    case 'cancelled':
      return [tellBuyer(group, 'group_cancelled')]
    case 'payment_failed':
      return group.paymentStatus === 'pending_payment'
        ? [tellBuyer(group, 'payment_failed', until(group.expiresAt))]
        : []
    default:
      return []
  }
}

function ofOrder(event: string, order: OrderTold, { group, parcel }: Seen): Announcement[] {
  const buyer = (kind: NotificationKind, params: Announcement['params'] = {}) =>
    tellBuyerOf(group, order, kind, params)
  switch (event) {
    case 'cancelled':
      return [
        buyer('order_cancelled', { refundSatang: order.refundedSatang ?? 0 }),
        tellShop(order, 'shop_order_cancelled'),
      ]
    case 'cancel_requested':
      return [tellShop(order, 'shop_cancel_requested', until(order.dueAt))]
    case 'cancel_refused':
      return [buyer('cancel_refused')]
    case 'parcel_sent':
    case 'shipped':
      return parcel === undefined ? [] : [buyer('order_sent', parcel)]
    case 'delivered':
    case 'rest_refunded_arrived':
    case 'rest_dropped_arrived':
      return [buyer('order_delivered', until(order.dueAt))]
    case 'completes_soon':
      return order.status === 'delivered' ? [buyer('order_completes_soon', until(order.dueAt))] : []
    case 'received':
    case 'completed':
      return [tellShop(order, 'shop_order_completed')]
    default:
      return []
  }
}
