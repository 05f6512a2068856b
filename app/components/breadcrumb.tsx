import { ChevronRight } from 'lucide-react'
import { Link } from './link.tsx'
import { useMessages } from './use-locale.ts'

type Crumb = { to: string; name: string }

/** Links down to the parent, then the page itself in plain words. */
export function Breadcrumb({ trail, here }: { trail: Crumb[]; here: string }) {
  const { site } = useMessages()
  return (
    <nav aria-label={site.breadcrumb} className="text-muted text-xs">
      <ol className="flex min-h-11 items-center gap-1.5 overflow-hidden whitespace-nowrap">
        {[{ to: '/', name: site.home }, ...trail].map((crumb) => (
          <li key={crumb.to} className="flex flex-none items-center gap-1.5">
            <Link to={crumb.to} className="inline-flex min-h-11 items-center hover:underline">
              {crumb.name}
            </Link>
            <ChevronRight size={14} aria-hidden="true" />
          </li>
        ))}
        <li aria-current="page" className="truncate">
          {here}
        </li>
      </ol>
    </nav>
  )
}
