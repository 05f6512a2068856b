import { Check, TimerOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { LinkButton } from '../components/button.tsx'
import { useMessages } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import type { OrderGroup } from '../shapes.ts'
import { MoveOn } from './move-on.tsx'

/** The stamp lands where the QR was; whoever reads by ear is told, and stands at the heading. */
export function PaidPanel({ group }: { group: OrderGroup }) {
  const { pay } = useMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const amount = fullMoney(group.totalSatang)
  const shops = group.orders.length
  return (
    <section className="card grid justify-items-center gap-3 px-4 py-10 text-center">
      <span className="stamp" aria-hidden="true">
        <Check size={44} strokeWidth={3.5} />
      </span>
      <div role="status">
        <h1 ref={heading} tabIndex={-1} className="focus-visible:outline-none">
          {pay.paidTitle}
        </h1>
        <p className="mt-1 text-base">
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

export function EndedPanel({ status }: { status: string }) {
  const { pay } = useMessages()
  const cancelled = status === 'cancelled'
  return (
    <section className="card grid justify-items-center gap-3 px-4 py-10 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-sunken" aria-hidden="true">
        <TimerOff size={26} />
      </span>
      <div role="status">
        <h1>{cancelled ? pay.cancelledTitle : pay.windowOver}</h1>
        <p className="mt-1 text-base">{cancelled ? pay.cancelledText : pay.windowOverText}</p>
      </div>
      <LinkButton to="/cart" kind="forward" className="mt-2">
        {pay.toCart}
      </LinkButton>
    </section>
  )
}
