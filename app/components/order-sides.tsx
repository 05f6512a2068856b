import { formatAddress, formatPhone } from '../format/address.ts'
import { fullMoney } from '../format/money.ts'
import type { AddressFields, Order } from '../shapes.ts'
import { useLocale, useMessages } from './use-locale.ts'

type OrderSidesProps = { address: AddressFields; orders: Order[]; state: string }

/** Where it goes, and what it came to. */
export function OrderSides({ address, orders, state }: OrderSidesProps) {
  const { order } = useMessages()
  const locale = useLocale()
  const sum = (pick: (part: Order) => number) =>
    orders.reduce((total, part) => total + pick(part), 0)
  const discount = sum((part) => part.discountSatang)
  const refunded = sum((part) => part.refundedSatang)
  const amount = 'text-right font-display tabular-nums'
  return (
    <div className="grid gap-4">
      <section className="card p-4">
        <h2 className="mb-2">{order.deliverTo}</h2>
        <p>
          <span className="font-display font-semibold">{address.recipient}</span>{' '}
          <span className="text-muted">{formatPhone(address.phone)}</span>
        </p>
        <p>{formatAddress(address, locale)}</p>
      </section>
      <section className="card p-4">
        <h2 className="mb-2">{order.money}</h2>
        <dl className="grid grid-cols-[1fr_auto] gap-y-2">
          <dt>{order.goods}</dt>
          <dd className={amount}>{fullMoney(sum((part) => part.subtotalSatang))}</dd>
          <dt>{order.shipping}</dt>
          <dd className={amount}>{fullMoney(sum((part) => part.shippingSatang))}</dd>
          {discount === 0 ? null : (
            <>
              <dt>{order.discount}</dt>
              <dd className={`${amount} text-sale`}>{fullMoney(-discount)}</dd>
            </>
          )}
          <dt className="border-line border-t pt-3 font-display font-semibold">{state}</dt>
          <dd className={`${amount} border-line border-t pt-3 font-bold text-lg`}>
            {fullMoney(sum((part) => part.totalSatang))}
          </dd>
          {refunded === 0 ? null : (
            <>
              <dt>{order.refunded}</dt>
              <dd className={amount}>{fullMoney(-refunded)}</dd>
            </>
          )}
        </dl>
      </section>
    </div>
  )
}
