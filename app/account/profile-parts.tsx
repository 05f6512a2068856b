import {
  Bell,
  ChevronRight,
  Clock,
  type LucideIcon,
  MapPin,
  MessageCircle,
  Package,
  PackageCheck,
  ShieldCheck,
  ShoppingBasket,
  Ticket,
  Truck,
} from 'lucide-react'
import { PersonAvatar, ShopAvatar } from '../components/avatar.tsx'
import { Badge } from '../components/badge.tsx'
import { Link } from '../components/link.tsx'
import { stallOf } from '../components/stall.tsx'
import { useTexts } from '../components/use-locale.ts'
import { account as accountTexts } from '../messages/account.ts'
import { addresses as addressesTexts } from '../messages/addresses.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import { order as orderTexts } from '../messages/order.ts'
import { site as siteTexts } from '../messages/site.ts'
import { watch as watchTexts } from '../messages/watch.ts'
import type { User } from '../shapes.ts'

/** Who one is, under the market's awning. */
export function Identity({ user }: { user: User }) {
  const account = useTexts(accountTexts)
  return (
    <section className="card overflow-hidden" aria-label={account.profileTitle}>
      <div className="awning-brand" aria-hidden="true" />
      <div className="flex items-center gap-4 p-4">
        <PersonAvatar name={user.name} />
        <div className="min-w-0 flex-1">
          <h1 className="break-words">{user.name}</h1>
          <p className="text-muted [overflow-wrap:anywhere]">{user.email}</p>
        </div>
        {user.roles.includes('operator') ? (
          <Badge kind="leaf" icon={ShieldCheck}>
            {account.operator}
          </Badge>
        ) : null}
      </div>
    </section>
  )
}

const STATES = [
  ['to-pay', Clock],
  ['to-ship', Package],
  ['to-receive', Truck],
  ['completed', PackageCheck],
] as const

/** The way to what was ordered, by what it waits for. */
export function OrderLinks() {
  const account = useTexts(accountTexts)
  const order = useTexts(orderTexts)
  return (
    <nav className="card p-4" aria-labelledby="orders-by-state">
      <h2 id="orders-by-state">{account.ordersByState}</h2>
      <ul className="mt-2 grid grid-cols-4 gap-2">
        {STATES.map(([tab, Icon]) => (
          <li key={tab}>
            <Link
              to={`/orders?tab=${tab}`}
              className="grid min-h-16 content-center justify-items-center gap-1 rounded-sm p-1 text-center font-display font-medium text-xs hover:bg-sunken"
            >
              <Icon size={24} strokeWidth={1.9} aria-hidden="true" className="text-accent" />
              {order.tabs[tab]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The shops one works for, each with what one may do there. */
export function ShopsOf({ user }: { user: User }) {
  const account = useTexts(accountTexts)
  return (
    <section className="card p-4">
      <h2>{account.shops}</h2>
      <ul className="mt-1">
        {user.shops.map(({ id, slug, name, role }) => (
          <li key={id}>
            <Link to={`/s/${slug}`} className="flex min-h-13 items-center gap-3 hover:underline">
              <ShopAvatar name={name} stall={stallOf(id)} small />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <Badge>{account.shopRoles[role]}</Badge>
            </Link>
            <Link to={`/seller/messages?shop=${id}`} className="text-link tap-link ml-11">
              {account.answer}
              <span className="sr-only"> {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The way to everything else that is one's own. */
export function PlaceLinks() {
  const account = useTexts(accountTexts)
  const addresses = useTexts(addressesTexts)
  const cart = useTexts(cartTexts)
  const site = useTexts(siteTexts)
  const watch = useTexts(watchTexts)
  const places: [string, string, LucideIcon][] = [
    ['/notifications', site.newsCount(0), Bell],
    ['/messages', site.chatCount(0), MessageCircle],
    ['/orders', site.myOrders, Package],
    ['/vouchers', site.myVouchers, Ticket],
    ['/watches', watch.title, Bell],
    ['/addresses', addresses.title, MapPin],
    ['/cart', cart.title, ShoppingBasket],
  ]
  return (
    <nav className="card px-4 py-1" aria-label={account.profileTitle}>
      <ul className="divide-y divide-line">
        {places.map(([to, name, Icon]) => (
          <li key={to}>
            <Link
              to={to}
              className="flex min-h-13 items-center gap-3 font-display font-medium hover:underline"
            >
              <Icon size={20} strokeWidth={1.9} aria-hidden="true" className="text-accent" />
              <span className="flex-1">{name}</span>
              <ChevronRight size={18} aria-hidden="true" className="text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
