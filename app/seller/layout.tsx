import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { Outlet, useLoaderData } from '@remix-run/react'
import { MessageCircle, Settings, Store } from 'lucide-react'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { Link } from '../components/link.tsx'
import { RouteError } from '../components/route-error.tsx'
import { useHere, useTexts } from '../components/use-locale.ts'
import { Wordmark } from '../components/wordmark.tsx'
import { chat as chatTexts } from '../messages/chat.ts'
import { site as siteTexts } from '../messages/site.ts'
import { failedPage } from '../seo/page-meta.ts'
import { deskOf } from './desk.server.ts'

export { links } from '../chat/links.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { shop } = await deskOf(context, request)
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

type FrameProps = { shop?: { id: string; slug: string; name: string }; children: ReactNode }

function Frame({ shop, children }: FrameProps) {
  const site = useTexts(siteTexts)
  const { seller } = useTexts(chatTexts)
  const here = useHere()
  const isSettings = here('/seller/messages/settings')
  const item = 'icon-button aria-[current]:text-forward'
  return (
    <div className="flex min-h-screen flex-col">
      <header className="site-header bg-brand text-brand-ink" data-surface="brand">
        <div className="page flex min-h-15 items-center gap-2">
          <Link to="/" className="inline-flex min-h-11 flex-none items-center rounded-sm">
            <Wordmark label={site.homeLogo} className="h-9 w-auto" />
          </Link>
          <p className="min-w-0 flex-1 truncate px-2 font-display font-semibold">{shop?.name}</p>
          {shop === undefined ? null : (
            <nav className="flex flex-none" aria-label={seller.title}>
              <Link
                to={`/seller/messages?shop=${shop.id}`}
                className={item}
                aria-label={seller.title}
                aria-current={isSettings === undefined ? here('/seller/messages') : undefined}
              >
                <MessageCircle size={24} strokeWidth={1.9} aria-hidden="true" />
              </Link>
              <Link
                to={`/seller/messages/settings?shop=${shop.id}`}
                className={item}
                aria-label={seller.settings}
                aria-current={isSettings}
              >
                <Settings size={24} strokeWidth={1.9} aria-hidden="true" />
              </Link>
              <Link to={`/s/${shop.slug}`} className={item} aria-label={seller.toMarket}>
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
