import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { site as siteTexts } from '../messages/site.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Link } from './link.tsx'
import { useTexts } from './use-locale.ts'
import { Wordmark } from './wordmark.tsx'

export type DeskPlace = {
  to: string
  name: string
  icon: LucideIcon
  current?: 'page' | undefined
  /** A phone has no room for it. */
  wide?: boolean
}

type DeskFrameProps = {
  /** Whose desk it is. */
  title: ReactNode
  /** What the places are together; none where nobody may go anywhere. */
  label: string
  places: readonly DeskPlace[]
  children: ReactNode
}

/** A page of those who work here, a shop or the market's operators: whose desk, and where to go on it. */
export function DeskFrame({ title, label, places, children }: DeskFrameProps) {
  const site = useTexts(siteTexts)
  return (
    <div className="flex min-h-screen flex-col">
      <header className="site-header bg-brand text-brand-ink" data-surface="brand">
        <div className="page flex min-h-15 items-center gap-2">
          <Link to="/" className="inline-flex min-h-11 flex-none items-center rounded-sm">
            <Wordmark label={site.homeLogo} className="h-9 w-auto" />
          </Link>
          <div className="min-w-0 flex-1 truncate px-2 font-display font-semibold">{title}</div>
          {places.length === 0 ? null : (
            <nav className="flex flex-none" aria-label={label}>
              {places.map(({ to, name, icon: Icon, current, wide = false }) => (
                <Link
                  key={to}
                  to={to}
                  className={`icon-button aria-[current]:text-forward ${wide ? 'max-sm:hidden' : ''}`}
                  aria-label={name}
                  aria-current={current}
                >
                  <Icon size={24} strokeWidth={1.9} aria-hidden="true" />
                </Link>
              ))}
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
