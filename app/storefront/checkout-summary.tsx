import { Button } from '../components/button.tsx'
import { BuyBar } from '../components/buy-bar.tsx'
import { countItems } from '../components/cart-counts.ts'
import { Sums } from '../components/sums.tsx'
import { useTexts } from '../components/use-locale.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import type { Cart, ShippingOptions } from '../shapes.ts'
import { DEFAULT_METHOD } from './checkout-payment.tsx'
import { shippingTotal } from './shipping-choice.ts'
import { sumRows, type ToldVoucher, wholeOff } from './voucher-sums.ts'

type SummaryProps = {
  cart: Cart
  shipping: ShippingOptions
  /** The form as it stands, by field. */
  chosen: Record<string, string>
  /** What each voucher takes off with these choices. */
  vouchers: ToldVoucher[]
  /** The same is being asked for other choices. */
  pricing: boolean
  /** What is being done, while it lasts. */
  busy: string | false
}

export function CheckoutSummary(props: SummaryProps) {
  const { cart, shipping, chosen, vouchers, pricing, busy } = props
  const checkout = useTexts(checkoutTexts)
  const sending = shippingTotal(cart, shipping, chosen)
  const off = wholeOff(vouchers)
  const total = cart.totalSatang + sending - off
  const method = chosen.payment ?? DEFAULT_METHOD
  const place = checkout.place[method as keyof typeof checkout.place]
  const label = method === 'cod:cash' ? checkout.payLater : checkout.payToday
  return (
    <section
      className="card stack gap-3 p-4 lg:sticky lg:top-4"
      aria-labelledby="to-pay"
      aria-busy={pricing}
    >
      <input type="hidden" name="off" value={off} />
      {vouchers.map(({ code, off }) =>
        off === undefined ? null : <input key={code} type="hidden" name="voucher" value={code} />,
      )}
      <h2 id="to-pay">{checkout.toPay}</h2>
      <Sums
        rows={[
          { label: checkout.goods(countItems(cart)), value: cart.totalSatang },
          { label: checkout.shippingOf(cart.groups.length), value: sending },
          ...sumRows(vouchers),
        ]}
        total={{ label, satang: total, note: checkout.vatIncluded }}
      />
      <BuyBar label={label} satang={total}>
        <Button type="submit" kind="forward" size="lg" busy={busy}>
          {/* Without scripts a button cannot follow what is chosen. */}
          <span className="noscript:hidden">{place ?? checkout.placePlain}</span>
          <span className="hidden noscript:inline">{checkout.placePlain}</span>
        </Button>
      </BuyBar>
      <noscript>
        <p className="text-sm">{checkout.totalAfterChoice}</p>
      </noscript>
      <p className="text-balance text-muted text-xs">{checkout.held}</p>
    </section>
  )
}
