import { order as orderTexts } from '../messages/order.ts'
import type { AddressFields, Order } from '../shapes.ts'
import { AddressCard } from './address-card.tsx'
import { Sums } from './sums.tsx'
import { useTexts } from './use-locale.ts'

type OrderSidesProps = { address: AddressFields; orders: Order[]; state: string }

/** Where it goes, and what it came to. */
export function OrderSides({ address, orders, state }: OrderSidesProps) {
  const order = useTexts(orderTexts)
  const sum = (pick: (part: Order) => number) =>
    orders.reduce((total, part) => total + pick(part), 0)
  const discount = sum((part) => part.discountSatang)
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
            ...(discount === 0 ? [] : [{ label: order.discount, value: -discount, off: true }]),
          ]}
          total={{ label: state, satang: sum((part) => part.totalSatang) }}
          after={refunded === 0 ? [] : [{ label: order.refunded, value: -refunded }]}
          large={false}
        />
      </section>
    </div>
  )
}
