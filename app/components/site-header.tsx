import { NavLink } from '@remix-run/react'
import { Bell, type LucideIcon, MessageCircle, Package, ShoppingBasket } from 'lucide-react'
import { browse as browseTexts } from '../messages/browse.ts'
import { site as siteTexts } from '../messages/site.ts'
import { ACCOUNT_PLACES, ORDER_PLACES } from './account-places.ts'
import { PersonAvatar } from './avatar.tsx'
import { CountBadge } from './count-badge.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Link } from './link.tsx'
import { useDoor } from './use-door.ts'
import { useHere, usePath, useTexts } from './use-locale.ts'
import { Wordmark } from './wordmark.tsx'

type HeaderProps = {
  userName: string | null
  cartCount: number
  /** Talks with something new. */
  unreadRooms?: number
  /** What somebody was told and has not read. */
  unread?: number
  categories: { slug: string; name: string }[]
}

export function SiteHeader({
  userName,
  cartCount,
  unreadRooms = 0,
  unread = 0,
  categories,
}: HeaderProps) {
  const site = useTexts(siteTexts)
  const here = useHere()
  const door = useDoor()
  return (
    <header className="site-header bg-brand text-brand-ink" data-surface="brand">
      <div className="page">
        <div className="flex min-h-15 items-center gap-1 py-1.5 lg:min-h-18 lg:gap-3">
          <Link to="/" className="mr-auto inline-flex min-h-11 items-center rounded-sm">
            <Wordmark label={site.homeLogo} className="h-[34px] w-auto lg:h-[38px]" />
          </Link>
          {userName === null ? (
            <>
              <Link
                to={door('/register')}
                className="tap-link hidden px-3 font-display font-medium text-sm sm:inline-flex"
              >
                {site.register}
              </Link>
              <Link
                to={door('/sign-in')}
                className="tap-link px-3 font-display font-medium text-sm"
              >
                {site.signIn}
              </Link>
            </>
          ) : (
            <>
              <Link
                to="/profile"
                aria-current={here(...ACCOUNT_PLACES)}
                className="tap-link max-w-48 justify-center gap-2 rounded-sm px-1.5 text-sm hover:text-forward aria-[current]:text-forward sm:px-2"
              >
                <PersonAvatar name={userName} small />
                <span className="sr-only">{site.me}:</span>
                <span className="sr-only sm:not-sr-only sm:truncate">{userName}</span>
              </Link>
              <CountedLink
                to="/notifications"
                label={site.newsCount(unread)}
                icon={Bell}
                count={unread}
              />
              <CountedLink
                to="/messages"
                label={site.chatCount(unreadRooms)}
                icon={MessageCircle}
                count={unreadRooms}
              />
              <Link
                to="/orders"
                className="icon-button aria-[current]:text-forward"
                aria-label={site.myOrders}
                aria-current={here(...ORDER_PLACES)}
              >
                <Package size={24} strokeWidth={1.9} aria-hidden="true" />
              </Link>
            </>
          )}
          <Link to="/cart" className="icon-button" aria-label={site.basketCount(cartCount)}>
            <span className="relative">
              <ShoppingBasket size={24} strokeWidth={1.9} aria-hidden="true" />
              <CountBadge count={cartCount} />
            </span>
          </Link>
        </div>
        <CategoryBar categories={categories} />
      </div>
    </header>
  )
}

function CategoryBar({ categories }: Pick<HeaderProps, 'categories'>) {
  const site = useTexts(siteTexts)
  const browse = useTexts(browseTexts)
  const path = usePath()
  const item =
    'inline-flex min-h-11 items-center whitespace-nowrap px-3 first:pl-0 hover:text-forward aria-[current=page]:text-forward'
  return (
    <div className="flex items-center gap-2">
      <nav
        aria-label={site.categories}
        className="-mx-1 flex min-w-0 flex-1 overflow-x-auto px-1 font-display font-medium text-sm [scrollbar-width:none]"
      >
        <NavLink to={path('/c/all')} className={item} prefetch="intent">
          {browse.everything}
        </NavLink>
        {categories.map((category) => (
          <NavLink
            key={category.slug}
            to={path(`/c/${category.slug}`)}
            className={item}
            prefetch="intent"
          >
            {category.name}
          </NavLink>
        ))}
      </nav>
      <LanguageSwitch />
    </div>
  )
}

type CountedLinkProps = { to: string; label: string; icon: LucideIcon; count: number }

/** An icon with how many wait behind it. */
function CountedLink({ to, label, icon: Icon, count }: CountedLinkProps) {
  const here = useHere()
  return (
    <Link
      to={to}
      className="icon-button aria-[current]:text-forward"
      aria-label={label}
      aria-current={here(to)}
    >
      <span className="relative">
        <Icon size={24} strokeWidth={1.9} aria-hidden="true" />
        <CountBadge count={count} />
      </span>
    </Link>
  )
}
