import { NavLink } from '@remix-run/react'
import {
  House,
  LayoutGrid,
  type LucideIcon,
  Package,
  ShoppingBasket,
  UserRound,
} from 'lucide-react'
import { CountBadge } from './count-badge.tsx'
import { useMessages, usePath } from './use-locale.ts'

type TabBarProps = { cartCount: number; signedIn: boolean }

/** The foot of a phone; a page with a buy bar has that instead, never both. */
export function TabBar({ cartCount, signedIn }: TabBarProps) {
  const { site } = useMessages()
  const path = usePath()
  const items: { to: string; name: string; icon: LucideIcon; label?: string; count?: number }[] = [
    { to: '/', name: site.home, icon: House },
    { to: '/c/all', name: site.categories, icon: LayoutGrid },
    {
      to: '/cart',
      name: site.basket,
      icon: ShoppingBasket,
      label: site.basketCount(cartCount),
      count: cartCount,
    },
    { to: '/orders', name: site.orders, icon: Package },
    ...(signedIn ? [] : [{ to: '/sign-in', name: site.signIn, icon: UserRound }]),
  ]
  return (
    <nav aria-label={site.mainMenu} className="tab-bar">
      {items.map(({ to, name, icon: Icon, label, count = 0 }) => (
        <NavLink key={to} to={path(to)} end={to === '/'} aria-label={label} className="tab-item">
          <span className="relative">
            <Icon size={24} strokeWidth={1.9} aria-hidden="true" />
            <CountBadge count={count} />
          </span>
          {name}
        </NavLink>
      ))}
    </nav>
  )
}
