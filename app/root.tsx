import plexLatin from '@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped-latin-400-normal.woff2'
import plexThai from '@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped-thai-400-normal.woff2'
import anuphanLatin from '@fontsource-variable/anuphan/files/anuphan-latin-wght-normal.woff2'
import anuphanThai from '@fontsource-variable/anuphan/files/anuphan-thai-wght-normal.woff2'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/cloudflare'
import { Links, Meta, Outlet, type ShouldRevalidateFunction } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { NonceContext } from './components/nonce.ts'
import { PageScripts } from './components/page-scripts.tsx'
import { RouteError } from './components/route-error.tsx'
import { ScrollPlace } from './components/scroll-place.tsx'
import { useTheme } from './components/theme-switch.tsx'
import { useLocale } from './components/use-locale.ts'
import styles from './styles/app.css?url'
import { readTheme } from './theme.server.ts'

/** The letters that most of a page is written in; the others are found by the styles. */
const LETTERS = { th: [anuphanThai, plexThai], en: [anuphanLatin, plexLatin] }

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/icons/180.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

/** What every page names itself by, and its colours, so that the first paint has them. */
export const loader = ({ context }: LoaderFunctionArgs) => ({
  origin: context.publicOrigin,
  theme: readTheme(context.jar),
})
/** Neither changes while a page is open, but by the choice of colours. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction }) =>
  formAction?.endsWith('/theme') ?? false

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
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0c2a1c" />
        <Meta />
        {LETTERS[locale].map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" crossOrigin="" href={href} />
        ))}
        <Links />
      </head>
      <body>
        {children}
        <ScrollPlace {...ours} />
        <PageScripts {...ours} />
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
