import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/cloudflare'
import { Outlet } from '@remix-run/react'
import { Activity, Store } from 'lucide-react'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { Link } from '../components/link.tsx'
import { RouteError } from '../components/route-error.tsx'
import { useHere, useTexts } from '../components/use-locale.ts'
import { Wordmark } from '../components/wordmark.tsx'
import { operating as operatingTexts } from '../messages/operating.ts'
import { site as siteTexts } from '../messages/site.ts'
import { failedPage } from '../seo/page-meta.ts'
import { requireOperator } from './operator.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireOperator(context, request)
  return null
}

export const meta: MetaFunction = failedPage

/** Where those who run the market work. */
export default function AdminLayout() {
  return (
    <Frame>
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

function Frame({ children }: { children: ReactNode }) {
  const site = useTexts(siteTexts)
  const texts = useTexts(operatingTexts)
  const here = useHere()
  const item = 'icon-button aria-[current]:text-forward'
  return (
    <div className="flex min-h-screen flex-col">
      <header className="site-header bg-brand text-brand-ink" data-surface="brand">
        <div className="page flex min-h-15 items-center gap-2">
          <Link to="/" className="inline-flex min-h-11 flex-none items-center rounded-sm">
            <Wordmark label={site.homeLogo} className="h-9 w-auto" />
          </Link>
          <p className="min-w-0 flex-1 truncate px-2 font-display font-semibold">{texts.desk}</p>
          <nav className="flex flex-none" aria-label={texts.desk}>
            <Link
              to="/admin/feed"
              className={item}
              aria-label={texts.title}
              aria-current={here('/admin/feed')}
            >
              <Activity size={24} strokeWidth={1.9} aria-hidden="true" />
            </Link>
            <Link to="/" className={item} aria-label={texts.toMarket}>
              <Store size={24} strokeWidth={1.9} aria-hidden="true" />
            </Link>
          </nav>
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" className="flex-1 pb-10">
        {children}
      </main>
    </div>
  )
}
