import { SelectField } from '../components/field.tsx'
import { useTexts } from '../components/use-locale.ts'
import { order as orderTexts } from '../messages/order.ts'
import { progress as progressTexts } from '../messages/progress.ts'
import type { CancelReason, Order, OrderGroup } from '../shapes.ts'
import { OrderAct } from './order-act.tsx'

type PartActsProps = {
  order: Order
  paymentStatus: OrderGroup['paymentStatus']
  submitKey: string
  /** It is the first on the page that waits for the buyer. */
  first: boolean
}

/** Why buyers would like to cancel, the commonest first. */
const REASONS: readonly CancelReason[] = [
  'changed_mind',
  'wrong_items',
  'wrong_address',
  'too_slow',
  'found_cheaper',
  'other',
]

/** Whether its buyer may say that it has arrived: cash is not in escrow before it is remitted. */
export const canBeReceived = (
  { status }: Pick<Order, 'status'>,
  paymentStatus: OrderGroup['paymentStatus'],
): boolean => (status === 'shipped' || status === 'delivered') && paymentStatus !== 'cod'

/** What a buyer can do about one shop's part that is paid for, or will be in cash. */
export function PartActs({ order, paymentStatus, submitKey, first }: PartActsProps) {
  const { act } = useTexts(orderTexts)
  const progress = useTexts(progressTexts)
  const given = { order, submitKey }
  if (order.status === 'paid') {
    const texts = paymentStatus === 'cod' ? act.cancelCash : act.cancelPaid
    return <OrderAct act="cancel" {...given} texts={texts} />
  }
  // What is on its way comes back as a return, and a shop that said no is not asked again.
  if (order.status === 'processed') {
    if ((order.parcels ?? []).length > 0 || order.cancelRequest?.state === 'refused') return null
    return (
      <OrderAct act="cancel-request" {...given} texts={progress.request}>
        <div className="w-full sm:max-w-80">
          <SelectField id={`why-${order.id}`} name="reason" label={progress.request.why}>
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {progress.reasons[reason]}
              </option>
            ))}
          </SelectField>
        </div>
      </OrderAct>
    )
  }
  if (!canBeReceived(order, paymentStatus)) return null
  const asked = order.history?.some(({ event }) => event === 'more_time') ?? true
  return (
    <>
      {order.status === 'delivered' && !asked ? (
        <OrderAct act="more-time" {...given} texts={progress.moreTime} />
      ) : null}
      <OrderAct act="received" {...given} texts={act.received} first={first} />
    </>
  )
}
