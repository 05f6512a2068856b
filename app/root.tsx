import plexThai from '@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped-thai-400-normal.woff2'
import anuphanThai from '@fontsource-variable/anuphan/files/anuphan-thai-wght-normal.woff2'
import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/cloudflare'
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { NonceContext } from './components/nonce.ts'
import { RouteError } from './components/route-error.tsx'
import { useTheme } from './components/theme-switch.tsx'
import { useLocale } from './components/use-locale.ts'
import styles from './styles/app.css?url'
import { readTheme } from './theme.server.ts'

const font = (href: string) =>
  ({ rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href }) as const

export const links: LinksFunction = () => [
  font(anuphanThai),
  font(plexThai),
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** Read by the server, so that the first paint has its colours. */
export function loader({ context }: LoaderFunctionArgs) {
  return data({ theme: readTheme(context.jar) })
}

export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale()
  const theme = useTheme()
  const nonce = useContext(NonceContext)
  const ours = nonce === undefined ? {} : { nonce }
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <meta name="theme-color" content="#0b4a30" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration {...ours} />
        <Scripts {...ours} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return (
    <main className="page py-10">
      <RouteError />
    </main>
  )
}
