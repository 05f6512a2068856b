import { ChevronLeft } from 'lucide-react'
import { browse as browseTexts } from '../messages/browse.ts'
import { site as siteTexts } from '../messages/site.ts'
import type { Found } from '../shapes.ts'
import { LinkButton } from './button.tsx'
import { foundText } from './found-text.ts'
import { useTexts } from './use-locale.ts'

type PagerProps = {
  /** How many stand on this page, and of how many if that is known. */
  seen?: { count: number; of: Found | undefined }
  /** Addresses; what is null has no link. */
  first: string | null
  next: string | null
  /** More is on its way. */
  busy?: boolean
}

/** Real links: the next page, and back to the start once one has moved on. */
export function Pager({ seen, first, next, busy = false }: PagerProps) {
  const browse = useTexts(browseTexts)
  const site = useTexts(siteTexts)
  if (first === null && next === null) return null
  return (
    <nav aria-label={browse.pages} className="pager grid justify-items-center gap-2 pt-6">
      {seen === undefined ? null : (
        <p role="status" className="text-muted text-xs tabular-nums">
          {seen.of === undefined
            ? browse.seen(seen.count)
            : browse.seenOf(seen.count, foundText(seen.of, browse))}
        </p>
      )}
      <p className="flex flex-wrap justify-center gap-2">
        {first === null ? null : (
          <LinkButton to={first} kind="quiet" icon={ChevronLeft}>
            {browse.firstPage}
          </LinkButton>
        )}
        {next === null ? null : (
          <LinkButton
            to={next}
            kind="line"
            className="min-w-55"
            prefetch="intent"
            preventScrollReset
            aria-busy={busy}
          >
            {busy ? site.loading : browse.nextPage}
          </LinkButton>
        )}
      </p>
    </nav>
  )
}

/** The addresses of a list's pages, everything else that was chosen kept. */
export function pagesOf(
  pathname: string,
  params: URLSearchParams,
  nextCursor: string | null,
): Pick<PagerProps, 'first' | 'next'> {
  const to = (cursor: string | null) => {
    const next = new URLSearchParams(params)
    if (cursor === null) next.delete('cursor')
    else next.set('cursor', cursor)
    const search = next.toString()
    return search === '' ? pathname : `${pathname}?${search}`
  }
  return {
    first: params.has('cursor') ? to(null) : null,
    next: nextCursor === null ? null : to(nextCursor),
  }
}
