import { useTexts } from '../components/use-locale.ts'
import { order as orderTexts } from '../messages/order.ts'
import type { Order, OrderGroup } from '../shapes.ts'
import { OrderAct } from './order-act.tsx'

type PartActsProps = {
  order: Order
  paymentStatus: OrderGroup['paymentStatus']
  submitKey: string
  /** It is the first on the page that waits for the buyer. */
  first: boolean
}

/** Whether its buyer may say that it has arrived: cash is not in escrow before it is remitted. */
export const canBeReceived = (
  { status }: Pick<Order, 'status'>,
  paymentStatus: OrderGroup['paymentStatus'],
): boolean => (status === 'shipped' || status === 'delivered') && paymentStatus !== 'cod'

/** What a buyer can do about one shop's part that is paid for, or will be in cash. */
export function PartActs({ order, paymentStatus, submitKey, first }: PartActsProps) {
  const { act } = useTexts(orderTexts)
  const given = { order, submitKey }
  if (order.status === 'paid') {
    const texts = paymentStatus === 'cod' ? act.cancelCash : act.cancelPaid
    return <OrderAct act="cancel" {...given} texts={texts} />
  }
  if (!canBeReceived(order, paymentStatus)) return null
  return <OrderAct act="received" {...given} texts={act.received} first={first} />
}
