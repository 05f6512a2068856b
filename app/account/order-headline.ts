import type { Messages } from '../messages/index.ts'
import type { Order, OrderGroup } from '../shapes.ts'

const FINAL: readonly Order['status'][] = ['completed', 'cancelled']

/** Nothing more will happen to these by itself. */
export const isOver = (orders: readonly Pick<Order, 'status'>[]): boolean =>
  orders.every((order) => FINAL.includes(order.status))

/** The whole of a group in one sentence: what has arrived and what is on its way. */
export function headline(
  group: Pick<OrderGroup, 'paymentStatus'> & { orders: readonly Pick<Order, 'status'>[] },
  texts: Messages['order']['headline'],
): string {
  if (group.paymentStatus === 'pending_payment') return texts.toPay
  if (group.paymentStatus === 'expired') return texts.expired
  const going = group.orders.filter((order) => order.status !== 'cancelled')
  if (going.length === 0) return texts.cancelled
  if (going.every((order) => order.status === 'completed')) return texts.done
  const arrived = going.filter(({ status }) => status === 'delivered' || status === 'completed')
  const moving = going.some(({ status }) => status === 'shipped') || arrived.length > 0
  if (going.every(({ status }) => status === 'paid')) return texts.told(going.length)
  if (!moving) return texts.preparing(going.length)
  return texts.arrived(arrived.length, going.length - arrived.length)
}

/** What happens to the money, where no part of the group says it: of cash it is when it is due. */
export function moneyNote(
  group: Pick<OrderGroup, 'paymentStatus'> & { orders: readonly Pick<Order, 'status'>[] },
  texts: Pick<Messages['order'], 'escrow' | 'cashDue'>,
): string | null {
  const going = group.orders.filter(({ status }) => !FINAL.includes(status))
  const coming = going.filter(({ status }) => status !== 'delivered')
  if (coming.length === 0) return null
  if (group.paymentStatus === 'cod') return texts.cashDue
  return coming.length < going.length ? null : texts.escrow(going.length)
}

/**
 * How it was or will be paid. Any other state is what the headline says already; and of what was
 * cancelled nothing is paid any more.
 */
export const isPaidSomehow = (
  paymentStatus: OrderGroup['paymentStatus'],
  orders: readonly Pick<Order, 'status'>[],
): boolean =>
  (paymentStatus === 'paid' || paymentStatus === 'cod') &&
  orders.some(({ status }) => status !== 'cancelled')
