import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { useLoaderData, useLocation, useSearchParams } from '@remix-run/react'
import { CircleX, Clock, Package, PackageCheck, RotateCcw, Truck } from 'lucide-react'
import { LinkButton } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Note } from '../components/note.tsx'
import { OrderCard } from '../components/order-card.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Pager, pagesOf } from '../components/pager.tsx'
import { Tabs } from '../components/tabs.tsx'
import { useTexts } from '../components/use-locale.ts'
import { accountOf } from '../door.server.ts'
import { useInboxNews } from '../live/use-inbox-news.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import { messagesIn } from '../messages/index.ts'
import { order as orderTexts } from '../messages/order.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'

const TABS = ['to-pay', 'to-ship', 'to-receive', 'completed', 'cancelled', 'returns'] as const

/** What stands on the counter of an empty tab. */
const DRAWINGS = {
  'to-pay': Clock,
  'to-ship': Package,
  'to-receive': Truck,
  completed: PackageCheck,
  cancelled: CircleX,
  returns: RotateCcw,
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api, locale } = context
  await accountOf(context, request)
  const url = new URL(request.url)
  const asked = url.searchParams.get('tab')
  const tab = TABS.find((known) => known === asked)
  const cursor = url.searchParams.get('cursor') ?? undefined
  const read = (from?: string) => api.orders.list({ tab, cursor: from, limit: '12' })
  const found = await settle(read(cursor))
  const lost = cursor !== undefined && !found.ok && found.problem.status === 400
  // A page that is none, of whatever else was refused, is not made one by asking from its beginning.
  if (!found.ok && !lost) throw data(found.problem, { status: found.problem.status })
  const page = found.ok ? found.value : await read()
  const { site, order } = messagesIn(locale)
  return data({
    title: site.titled(order.listTitle),
    tab: tab ?? null,
    page,
    /** What the address asked for and is not there. */
    strayed: lost ? 'page' : asked !== null && tab === undefined ? 'tab' : null,
    now: Date.now(),
  } as const)
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export default function OrdersPage() {
  const { tab, page, strayed, now } = useLoaderData<typeof loader>()
  const order = useTexts(orderTexts)
  const cart = useTexts(cartTexts)
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  useInboxNews()
  const pages = pagesOf(pathname, params, page.nextCursor)
  const tabs = [
    { to: '/orders', name: order.all, current: tab === null },
    ...TABS.map((key) => ({
      to: `/orders?tab=${key}`,
      name: order.tabs[key],
      current: tab === key,
    })),
  ]
  return (
    <div className="page">
      <PageHead title={order.listTitle} />
      <div className="mt-2 mb-4">
        <Tabs label={order.tabsLabel} tabs={tabs} />
      </div>
      {strayed === null ? null : (
        <div className="mb-3">
          <Note role="status">{order.strayed[strayed]}</Note>
        </div>
      )}
      {page.items.length === 0 ? (
        <EmptyState
          icon={tab === null ? Package : DRAWINGS[tab]}
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
              <OrderCard order={item} now={now} />
            </li>
          ))}
        </ul>
      )}
      <Pager {...pages} {...(strayed === 'page' ? { first: null } : {})} />
    </div>
  )
}
