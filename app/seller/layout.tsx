import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { LayoutGrid, MessageCircle, Settings, Store, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { Link } from '../components/link.tsx'
import { RouteError } from '../components/route-error.tsx'
import { useHere, usePath, useTexts } from '../components/use-locale.ts'
import { Wordmark } from '../components/wordmark.tsx'
import { chat as chatTexts } from '../messages/chat.ts'
import { site as siteTexts } from '../messages/site.ts'
import { staff as staffTexts } from '../messages/staff.ts'
import { failedPage } from '../seo/page-meta.ts'
import { myShops } from './desk.server.ts'

export { links } from '../chat/links.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { shop } = await myShops(context, request)
  return data({ shop })
}

export const meta: MetaFunction = failedPage

/** A shop's desk: whose it is, and what can be done there. */
export default function SellerLayout() {
  const { shop } = useLoaderData<typeof loader>()
  return (
    <Frame shop={shop}>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  return (
    <Frame>
      <div className="page py-10">
        <RouteError />
      </div>
    </Frame>
  )
}

type FrameProps = { shop?: { id: string; slug: string; name: string } | null; children: ReactNode }

function Frame({ shop = null, children }: FrameProps) {
  const site = useTexts(siteTexts)
  const { seller } = useTexts(chatTexts)
  const staff = useTexts(staffTexts)
  const here = useHere()
  const path = usePath()
  const isHome = useLocation().pathname === path('/seller')
  const isSettings = here('/seller/messages/settings')
  // On a phone the name of the shop leads to what has no room here.
  const item = 'icon-button aria-[current]:text-forward'
  return (
    <div className="flex min-h-screen flex-col">
      <header className="site-header bg-brand text-brand-ink" data-surface="brand">
        <div className="page flex min-h-15 items-center gap-2">
          <Link to="/" className="inline-flex min-h-11 flex-none items-center rounded-sm">
            <Wordmark label={site.homeLogo} className="h-9 w-auto" />
          </Link>
          {shop === null ? (
            <span className="flex-1" />
          ) : (
            <p className="min-w-0 flex-1">
              <Link
                to={`/seller?shop=${shop.id}`}
                className="flex min-h-11 items-center rounded-sm px-2 font-display font-semibold"
              >
                <span className="truncate">{shop.name}</span>
              </Link>
            </p>
          )}
          {shop === null ? null : (
            <nav className="flex flex-none" aria-label={staff.desk}>
              <Link
                to={`/seller?shop=${shop.id}`}
                className={`${item} max-sm:hidden`}
                aria-label={staff.desk}
                aria-current={isHome ? 'page' : undefined}
              >
                <LayoutGrid size={24} strokeWidth={1.9} aria-hidden="true" />
              </Link>
              <Link
                to={`/seller/messages?shop=${shop.id}`}
                className={item}
                aria-label={seller.title}
                aria-current={isSettings === undefined ? here('/seller/messages') : undefined}
              >
                <MessageCircle size={24} strokeWidth={1.9} aria-hidden="true" />
              </Link>
              <Link
                to={`/seller/members?shop=${shop.id}`}
                className={item}
                aria-label={staff.people}
                aria-current={here('/seller/members')}
              >
                <Users size={24} strokeWidth={1.9} aria-hidden="true" />
              </Link>
              <Link
                to={`/seller/messages/settings?shop=${shop.id}`}
                className={`${item} max-sm:hidden`}
                aria-label={seller.settings}
                aria-current={isSettings}
              >
                <Settings size={24} strokeWidth={1.9} aria-hidden="true" />
              </Link>
              <Link
                to={`/s/${shop.slug}`}
                className={`${item} max-sm:hidden`}
                aria-label={seller.toMarket}
              >
                <Store size={24} strokeWidth={1.9} aria-hidden="true" />
              </Link>
            </nav>
          )}
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" className="flex-1">
        {children}
      </main>
    </div>
  )
}
