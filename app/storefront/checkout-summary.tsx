import { BuyBar } from '../components/buy-bar.tsx'
import { countItems } from '../components/cart-counts.ts'
import { Price } from '../components/price.tsx'
import { useMessages } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import type { Cart, ShippingOptions } from '../shapes.ts'
import { DEFAULT_METHOD } from './checkout-payment.tsx'
import { shippingTotal } from './shipping-choice.ts'

type SummaryProps = {
  cart: Cart
  shipping: ShippingOptions
  /** The form as it stands, by field. */
  chosen: Record<string, string>
  busy: boolean
}

export function CheckoutSummary({ cart, shipping, chosen, busy }: SummaryProps) {
  const { checkout } = useMessages()
  const sending = shippingTotal(cart, shipping, chosen)
  const total = cart.totalSatang + sending
  const place = checkout.place[(chosen.payment ?? DEFAULT_METHOD) as keyof typeof checkout.place]
  return (
    <section className="card grid gap-3 p-4 lg:sticky lg:top-4" aria-labelledby="to-pay">
      <h2 id="to-pay">{checkout.toPay}</h2>
      <dl className="grid grid-cols-[1fr_auto] gap-y-2">
        <dt>{checkout.goods(countItems(cart))}</dt>
        <dd className="text-right font-display tabular-nums">{fullMoney(cart.totalSatang)}</dd>
        <dt>{checkout.shippingOf(cart.groups.length)}</dt>
        <dd className="text-right font-display tabular-nums">{fullMoney(sending)}</dd>
        <dt className="mt-1 border-line border-t pt-3">
          <span className="block font-display font-semibold">{checkout.payToday}</span>
          <span className="block text-muted text-xs">{checkout.vatIncluded}</span>
        </dt>
        <dd className="mt-1 border-line border-t pt-2 text-right">
          <Price satang={total} size="x" full />
        </dd>
      </dl>
      <BuyBar label={checkout.payToday} satang={total}>
        <button type="submit" className="button forward large" aria-disabled={busy}>
          {busy ? checkout.placing : (place ?? checkout.placePlain)}
        </button>
      </BuyBar>
      <p className="text-muted text-xs">{checkout.held}</p>
    </section>
  )
}
