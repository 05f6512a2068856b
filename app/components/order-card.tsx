import { ChevronRight } from 'lucide-react'
import { formatDateTime } from '../format/date.ts'
import { fullMoney } from '../format/money.ts'
import { order as orderTexts } from '../messages/order.ts'
import type { ListedOrder } from '../shapes.ts'
import { LinkButton } from './button.tsx'
import { Link } from './link.tsx'
import { OrderState } from './order-state.tsx'
import { Thumb } from './picture.tsx'
import { Swatch, stallOf } from './stall.tsx'
import { TimeLeft } from './time-left.tsx'
import { useLocale, useTexts } from './use-locale.ts'

const THUMBS = 3

/** One shop's order in a list: all of it leads to the order; what waits for its buyer is a button. */
export function OrderCard({ order, now }: { order: ListedOrder; now: number }) {
  const texts = useTexts(orderTexts)
  const locale = useLocale()
  const toPay = order.status === 'pending_payment' && order.paymentStatus === 'pending_payment'
  const asks = order.paymentStatus !== 'cod'
  const arrived = order.status === 'delivered' && asks
  const [first] = order.lines
  const more = order.lines.length - 1
  const to = `/orders/${order.id}?group=${order.groupId}`
  return (
    <article className="card stack relative gap-3 p-4 transition-shadow hover:shadow-lift">
      <div className="flex items-center gap-2">
        <Swatch stall={stallOf(order.shop.id)} />
        <h2 className="min-w-0 flex-1 text-sm!">
          <Link to={to} className="after:absolute after:inset-0 after:content-['']">
            <span className="line-clamp-2">{order.shop.name}</span>
            {/* At the card's edge: behind a long name it would stand outside of the page. */}
            <span className="sr-only left-0"> {order.number}</span>
          </Link>
        </h2>
        <OrderState status={order.status} asks={asks} />
        <ChevronRight size={18} aria-hidden="true" className="-mr-1 flex-none text-muted" />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {order.lines.slice(0, THUMBS).map((line) => (
          <Thumb key={line.id} src={line.imageUrl} size="s" />
        ))}
        <div className="min-w-44 flex-1">
          <p className="line-clamp-2">
            {first?.title} ×{first?.quantity}
          </p>
          <p className="text-muted text-xs">
            {more > 0 ? `${texts.andMore(more)} · ` : ''}
            {texts.placedAt(formatDateTime(order.placedAt, locale))}
          </p>
          {toPay && order.expiresAt !== undefined ? (
            <TimeLeft until={order.expiresAt} now={now} />
          ) : null}
        </div>
        <p className="font-display font-semibold tabular-nums">{fullMoney(order.totalSatang)}</p>
        {toPay || arrived ? (
          <p className="relative ml-auto">
            <LinkButton
              to={toPay ? `/checkout/pay/${order.groupId}` : to}
              kind={toPay ? 'accent' : 'line'}
              reloadDocument={toPay}
            >
              {toPay ? texts.payWhole : texts.act.received.open}
              <span className="sr-only"> {order.number}</span>
            </LinkButton>
          </p>
        ) : null}
      </div>
    </article>
  )
}
