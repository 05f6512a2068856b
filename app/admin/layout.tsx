import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/cloudflare'
import { Outlet } from '@remix-run/react'
import { Activity, Store } from 'lucide-react'
import type { ReactNode } from 'react'
import { DeskFrame, type DeskPlace } from '../components/desk-frame.tsx'
import { RouteError } from '../components/route-error.tsx'
import { useHere, useTexts } from '../components/use-locale.ts'
import { operating as operatingTexts } from '../messages/operating.ts'
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
  const texts = useTexts(operatingTexts)
  const here = useHere()
  const places: DeskPlace[] = [
    { to: '/admin/feed', name: texts.title, icon: Activity, current: here('/admin/feed') },
    { to: '/', name: texts.toMarket, icon: Store },
  ]
  return (
    <DeskFrame title={texts.desk} label={texts.desk} places={places}>
      {children}
    </DeskFrame>
  )
}
