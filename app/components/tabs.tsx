import { useEffect, useRef } from 'react'
import { Link } from './link.tsx'

export type Tab = { to: string; name: string; current: boolean; count?: number }

/**
 * Tabs that are links, because the address carries the tab. On a phone they scroll, the edge cut
 * mid-word so that it shows, and the current one is brought into sight.
 */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const list = useRef<HTMLUListElement>(null)
  const current = tabs.find((tab) => tab.current)?.to
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (tab == null || current === undefined) return
    list.current?.parentElement?.scrollTo({ left: tab.offsetLeft - 24 })
  }, [current])
  return (
    <nav
      aria-label={label}
      className="-mx-(--spacing-gutter) relative overflow-x-auto border-line border-b px-(--spacing-gutter) [scrollbar-width:none] lg:mx-0 lg:px-0"
    >
      <ul ref={list} className="flex w-max gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab.current ? 'page' : undefined}
              className="-outline-offset-4! inline-flex min-h-[46px] items-center gap-1.5 whitespace-nowrap border-transparent border-b-[3px] px-3.5 font-display font-medium text-[15px] text-muted hover:text-ink aria-[current]:border-current aria-[current]:font-bold aria-[current]:text-accent"
            >
              {tab.name}
              {tab.count === undefined || tab.count === 0 ? null : (
                <span className="tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
