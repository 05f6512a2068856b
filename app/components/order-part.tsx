import { type ReactNode, useRef } from 'react'
import { fullMoney } from '../format/money.ts'
import { order as orderTexts } from '../messages/order.ts'
import type { Order } from '../shapes.ts'
import { ShopAvatar } from './avatar.tsx'
import { Link } from './link.tsx'
import { Note } from './note.tsx'
import { OrderNews } from './order-news.tsx'
import { OrderState } from './order-state.tsx'
import { OrderTimeline } from './order-timeline.tsx'
import { Parcels } from './parcels.tsx'
import { Thumb } from './picture.tsx'
import { Awning } from './stall.tsx'
import { useTexts } from './use-locale.ts'
import { useRegainedFocus } from './use-regained-focus.ts'

type OrderPartProps = {
  order: Order
  stall: number
  cash: boolean
  /** The page is called by its number, which then stands above. */
  named?: boolean
  /** What the buyer can do with this part alone. */
  children?: ReactNode
}

/** One shop's part of what was paid once, under its awning. */
export function OrderPart({ order, stall, cash, named = false, children }: OrderPartProps) {
  const texts = useTexts(orderTexts)
  const state = `${order.status} ${order.cancelRequest?.state} ${order.completesAt}`
  const place = useRegainedFocus(useRef<HTMLElement>(null), state)
  return (
    <section
      {...place}
      className="card overflow-hidden"
      aria-label={`${order.shop.name} ${order.number}`}
    >
      <Awning stall={stall} />
      <div className="stack gap-4 p-4">
        <div className="flex flex-wrap items-start gap-3">
          <ShopAvatar name={order.shop.name} stall={stall} small />
          <div
            className={`grid min-w-0 flex-1 gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-y-0 ${named ? 'sm:self-center' : ''}`}
          >
            <h2 className="text-base! sm:col-start-1 sm:row-start-1">{order.shop.name}</h2>
            <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 sm:contents">
              {named ? null : (
                <span className="text-muted text-xs tabular-nums sm:row-start-2">
                  {order.number}
                </span>
              )}
              <span className="flex items-start sm:col-start-2 sm:row-span-2 sm:row-start-1">
                <OrderState status={order.status} asks={!cash} />
              </span>
            </p>
          </div>
        </div>
        {order.status === 'pending_payment' ? null : (
          <OrderTimeline status={order.status} cash={cash} history={order.history ?? []} />
        )}
        {order.status === 'delivered' && !cash ? <Note>{texts.escrow(1)}</Note> : null}
        <OrderNews order={order} cash={cash} />
        <Parcels order={order} />
        <ul className="grid gap-2 border-line border-t pt-4">
          {order.lines.map((line) => (
            <li key={line.id} className="flex items-center gap-3">
              <Thumb src={line.imageUrl} size="s" />
              <span className="min-w-0 flex-1">
                <Link
                  to={`/p/${line.productSlug}`}
                  className="inline-flex min-h-11 items-center hover:underline"
                >
                  {line.title} ×{line.quantity}
                </Link>
                {line.options.length === 0 ? null : (
                  <span className="block text-muted text-xs">
                    {line.options.map((option) => option.value).join(' · ')}
                  </span>
                )}
              </span>
              <span className="flex-none font-display tabular-nums">
                {fullMoney(line.lineTotalSatang)}
              </span>
            </li>
          ))}
        </ul>
        <p className="text-muted text-xs">
          {texts.sentBy}: {order.shipping.name} · {order.shipping.estimate} ·{' '}
          {fullMoney(order.shippingSatang)}
        </p>
        {order.discountSatang === 0 ? null : (
          <p className="text-muted text-xs">
            {texts.discount} −{fullMoney(order.discountSatang)}
          </p>
        )}
        {order.refundedSatang === 0 ? null : (
          <p className="text-muted text-xs">{texts.refundNote(fullMoney(order.refundedSatang))}</p>
        )}
        <div className="flex flex-wrap items-start justify-between gap-3">
          <p className="flex min-h-11 w-full items-center justify-between gap-2 sm:w-auto">
            <span className="text-muted">{texts.shopTotal}</span>{' '}
            <span className="font-display font-semibold tabular-nums">
              {fullMoney(order.totalSatang)}
            </span>
          </p>
          <div className="flex w-full flex-wrap justify-end gap-2 *:flex-auto sm:w-auto sm:flex-1 sm:*:flex-none">
            {children}
          </div>
        </div>
      </div>
    </section>
  )
}
