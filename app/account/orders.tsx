import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/cloudflare'
import { useLoaderData } from '@remix-run/react'
import { Link } from '../components/link.tsx'
import { Pager } from '../components/listing.tsx'
import { OrderState } from '../components/order-state.tsx'
import { Thumb } from '../components/picture.tsx'
import { Swatch, stallOf } from '../components/stall.tsx'
import { useLocale, useMessages } from '../components/use-locale.ts'
import { formatDateTime } from '../format/date.ts'
import { fullMoney } from '../format/money.ts'
import { localePath } from '../locale.ts'
import { messagesIn } from '../messages/index.ts'
import { privatePage } from '../seo/page-meta.ts'
import type { ListedOrder } from '../shapes.ts'

const TABS = ['to-pay', 'to-ship', 'to-receive', 'completed', 'cancelled', 'returns'] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api, locale, session } = context
  const url = new URL(request.url)
  if ((await session.read()) === null) {
    const next = encodeURIComponent(url.pathname + url.search)
    throw redirect(`${localePath(locale, '/sign-in')}?next=${next}`)
  }
  const tab = TABS.find((known) => known === url.searchParams.get('tab'))
  const page = await api.orders.list({
    tab,
    cursor: url.searchParams.get('cursor') ?? undefined,
    limit: '12',
  })
  const { site, order } = messagesIn(locale)
  return data({ title: site.titled(order.listTitle), tab: tab ?? null, page })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export default function OrdersPage() {
  const { tab, page } = useLoaderData<typeof loader>()
  const { order, cart } = useMessages()
  const tabs = [
    { to: '/orders', name: order.all, current: tab === null },
    ...TABS.map((key) => ({
      to: `/orders?tab=${key}`,
      name: order.tabs[key],
      current: tab === key,
    })),
  ]
  return (
    <div className="page pt-4">
      <h1 className="mb-2">{order.listTitle}</h1>
      <nav
        aria-label={order.tabsLabel}
        className="mb-4 overflow-x-auto border-line border-b [scrollbar-width:none]"
      >
        <ul className="flex gap-1">
          {tabs.map((item) => (
            <li key={item.to}>
              <Link
                to={item.to}
                aria-current={item.current ? 'page' : undefined}
                className="inline-flex min-h-[46px] items-center whitespace-nowrap border-transparent border-b-[3px] px-3.5 font-display font-medium text-[15px] text-muted aria-[current]:border-current aria-[current]:font-bold aria-[current]:text-accent"
              >
                {item.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {page.items.length === 0 ? (
        <div className="card grid justify-items-center gap-4 px-4 py-12 text-center">
          <p className="text-base">{order.emptyTab[tab ?? 'all']}</p>
          <Link to="/c/all" className="button line">
            {cart.seeNew}
          </Link>
        </div>
      ) : (
        <ul className="grid gap-3">
          {page.items.map((item) => (
            <OrderRow key={item.id} order={item} />
          ))}
        </ul>
      )}
      <Pager nextCursor={page.nextCursor} />
    </div>
  )
}

function OrderRow({ order }: { order: ListedOrder }) {
  const texts = useMessages().order
  const locale = useLocale()
  const toPay = order.status === 'pending_payment' && order.paymentStatus === 'pending_payment'
  return (
    <li className="card grid gap-3 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Swatch stall={stallOf(order.shop.id)} />
        <h2 className="min-w-0 flex-1 truncate text-sm!">{order.shop.name}</h2>
        <OrderState status={order.status} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <span className="flex gap-2">
          {order.lines.slice(0, 4).map((line) => (
            <Thumb key={line.id} src={line.imageUrl} size="s" />
          ))}
        </span>
        <p className="min-w-0 flex-1 text-muted text-xs">
          <span className="block tabular-nums">{order.number}</span>
          {texts.placedAt(formatDateTime(order.placedAt, locale))}
        </p>
        <p className="font-display font-semibold tabular-nums">{fullMoney(order.totalSatang)}</p>
      </div>
      <p className="flex flex-wrap justify-end gap-2">
        {toPay ? (
          <Link to={`/checkout/pay/${order.groupId}`} className="button" reloadDocument>
            {texts.payNow}
          </Link>
        ) : null}
        <Link to={`/orders/${order.id}?group=${order.groupId}`} className="button quiet">
          {texts.viewOrder}
          <span className="sr-only"> {order.number}</span>
        </Link>
      </p>
    </li>
  )
}
