import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/cloudflare'
import { useLoaderData, useLocation, useSearchParams } from '@remix-run/react'
import { Package } from 'lucide-react'
import { LinkButton } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { OrderCard } from '../components/order-card.tsx'
import { Pager, pagesOf } from '../components/pager.tsx'
import { Tabs } from '../components/tabs.tsx'
import { useMessages } from '../components/use-locale.ts'
import { localePath } from '../locale.ts'
import { messagesIn } from '../messages/index.ts'
import { privatePage } from '../seo/page-meta.ts'

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
  const { pathname } = useLocation()
  const [params] = useSearchParams()
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
      <div className="mb-4">
        <Tabs label={order.tabsLabel} tabs={tabs} />
      </div>
      {page.items.length === 0 ? (
        <EmptyState
          icon={Package}
          action={
            <LinkButton to="/c/all" kind="line">
              {cart.seeNew}
            </LinkButton>
          }
        >
          {order.emptyTab[tab ?? 'all']}
        </EmptyState>
      ) : (
        <ul className="stack gap-3">
          {page.items.map((item) => (
            <li key={item.id}>
              <OrderCard order={item} />
            </li>
          ))}
        </ul>
      )}
      <Pager {...pagesOf(pathname, params, page.nextCursor)} />
    </div>
  )
}
