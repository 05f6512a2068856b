import { data, type LoaderFunctionArgs } from '@remix-run/cloudflare'
import { Outlet, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import type { Api } from '../api.server.ts'
import { countItems } from '../components/cart-counts.ts'
import { Greeting } from '../components/greeting.tsx'
import { SiteFooter } from '../components/site-footer.tsx'
import { SiteHeader } from '../components/site-header.tsx'
import { TabBar } from '../components/tab-bar.tsx'
import { Toasts } from '../components/toasts.tsx'
import { useKeptFocus } from '../components/use-kept-focus.ts'
import { useTexts } from '../components/use-locale.ts'
import { takeGreeting } from '../greeting.server.ts'
import { useInbox } from '../live/use-inbox.ts'
import { site as siteTexts } from '../messages/site.ts'
import { unlessUnreached } from '../revalidation.ts'
import { cartToken } from '../session.server.ts'
import { useBasketNews } from './use-basket-news.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { api, jar, session } = context
  const current = await session.read()
  const known = current !== null || cartToken(jar) !== null
  // The frame stands even when a part of it cannot be had: a page is worth more than its badge.
  const [categories, cart, waiting] = await Promise.all([
    api.categories().catch(() => []),
    known ? api.cart.read().catch(() => null) : null,
    current === null ? null : waitingFor(api),
  ])
  return data({
    userName: current?.user.name ?? null,
    greeting: current === null ? null : takeGreeting(jar),
    waiting,
    cartCount: cart === null ? 0 : countItems(cart),
    categories: categories.map(({ slug, name }) => ({ slug, name })),
  })
}

/** What waits for whoever is signed in; nobody else is asked about. */
async function waitingFor({ notifications, chat }: Api) {
  const [unread, rooms] = await Promise.all([
    notifications.unread().catch(() => 0),
    chat.unread().catch(() => 0),
  ])
  return { unread, rooms }
}

export const shouldRevalidate = unlessUnreached

export default function Layout() {
  const { userName, greeting, cartCount, categories, waiting } = useLoaderData<typeof loader>()
  const { unread, rooms } = useInbox(waiting)
  const site = useTexts(siteTexts)
  const main = useRef<HTMLElement>(null)
  useKeptFocus(main)
  useBasketNews()
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#content"
        className="button sr-only z-(--z-toast) focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {site.skip}
      </a>
      <SiteHeader
        userName={userName}
        cartCount={cartCount}
        unreadRooms={rooms}
        unread={unread}
        categories={categories}
      />
      <main ref={main} id="content" className="flex-1" tabIndex={-1}>
        {greeting === null || userName === null ? null : (
          <Greeting kind={greeting} name={userName} />
        )}
        <Outlet />
      </main>
      <SiteFooter categories={categories} signedIn={userName !== null} />
      <TabBar cartCount={cartCount} />
      <Toasts />
    </div>
  )
}
