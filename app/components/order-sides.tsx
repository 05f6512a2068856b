import { order as orderTexts } from '../messages/order.ts'
import { pay as payTexts } from '../messages/pay.ts'
import type { AddressFields, Order, OrderGroup } from '../shapes.ts'
import { AddressCard } from './address-card.tsx'
import { owedParts } from './owed-parts.ts'
import { Sums } from './sums.tsx'
import { useTexts } from './use-locale.ts'

type OrderSidesProps = {
  address: AddressFields
  orders: Order[]
  paymentStatus: OrderGroup['paymentStatus']
  /** Of the whole group, where all of it is shown. */
  vouchers?: OrderGroup['vouchers']
}

/** Where it goes, and what it came to. */
export function OrderSides({ address, orders, paymentStatus, vouchers = [] }: OrderSidesProps) {
  const order = useTexts(orderTexts)
  const pay = useTexts(payTexts)
  const parts = owedParts(orders, paymentStatus)
  const allCancelled = orders.every((part) => part.status === 'cancelled')
  const calledOff = paymentStatus === 'expired' || paymentStatus === 'cancelled'
  const state = paymentStatus === 'cod' && allCancelled ? 'cancelled' : paymentStatus
  const sum = (pick: (part: Order) => number) =>
    parts.reduce((total, part) => total + pick(part), 0)
  const discount = sum((part) => part.discountSatang)
  // By name where the names make up the sum: of parts that are left out they do not.
  const named = vouchers.reduce((total, { amountSatang }) => total + amountSatang, 0) === discount
  const off = named
    ? vouchers.map(({ title, amountSatang }) => ({ label: title, value: -amountSatang, off: true }))
    : [{ label: order.discount, value: -discount, off: true }]
  const promised = orders.some(({ history }) =>
    history?.some(({ event }) => event === 'cod_accepted'),
  )
  const refunded = sum((part) => part.refundedSatang)
  return (
    <div className="stack gap-4">
      <AddressCard title={order.deliverTo} address={address} />
      <section className="card p-4">
        <h2 className="mb-2">{order.money}</h2>
        <Sums
          rows={[
            { label: order.goods, value: sum((part) => part.subtotalSatang) },
            { label: order.shipping, value: sum((part) => part.shippingSatang) },
            ...(discount === 0 ? [] : off),
          ]}
          total={{ label: order.payStatus[state], satang: sum((part) => part.totalSatang) }}
          after={refunded === 0 ? [] : [{ label: order.refunded, value: -refunded }]}
          large={false}
        />
        {calledOff && refunded === 0 && !promised ? (
          <p className="mt-2 text-muted text-xs">{pay.cancelledText}</p>
        ) : null}
      </section>
    </div>
  )
}
