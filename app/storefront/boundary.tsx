import type { MetaFunction } from '@remix-run/cloudflare'
import { Outlet } from '@remix-run/react'
import { RouteError } from '../components/route-error.tsx'
import { failedPage } from '../seo/page-meta.ts'

export const meta: MetaFunction = failedPage

export default function Boundary() {
  return <Outlet />
}

/** Whatever a page throws is shown inside the frame, so that the way out stays in sight. */
export function ErrorBoundary() {
  return (
    <div className="page py-10">
      <RouteError />
    </div>
  )
}
