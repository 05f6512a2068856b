import {
  House,
  LayoutGrid,
  type LucideIcon,
  Package,
  ShoppingBasket,
  UserRound,
} from 'lucide-react'
import { site as siteTexts } from '../messages/site.ts'
import { ACCOUNT_PLACES, ORDER_PLACES } from './account-places.ts'
import { CountBadge } from './count-badge.tsx'
import { Link } from './link.tsx'
import { useHere, useTexts } from './use-locale.ts'

type Item = { to: string; name: string; icon: LucideIcon; places?: string[]; count?: number }

/** The foot of a phone; a page with a buy bar has that instead, never both. */
export function TabBar({ cartCount }: { cartCount: number }) {
  const site = useTexts(siteTexts)
  const here = useHere()
  const items: Item[] = [
    { to: '/', name: site.home, icon: House },
    { to: '/c/all', name: site.categories, icon: LayoutGrid, places: ['/c'] },
    { to: '/cart', name: site.basket, icon: ShoppingBasket, count: cartCount },
    { to: '/orders', name: site.orders, icon: Package, places: ORDER_PLACES },
    // Nobody yet is led to sign in, and comes back.
    { to: '/profile', name: site.me, icon: UserRound, places: ACCOUNT_PLACES },
  ]
  return (
    <nav aria-label={site.mainMenu} className="tab-bar">
      {items.map(({ to, name, icon: Icon, places = [to], count }) => (
        <Link
          key={to}
          to={to}
          aria-label={count === undefined ? undefined : site.basketCount(count)}
          aria-current={here(...places)}
          className="tab-item"
        >
          <span className="relative">
            <Icon size={24} strokeWidth={1.9} aria-hidden="true" />
            <CountBadge count={count ?? 0} />
          </span>
          {name}
        </Link>
      ))}
    </nav>
  )
}
