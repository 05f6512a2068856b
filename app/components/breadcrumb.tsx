import { ChevronLeft, ChevronRight } from 'lucide-react'
import { site as siteTexts } from '../messages/site.ts'
import { Link } from './link.tsx'
import { useTexts } from './use-locale.ts'

export type Crumb = { to: string; name: string }

/** Links down to the parent, then the page itself in plain words; on a phone the parent alone. */
export function Breadcrumb({ trail, here }: { trail: Crumb[]; here: string }) {
  const site = useTexts(siteTexts)
  const crumbs = [{ to: '/', name: site.home }, ...trail]
  const parent = crumbs.length - 1
  return (
    <nav aria-label={site.breadcrumb} className="text-muted text-xs">
      <ol className="flex min-h-11 items-center gap-1.5">
        {crumbs.map((crumb, index) => (
          <li
            key={crumb.to}
            className={`min-w-0 items-center gap-1.5 sm:flex sm:flex-none ${index === parent ? 'flex' : 'hidden'}`}
          >
            <ChevronLeft size={16} aria-hidden="true" className="flex-none sm:hidden" />
            <Link
              to={crumb.to}
              className="-mx-1.5 inline-flex min-h-11 min-w-11 items-center px-1.5 sm:justify-center hover:underline"
            >
              <span className="truncate">{crumb.name}</span>
            </Link>
            <ChevronRight size={14} aria-hidden="true" className="hidden flex-none sm:block" />
          </li>
        ))}
        <li aria-current="page" className="hidden min-w-0 truncate sm:block">
          {here}
        </li>
      </ol>
    </nav>
  )
}
