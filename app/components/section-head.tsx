import { ChevronRight } from 'lucide-react'
import { browse as browseTexts } from '../messages/browse.ts'
import { Link } from './link.tsx'
import { useTexts } from './use-locale.ts'

type SectionHeadProps = {
  title: string
  text?: string
  /** Where all of it is. */
  to?: string
}

/** The name of a row of things, and the way to all of them. */
export function SectionHead({ title, text, to }: SectionHeadProps) {
  const browse = useTexts(browseTexts)
  return (
    <div className="mb-2.5 flex min-h-11 items-center justify-between gap-4">
      <div>
        <h2>{title}</h2>
        {text === undefined ? null : <p className="text-muted text-xs">{text}</p>}
      </div>
      {to === undefined ? null : (
        <Link to={to} className="text-link tap-link whitespace-nowrap" prefetch="intent">
          {browse.seeAll}
          <span className="sr-only">: {title}</span>
          <ChevronRight size={16} aria-hidden="true" />
        </Link>
      )}
    </div>
  )
}
