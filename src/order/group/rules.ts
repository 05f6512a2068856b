import { Problem } from '#src/common/problem.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
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

/** Whose orders are asked for: one shop's, by the proof of working there, or any, as operators do. */
export type Whose = ShopScope | 'of any shop'

export const isOf = (whose: Whose, order: { shopId: string }): boolean =>
  whose === 'of any shop' || whose.shopId === order.shopId

/** The message that a group changed: what consumers of the queue get. */
export const GROUP_CHANGED = 'order-group.changed'

/**
 * `version` is the group's after the move; `sold` is what was sold by it, less than nothing when a
 * sale was taken back.
 */
export function changed(
  group: { id: string },
  version: number,
  to: PaymentStatus,
  sold: readonly { productId: string; quantity: number }[],
) {
  return {
    kind: GROUP_CHANGED,
    aggregateId: group.id,
    version,
    payload: {
      groupId: group.id,
      paymentStatus: to,
      sold: sold.map(({ productId, quantity }) => ({ productId, quantity })),
    },
  }
}
