import type { MetaFunction } from '@remix-run/cloudflare'
import { Outlet, useLocation, useMatches } from '@remix-run/react'
import { ArrowLeft, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { Link } from '../components/link.tsx'
import { Progress } from '../components/progress.tsx'
import { RouteError } from '../components/route-error.tsx'
import { useTexts } from '../components/use-locale.ts'
import { Wordmark } from '../components/wordmark.tsx'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { site as siteTexts } from '../messages/site.ts'
import { failedPage } from '../seo/page-meta.ts'
import type { OrderGroup } from '../shapes.ts'

export const meta: MetaFunction = failedPage

/** From here on nothing leads astray: back, the name, and whose hands the money is in. */
export default function CheckoutLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  return (
    <Frame failed>
      <div className="page py-10">
        <RouteError />
      </div>
    </Frame>
  )
}

/** `failed` is a page that is no step of ordering. */
function Frame({ failed = false, children }: { failed?: boolean; children: ReactNode }) {
  const site = useTexts(siteTexts)
  const checkout = useTexts(checkoutTexts)
  const paying = useLocation().pathname.includes('/checkout/pay/')
  const shown = useMatches().at(-1)?.data as { orderGroup?: OrderGroup } | undefined
  const paid = shown?.orderGroup?.paymentStatus === 'paid'
  const steps = checkout.steps.map((name, index) => ({
    name,
    // What is ordered cannot be changed any more.
    to: paying || index > 0 ? undefined : '/cart',
  }))
  return (
    <div className="min-h-screen pb-10">
      <header className="bg-brand text-brand-ink" data-surface="brand">
        <div className="page flex min-h-15 items-center gap-2">
          <Link
            to="/cart"
            className="-ml-2.5 inline-grid size-11 flex-none place-items-center rounded-sm hover:bg-brand-deep"
            aria-label={checkout.backToCart}
          >
            <ArrowLeft size={22} aria-hidden="true" />
          </Link>
          <Link to="/" className="inline-flex min-h-11 items-center rounded-sm">
            <Wordmark label={site.homeLogo} className="h-9 w-auto" />
          </Link>
          <p className="ml-auto hidden items-center gap-1.5 text-brand-muted text-xs sm:flex">
            <ShieldCheck size={16} aria-hidden="true" />
            {site.escrow}
          </p>
          <span className="ml-auto sm:ml-4">
            <LanguageSwitch />
          </span>
        </div>
      </header>
      <main id="content" aria-label={checkout.title}>
        {failed ? null : (
          <div className="page pt-2">
            <Progress steps={steps} at={paid ? steps.length : paying ? 2 : 1} />
          </div>
        )}
        {children}
      </main>
    </div>
  )
}
