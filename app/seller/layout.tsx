import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { LayoutGrid, MessageCircle, Settings, Store, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { DeskFrame, type DeskPlace } from '../components/desk-frame.tsx'
import { Link } from '../components/link.tsx'
import { RouteError } from '../components/route-error.tsx'
import { useHere, usePath, useTexts } from '../components/use-locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
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
  const { seller } = useTexts(chatTexts)
  const staff = useTexts(staffTexts)
  const here = useHere()
  const path = usePath()
  const isHome = useLocation().pathname === path('/seller')
  const settings = here('/seller/messages/settings')
  const messages = settings === undefined ? here('/seller/messages') : undefined
  if (shop === null) {
    return (
      <DeskFrame title={null} label={staff.desk} places={[]}>
        {children}
      </DeskFrame>
    )
  }
  const home = `/seller?shop=${shop.id}`
  const at = (page: string) => `/seller/${page}?shop=${shop.id}`
  // On a phone the name of the shop leads to what has no room here.
  const places: DeskPlace[] = [
    {
      ...{ to: home, name: staff.desk, icon: LayoutGrid, wide: true },
      current: isHome ? 'page' : undefined,
    },
    { to: at('messages'), name: seller.title, icon: MessageCircle, current: messages },
    { to: at('members'), name: staff.people, icon: Users, current: here('/seller/members') },
    {
      ...{ to: at('messages/settings'), name: seller.settings, icon: Settings, wide: true },
      current: settings,
    },
    { to: `/s/${shop.slug}`, name: seller.toMarket, icon: Store, wide: true },
  ]
  const title = (
    <Link to={home} className="-mx-2 flex min-h-11 items-center rounded-sm px-2">
      <span className="truncate">{shop.name}</span>
    </Link>
  )
  return (
    <DeskFrame title={title} label={staff.desk} places={places}>
      {children}
    </DeskFrame>
  )
}
