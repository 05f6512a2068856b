import { useLocation, useSearchParams } from '@remix-run/react'
import { X } from 'lucide-react'
import { shortMoney } from '../format/money.ts'
import { priceRange } from '../listing.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import type { Messages } from '../messages/index.ts'
import type { Facets, FilterValues } from './filter-form.tsx'
import { Link } from './link.tsx'
import { useTexts } from './use-locale.ts'

type Chosen = { name: string; parameters: string[] }

/** Each choice by its name, with the parameters that carry it. A sort is no choice among goods. */
export function chosenOf(
  { min, max, rating, stock, brand, province }: FilterValues,
  { brands, provinces }: Facets,
  { browse }: Pick<Messages, 'browse'>,
): Chosen[] {
  const named = (all: { slug: string; name: string }[], slug: string) =>
    all.find((one) => one.slug === slug)?.name ?? slug
  const { fromSatang: from, toSatang: to } = priceRange({ min, max })
  const price =
    from !== undefined && to !== undefined
      ? `${shortMoney(from)}–${shortMoney(to)}`
      : from !== undefined
        ? browse.priceAbove(shortMoney(from))
        : to !== undefined
          ? browse.priceBelow(shortMoney(to))
          : ''
  return [
    { name: price, parameters: ['min', 'max'] },
    { name: rating === '' ? '' : browse.stars(Number(rating)), parameters: ['rating'] },
    { name: brand === '' ? '' : named(brands, brand), parameters: ['brand'] },
    {
      name: province === '' ? '' : browse.shipsFrom(named(provinces, province)),
      parameters: ['province'],
    },
    { name: stock ? browse.onlyInStock : '', parameters: ['stock'] },
  ].filter(({ name }) => name !== '')
}

type ChosenFiltersProps = { filters: FilterValues; facets: Facets }

/** What a list is cut by, each a link that takes it off. */
export function ChosenFilters({ filters, facets }: ChosenFiltersProps) {
  const browse = useTexts(browseTexts)
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const chosen = chosenOf(filters, facets, { browse })
  if (chosen.length === 0) return null
  const without = (names: string[]) => {
    const rest = new URLSearchParams(params)
    for (const name of [...names, 'cursor']) rest.delete(name)
    return rest.size === 0 ? pathname : `${pathname}?${rest}`
  }
  return (
    <nav aria-label={browse.chosen}>
      <ul className="-mx-(--spacing-gutter) flex items-center gap-2 overflow-x-auto px-(--spacing-gutter) py-0.5 [scrollbar-width:none] lg:mx-0 lg:flex-wrap lg:px-0">
        {chosen.map(({ name, parameters }) => (
          <li key={name} className="flex-none">
            <Link to={without(parameters)} className="chip" aria-current="true" preventScrollReset>
              {name}
              <span className="sr-only"> ({browse.without})</span>
              <X size={16} aria-hidden="true" />
            </Link>
          </li>
        ))}
        {chosen.length < 2 ? null : (
          <li className="flex-none">
            <Link
              to={without(chosen.flatMap(({ parameters }) => parameters))}
              className="text-link tap-link px-2"
              preventScrollReset
            >
              {browse.reset}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
