import { Swatch, stallOf } from '../components/stall.tsx'
import { useTexts } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import { pay as payTexts } from '../messages/pay.ts'
import type { OrderGroup, Payment } from '../shapes.ts'
import { attemptEnd } from './attempt-end.ts'

type PaySidesProps = { group: OrderGroup; payment: Payment; settled: boolean }

/** How to pay, and whose share is whose. */
export function PaySides({ group, payment, settled }: PaySidesProps) {
  const pay = useTexts(payTexts)
  const scans =
    !settled &&
    attemptEnd(payment) === null &&
    payment.status !== 'processing' &&
    payment.nextAction?.type === 'promptpay_qr'
  // Nobody shares what nobody paid.
  const over = group.paymentStatus === 'expired' || group.paymentStatus === 'cancelled'
  return (
    <div className="stack gap-4">
      {scans ? (
        <section className="card p-4">
          <h2 className="mb-2">{pay.how}</h2>
          <ol className="stack gap-3">
            {pay.steps(fullMoney(group.totalSatang)).map((step, index) => (
              <li key={step} className="flex gap-3">
                <span
                  aria-hidden="true"
                  className="grid size-6 flex-none place-items-center rounded-full bg-accent-soft font-bold font-display text-accent text-xs"
                >
                  {index + 1}
                </span>
                {step}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section className="card p-4">
        <h2 className="mb-2">{over ? pay.inIt : pay.split(group.orders.length)}</h2>
        <ul>
          {group.orders.map((order) => (
            <li key={order.id} className="flex items-center gap-2 py-2">
              <Swatch stall={stallOf(order.shop.id)} />
              <span className="min-w-0 flex-1 truncate">
                {order.shop.name}{' '}
                <span className="text-muted text-xs">{pay.things(order.lines.length)}</span>
              </span>
              <span className="font-display tabular-nums">{fullMoney(order.totalSatang)}</span>
            </li>
          ))}
        </ul>
        <p className="mt-2 flex justify-between border-line border-t pt-3 font-display font-semibold">
          <span>{pay.sum}</span>
          <span className="tabular-nums">{fullMoney(group.totalSatang)}</span>
        </p>
      </section>
    </div>
  )
}
