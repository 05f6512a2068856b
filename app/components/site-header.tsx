import { Form, NavLink, useLocation } from '@remix-run/react'
import { LogOut, Package, ShoppingBasket, UserRound } from 'lucide-react'
import { localePath } from '../locale.ts'
import { Link } from './link.tsx'
import { useLocale, useMessages, usePath } from './use-locale.ts'
import { Wordmark } from './wordmark.tsx'

type HeaderProps = {
  userName: string | null
  cartCount: number
  categories: { slug: string; name: string }[]
}

const ICON = 'relative inline-grid size-11 place-items-center rounded-sm hover:bg-brand-deep'

export function SiteHeader({ userName, cartCount, categories }: HeaderProps) {
  const { site } = useMessages()
  const path = usePath()
  return (
    <header className="bg-brand text-brand-ink" data-surface="brand">
      <div className="page">
        <div className="flex min-h-15 items-center gap-1 py-1.5 lg:min-h-18 lg:gap-3">
          <Link to="/" className="mr-auto inline-flex min-h-11 items-center rounded-sm">
            <Wordmark label={site.homeLogo} className="h-[34px] w-auto lg:h-[38px]" />
          </Link>
          {userName === null ? (
            <>
              <Link
                to="/register"
                className="tap-link hidden px-3 font-display font-medium text-sm sm:inline-flex"
              >
                {site.register}
              </Link>
              <Link to="/sign-in" className="tap-link px-3 font-display font-medium text-sm">
                {site.signIn}
              </Link>
            </>
          ) : (
            <>
              <span className="hidden max-w-40 items-center gap-2 truncate px-2 text-sm sm:flex">
                <UserRound size={20} strokeWidth={1.9} aria-hidden="true" />
                <span className="truncate">{userName}</span>
              </span>
              <Link to="/orders" className={ICON} aria-label={site.myOrders}>
                <Package size={24} strokeWidth={1.9} aria-hidden="true" />
              </Link>
              <Form method="post" action={path('/sign-out')} reloadDocument>
                <button type="submit" className={ICON} aria-label={site.signOut}>
                  <LogOut size={22} strokeWidth={1.9} aria-hidden="true" />
                </button>
              </Form>
            </>
          )}
          <Link to="/cart" className={ICON} aria-label={site.basketCount(cartCount)}>
            <ShoppingBasket size={24} strokeWidth={1.9} aria-hidden="true" />
            {cartCount === 0 ? null : (
              <span className="absolute top-0.5 right-0 min-w-[18px] rounded-full bg-forward px-1 text-center font-bold font-display text-2xs text-forward-ink leading-[18px]">
                {cartCount}
              </span>
            )}
          </Link>
        </div>
        <CategoryBar categories={categories} />
      </div>
    </header>
  )
}

function CategoryBar({ categories }: Pick<HeaderProps, 'categories'>) {
  const { site, browse } = useMessages()
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

/** A plain link, so that the whole document comes in the other language. */
export function LanguageSwitch() {
  const { site } = useMessages()
  const other = useLocale() === 'th' ? 'en' : 'th'
  const { pathname, search } = useLocation()
  return (
    <a
      href={localePath(other, pathname) + search}
      hrefLang={other}
      lang={other}
      className="inline-flex min-h-11 min-w-11 flex-none items-center justify-end gap-1 rounded-sm px-1 font-display font-medium text-sm hover:text-forward"
    >
      {site.otherLanguage}
    </a>
  )
}
