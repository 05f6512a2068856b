import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { LinkButton } from '../components/button.tsx'
import { Note } from '../components/note.tsx'
import { OrderPart } from '../components/order-part.tsx'
import { OrderSides } from '../components/order-sides.tsx'
import { stepsDone } from '../components/order-state.tsx'
import { stallClass, stallOf } from '../components/stall.tsx'
import { TimeLeft } from '../components/time-left.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { formatDateTime } from '../format/date.ts'
import { newIdempotencyKey } from '../idempotency.ts'
import { type ListenState, useChannel } from '../live/use-channel.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { order as orderTexts } from '../messages/order.ts'
import { pay as payTexts } from '../messages/pay.ts'
import { privatePage } from '../seo/page-meta.ts'
import { orderToken } from '../session.server.ts'
import type { Order, OrderGroup } from '../shapes.ts'
import { actOnOrder } from './order-act.server.ts'
import { OrderAct } from './order-act.tsx'
import { headline, isOver, isPaidSomehow, moneyNote } from './order-headline.ts'
import { orderTrail } from './order-trail.ts'
import { canBeReceived, PartActs } from './part-acts.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { api, jar, locale, session } = context
  const id = params.id ?? ''
  const { orderGroup } = await api.orders.readGroup(id)
  const { site, order } = messagesIn(locale)
  return data({
    title: site.titled(order.title(orderGroup.number)),
    group: orderGroup,
    orderToken: (await session.read()) === null ? orderToken(jar, id) : null,
    key: newIdempotencyKey(),
    now: Date.now(),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  return await actOnOrder(context, await request.formData())
}

/** Parts that wait for the buyer come first. */
const needsBuyer = (order: Order): number => (order.status === 'delivered' ? 0 : 1)

export default function OrderGroupPage() {
  const { group, orderToken, key, now } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const texts = useTexts(orderTexts)
  const errors = useTexts(errorsTexts)
  const live = useChannel({
    channel: `order-group:${group.id}`,
    orderToken,
    active: !isOver(group.orders),
  })
  const parts = [...group.orders].sort((a, b) => needsBuyer(a) - needsBuyer(b))
  const [first] = group.orders
  const next = parts.find((order) => canBeReceived(order, group.paymentStatus))
  const toPay = group.paymentStatus === 'pending_payment'
  return (
    <div className="page">
      <Breadcrumb trail={orderTrail(texts, orderToken !== null)} here={group.number} />
      <Head group={group} live={live} now={now}>
        {toPay && first !== undefined ? (
          <div className="flex flex-wrap gap-2 *:flex-auto lg:justify-end lg:*:flex-none">
            <OrderAct act="cancel" order={first} submitKey={key} texts={texts.act.cancelAll} />
            <LinkButton to={`/checkout/pay/${group.id}`} kind="forward" reloadDocument>
              {texts.payNow}
            </LinkButton>
          </div>
        ) : (
          <Bars orders={group.orders} />
        )}
      </Head>
      <div className="with-side mt-4">
        <div className="stack gap-4">
          {result?.problem ? (
            <Note kind="bad" role="alert">
              {sentence(errors, result.problem)}
            </Note>
          ) : null}
          {parts.map((order) => (
            <OrderPart
              key={order.id}
              order={order}
              stall={stallOf(order.shop.id)}
              cash={group.paymentStatus === 'cod'}
            >
              <LinkButton to={`/orders/${order.id}?group=${group.id}`} kind="quiet">
                {texts.viewOrder}
                <span className="sr-only"> {order.number}</span>
              </LinkButton>
              <PartActs
                order={order}
                paymentStatus={group.paymentStatus}
                submitKey={key}
                first={order === next}
              />
            </OrderPart>
          ))}
        </div>
        <OrderSides
          vouchers={group.vouchers}
          address={group.address}
          orders={group.orders}
          paymentStatus={group.paymentStatus}
        />
      </div>
    </div>
  )
}

type HeadProps = { group: OrderGroup; live: ListenState; now: number; children: ReactNode }

/** While it connects, its line is kept: nothing moves when it comes. */
const LIVE_LOOKS: Record<ListenState, string> = { connecting: 'invisible', live: '', lost: 'off' }

/** One headline of the whole, and what can be done or seen of all of it. */
function Head({ group, live, now, children }: HeadProps) {
  const texts = useTexts(orderTexts)
  const pay = useTexts(payTexts)
  const locale = useLocale()
  const note = moneyNote(group, texts)
  return (
    <section className="card stack gap-4 p-4 lg:grid-cols-[2fr_3fr] lg:items-center lg:p-5">
      <div>
        {isOver(group.orders) ? null : (
          <p className={`live-dot needs-script ${LIVE_LOOKS[live]}`}>
            {live === 'lost' ? pay.reconnecting : texts.live}
          </p>
        )}
        <h1>{headline(group, texts.headline)}</h1>
        <p className="text-muted text-xs">
          <span className="tabular-nums">{group.number}</span>
          {isPaidSomehow(group.paymentStatus, group.orders)
            ? ` · ${texts.payStatus[group.paymentStatus]}`
            : null}
          <span className="hidden sm:inline"> · </span>
          <span className="block sm:inline">
            {texts.placedAt(formatDateTime(group.placedAt, locale))}
          </span>
        </p>
        {group.paymentStatus === 'pending_payment' ? (
          <div className="mt-1">
            <TimeLeft until={group.expiresAt} now={now} />
          </div>
        ) : null}
        {note === null ? null : (
          <p className="mt-1 flex gap-1.5 text-muted text-xs">
            <Info size={16} aria-hidden="true" className="mt-0.5 flex-none" />
            {note}
          </p>
        )}
      </div>
      {children}
    </section>
  )
}

/** How far each shop's part has come, as a striped bar; side by side they are all of a height. */
function Bars({ orders }: { orders: Order[] }) {
  const texts = useTexts(orderTexts)
  const columns = { '--columns': orders.length === 4 ? 2 : Math.min(orders.length, 3) }
  return (
    <ul
      className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-[repeat(var(--columns),minmax(0,1fr))] lg:gap-4"
      style={columns as Record<string, number>}
    >
      {orders.map((order) => (
        <li key={order.id} className={stallClass(stallOf(order.shop.id))}>
          <p className="flex justify-between gap-2 text-xs lg:block">
            <span className="truncate font-display font-semibold lg:block">{order.shop.name}</span>
            <span className="flex-none text-muted lg:block">{texts.status[order.status]}</span>
          </p>
          <div className="mt-1 h-2 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
            <div
              className="striped h-full rounded-full"
              style={{ width: `${stepsDone(order.status) * 25}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
