import type { OrderStatus, PaymentStatus } from '../rules.ts'

/**
 * What a move of one of its orders is to a group: it goes on, or is `emptied` when it is to be paid in
 * cash and its last order is cancelled. What was paid already stays paid; refunds are no state.
 */
export function groupEvent(
  paymentStatus: PaymentStatus,
  to: OrderStatus,
  others: readonly OrderStatus[],
): 'order_moved' | 'emptied' {
  const gone = [to, ...others].every((status) => status === 'cancelled')
  return paymentStatus === 'cod' && gone ? 'emptied' : 'order_moved'
}
