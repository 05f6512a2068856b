import { Form, useNavigation } from '@remix-run/react'
import { Check, PackageX, TimerOff } from 'lucide-react'
import { Fragment, useEffect, useRef } from 'react'
import { Button, LinkButton } from '../components/button.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import { pay as payTexts } from '../messages/pay.ts'
import type { OrderGroup } from '../shapes.ts'
import { MoveOn } from './move-on.tsx'

/** The stamp lands where the QR was; whoever reads by ear is told, and stands at the heading. */
export function PaidPanel({ group }: { group: OrderGroup }) {
  const pay = useTexts(payTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const amount = fullMoney(group.totalSatang)
  const shops = group.orders.length
  return (
    <section className="card grid justify-items-center gap-3 px-4 pt-10 pb-4 text-center">
      <span className="stamp" aria-hidden="true">
        <Check size={44} strokeWidth={3.5} />
      </span>
      <div role="status">
        <h1 ref={heading} tabIndex={-1} className="focus-visible:outline-none">
          {pay.paidTitle}
        </h1>
        <p className="mt-1 text-balance text-base">
          {shops === 1 ? pay.paidOne(amount) : pay.paidText(amount, shops)}
        </p>
      </div>
      <LinkButton to={`/order-groups/${group.id}`} kind="forward" size="lg" className="mt-2">
        {pay.follow}
      </LinkButton>
      <MoveOn to={`/order-groups/${group.id}`} />
    </section>
  )
}

type EndedPanelProps = { group: OrderGroup; guest: boolean }

/** The order is over unpaid: where its goods are, what becomes of money, and the way back to them. */
export function EndedPanel({ group, guest }: EndedPanelProps) {
  const pay = useTexts(payTexts)
  const cancelled = group.paymentStatus === 'cancelled'
  // An account's things are put back by themselves when time runs out; nobody asked for it otherwise.
  const kept = !cancelled && !guest
  const Icon = cancelled ? PackageX : TimerOff
  return (
    <section className="card grid justify-items-center gap-3 px-4 py-10 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-sunken" aria-hidden="true">
        <Icon size={26} />
      </span>
      <div role="status">
        <h1>{cancelled ? pay.cancelledTitle : pay.windowOver}</h1>
        <p className="mt-1 text-balance text-base">
          {cancelled ? pay.cancelledText : kept ? pay.windowOverKept : pay.windowOverText}
        </p>
      </div>
      {kept ? (
        <LinkButton to="/cart" kind="forward" className="mt-2">
          {pay.toCart}
        </LinkButton>
      ) : (
        <BackInBasket group={group} />
      )}
    </section>
  )
}

/** Puts all of it back into the basket, as far as there is any left. */
function BackInBasket({ group }: { group: OrderGroup }) {
  const pay = useTexts(payTexts)
  const path = usePath()
  const busy = useNavigation().formMethod === 'POST'
  return (
    <Form
      method="post"
      action={path('/cart')}
      className="mt-2"
      onSubmit={(event) => busy && event.preventDefault()}
    >
      {group.orders
        .flatMap((order) => order.lines)
        .map(({ id, variantId, quantity }) => (
          <Fragment key={id}>
            <input type="hidden" name="variantId" value={variantId} />
            <input type="hidden" name="quantity" value={quantity} />
          </Fragment>
        ))}
      <Button type="submit" kind="forward" busy={busy && pay.puttingBack}>
        {pay.putBack}
      </Button>
    </Form>
  )
}
