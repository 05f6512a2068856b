import { Button } from '../components/button.tsx'
import { BuyBar } from '../components/buy-bar.tsx'
import { countItems } from '../components/cart-counts.ts'
import { Sums } from '../components/sums.tsx'
import { useTexts } from '../components/use-locale.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import type { Cart, ShippingOptions } from '../shapes.ts'
import { DEFAULT_METHOD } from './checkout-payment.tsx'
import { shippingTotal } from './shipping-choice.ts'

type SummaryProps = {
  cart: Cart
  shipping: ShippingOptions
  /** The form as it stands, by field. */
  chosen: Record<string, string>
  /** What is being done, while it lasts. */
  busy: string | false
}

export function CheckoutSummary({ cart, shipping, chosen, busy }: SummaryProps) {
  const checkout = useTexts(checkoutTexts)
  const sending = shippingTotal(cart, shipping, chosen)
  const total = cart.totalSatang + sending
  const method = chosen.payment ?? DEFAULT_METHOD
  const place = checkout.place[method as keyof typeof checkout.place]
  const label = method === 'cod:cash' ? checkout.payLater : checkout.payToday
  return (
    <section className="card stack gap-3 p-4 lg:sticky lg:top-4" aria-labelledby="to-pay">
      <h2 id="to-pay">{checkout.toPay}</h2>
      <Sums
        rows={[
          { label: checkout.goods(countItems(cart)), value: cart.totalSatang },
          { label: checkout.shippingOf(cart.groups.length), value: sending },
        ]}
        total={{ label, satang: total, note: checkout.vatIncluded }}
      />
      <BuyBar label={label} satang={total}>
        <Button type="submit" kind="forward" size="lg" busy={busy}>
          {place ?? checkout.placePlain}
        </Button>
      </BuyBar>
      <p className="text-balance text-muted text-xs">{checkout.held}</p>
    </section>
  )
}
