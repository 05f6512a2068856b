import { formatDateTime } from '../format/date.ts'
import { fullMoney } from '../format/money.ts'
import { order as orderTexts } from '../messages/order.ts'
import type { ListedOrder } from '../shapes.ts'
import { LinkButton } from './button.tsx'
import { OrderState } from './order-state.tsx'
import { Thumb } from './picture.tsx'
import { Swatch, stallOf } from './stall.tsx'
import { TimeLeft } from './time-left.tsx'
import { useLocale, useTexts } from './use-locale.ts'

const THUMBS = 4

/** One shop's order in a list, with the one thing that can be done about it now. */
export function OrderCard({ order, now }: { order: ListedOrder; now: number }) {
  const texts = useTexts(orderTexts)
  const locale = useLocale()
  const toPay = order.status === 'pending_payment' && order.paymentStatus === 'pending_payment'
  const arrived = order.status === 'delivered' && order.paymentStatus !== 'cod'
  const more = order.lines.length - THUMBS
  return (
    <article className="card stack gap-3 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Swatch stall={stallOf(order.shop.id)} />
        <h2 className="min-w-0 flex-1 truncate text-sm!">{order.shop.name}</h2>
        <OrderState status={order.status} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <span className="flex items-center gap-2">
          {order.lines.slice(0, THUMBS).map((line) => (
            <Thumb key={line.id} src={line.imageUrl} size="s" />
          ))}
          {more > 0 ? <span className="text-muted text-xs">+{more}</span> : null}
        </span>
        <div className="min-w-0 flex-1 text-muted text-xs">
          <p className="tabular-nums">{order.number}</p>
          <p>{texts.placedAt(formatDateTime(order.placedAt, locale))}</p>
          {toPay && order.expiresAt !== undefined ? (
            <TimeLeft until={order.expiresAt} now={now} />
          ) : null}
        </div>
        <p className="font-display font-semibold tabular-nums">{fullMoney(order.totalSatang)}</p>
        <p className="flex w-full flex-wrap justify-end gap-2 lg:w-auto">
          <LinkButton to={`/orders/${order.id}?group=${order.groupId}`} kind="quiet">
            {texts.viewOrder}
            <span className="sr-only"> {order.number}</span>
          </LinkButton>
          {toPay ? (
            <LinkButton to={`/checkout/pay/${order.groupId}`} reloadDocument>
              {texts.payWhole}
              <span className="sr-only"> {order.number}</span>
            </LinkButton>
          ) : null}
          {arrived ? (
            <LinkButton to={`/orders/${order.id}?group=${order.groupId}`} kind="line">
              {texts.act.received.open}
              <span className="sr-only"> {order.number}</span>
            </LinkButton>
          ) : null}
        </p>
      </div>
    </article>
  )
}
