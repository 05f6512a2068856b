import type { Order, OrderGroup } from '../shapes.ts'

/**
 * The parts that the money of an order is told of. Cash is not owed for what was cancelled; what was
 * paid for it comes back as a refund, which stands below the sum.
 */
export function owedParts<Part extends Pick<Order, 'status'>>(
  orders: readonly Part[],
  paymentStatus: OrderGroup['paymentStatus'],
): readonly Part[] {
  const going = orders.filter((order) => order.status !== 'cancelled')
  return paymentStatus === 'cod' && going.length > 0 ? going : orders
}
