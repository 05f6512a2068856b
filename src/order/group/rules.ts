import { Problem } from '#src/common/problem.ts'
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

/**
 * An order does not complete by itself while a bank may still take its money back; its buyer may say
 * that it has come. @throws Problem `transition_refused`
 */
export function refuseDisputed({ disputed = false }: { disputed?: boolean }, event: string): void {
  if (!disputed || event !== 'completed') return
  throw new Problem('transition_refused', { detail: 'a chargeback of its money is open' })
}
