import { ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, LinkButton } from '../components/button.tsx'
import { BuyBar } from '../components/buy-bar.tsx'
import { Note } from '../components/note.tsx'
import { Sums } from '../components/sums.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import type { Cart } from '../shapes.ts'
import { goodsOff, sumRows, type ToldVoucher } from './voucher-sums.ts'

type SummaryProps = {
  cart: Cart
  items: number
  /** What each voucher took off when it was last asked. */
  vouchers: ToldVoucher[]
  /** Something cannot be ordered as it stands. */
  blocked: boolean
  /** Something that was pressed is not saved yet. */
  pending: boolean
  /** The last press of something was not granted. */
  refused: boolean
}

export function CartSummary({ cart, items, vouchers, blocked, pending, refused }: SummaryProps) {
  const texts = useTexts(cartTexts)
  // While a press is on its way the sum can be behind: it never falls below nothing.
  const total = Math.max(0, cart.totalSatang - goodsOff(vouchers))
  return (
    <section className="card stack gap-3 p-4" aria-busy={pending}>
      <h2>{texts.summary}</h2>
      <Sums
        rows={[
          { label: texts.goods(items), value: cart.totalSatang },
          ...sumRows(vouchers.filter(({ off }) => off?.shipping === false)),
          { label: texts.shipping, value: texts.shippingLater },
        ]}
        total={{ label: texts.total, satang: total, note: texts.totalNote }}
      />
      {blocked ? (
        <div id="settle-first">
          <Note kind="warn">{texts.settleFirst}</Note>
        </div>
      ) : null}
      <BuyBar label={texts.total} satang={total}>
        {blocked ? (
          <Button kind="forward" size="lg" disabled aria-describedby="settle-first">
            {texts.checkout}
          </Button>
        ) : (
          <CheckoutButton pending={pending} refused={refused} />
        )}
      </BuyBar>
      {cart.groups.length === 0 ? null : (
        <p className="flex gap-2 text-muted text-xs">
          <ShieldCheck size={16} aria-hidden="true" className="mt-0.5 flex-none" />
          {texts.once(cart.groups.length)}
        </p>
      )}
    </section>
  )
}

/** Goes to the checkout once the last press is saved: an order is made of what the API has. */
function CheckoutButton({ pending, refused }: Pick<SummaryProps, 'pending' | 'refused'>) {
  const texts = useTexts(cartTexts)
  const to = usePath()('/checkout')
  const [leaving, setLeaving] = useState(false)
  useEffect(() => {
    if (!leaving || pending) return
    setLeaving(false)
    if (!refused) location.assign(to)
  }, [leaving, pending, refused, to])
  if (leaving) {
    return (
      <Button kind="forward" size="lg" busy={texts.saving}>
        {texts.checkout}
      </Button>
    )
  }
  return (
    <LinkButton
      to="/checkout"
      kind="forward"
      size="lg"
      reloadDocument
      onClick={(event) => {
        if (!pending) return
        event.preventDefault()
        setLeaving(true)
      }}
    >
      {texts.checkout}
    </LinkButton>
  )
}
