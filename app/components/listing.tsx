import { useLocation, useNavigation, useSearchParams } from '@remix-run/react'
import { PackageSearch } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { priceRange } from '../listing.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import type { Found, ProductList } from '../shapes.ts'
import { ChosenFilters } from './chosen-filters.tsx'
import { EmptyState } from './empty-state.tsx'
import type { Facets, FilterValues } from './filter-form.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { foundText } from './found-text.ts'
import { Note } from './note.tsx'
import { Pager, pagesOf } from './pager.tsx'
import { ProductCard } from './product-card.tsx'
import type { Scope } from './use-found.ts'
import { useTexts } from './use-locale.ts'
import { itemsOf, usePages } from './use-pages.ts'

type GoodsProps = {
  page: ProductList
  /** How many there are of all that is listed, where that is known for certain. */
  total?: Found | undefined
  /** What one may press when nothing is there. */
  empty?: React.ReactNode
  wide?: boolean
}

type ListingProps = Omit<GoodsProps, 'wide'> & {
  filters: FilterValues
  facets: Facets
  /** Parameters of the address that are no choice of the shopper's. */
  kept?: Record<string, string>
  /** What the list is a part of, in the words of the API. */
  scope?: Scope
}

/** Filters beside a grid of cards. Everything chosen is in the address: a link is the state. */
export function Listing({ filters, facets, kept = {}, scope = {}, ...goods }: ListingProps) {
  const browse = useTexts(browseTexts)
  const { total } = goods
  const { fault } = priceRange(filters)
  return (
    <div className="grid gap-4 lg:grid-cols-[15rem_minmax(0,1fr)] lg:items-start lg:gap-6">
      <FilterPanel filters={filters} facets={facets} kept={kept} scope={scope} total={total} />
      <div className="stack min-w-0 gap-3">
        {fault === undefined ? null : (
          <div className="lg:hidden">
            <Note kind={fault === 'turned' ? 'info' : 'warn'}>{browse.priceFaults[fault]}</Note>
          </div>
        )}
        <ChosenFilters filters={filters} facets={facets} />
        <p role="status" className="sr-only">
          {total === undefined ? '' : foundText(total, browse)}
        </p>
        <Goods {...goods} />
      </div>
    </div>
  )
}

/** Cards and the way to more of them. */
export function Goods({ page, total, empty, wide = false }: GoodsProps) {
  const browse = useTexts(browseTexts)
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const navigation = useNavigation()
  const cursor = params.get('cursor') ?? ''
  const list = listOf(pathname, params)
  const shown = usePages(page, list, cursor)
  const items = itemsOf(shown)
  const cards = useFocusOnFirstNew(list, shown.pages.length, items.length - page.items.length)
  const next = navigation.state === 'loading' ? navigation.location : undefined
  const turning = next !== undefined && next.pathname === pathname
  // What is there stays bright while more is put below it; another choice will replace it.
  const dimmed = turning && listOf(pathname, new URLSearchParams(next.search)) !== list
  const fromStart = shown.pages[0]?.cursor === ''
  return (
    <section
      aria-label={browse.allGoods}
      aria-busy={turning}
      className={`transition-opacity ${dimmed ? 'opacity-60' : ''}`}
    >
      {items.length === 0 ? (
        <EmptyState
          icon={PackageSearch}
          action={
            empty ?? (
              <a href={pathname} className="button line">
                {browse.reset}
              </a>
            )
          }
        >
          {browse.nothing}
        </EmptyState>
      ) : (
        <ul ref={cards} className={`card-grid ${wide ? '' : 'lg:[--grid-cards:4]'}`}>
          {items.map((product, index) => (
            <ProductCard key={product.id} product={product} eager={index < 2} heading="h2" />
          ))}
        </ul>
      )}
      <Pager
        {...pagesOf(pathname, params, page.nextCursor)}
        {...(fromStart ? { first: null, seen: { count: items.length, of: total } } : {})}
        busy={turning && !dimmed}
      />
    </section>
  )
}

/** What names a list, whichever of its pages is shown. */
function listOf(pathname: string, params: URLSearchParams): string {
  const chosen = new URLSearchParams(params)
  chosen.delete('cursor')
  chosen.sort()
  return `${pathname}?${chosen}`
}

/** The pressed link moves down as the list grows: the focus goes to the first card that is new. */
function useFocusOnFirstNew(list: string, pages: number, first: number) {
  const cards = useRef<HTMLUListElement>(null)
  const before = useRef({ list, pages })
  useEffect(() => {
    const { current: was } = before
    before.current = { list, pages }
    if (was.list !== list || pages <= was.pages) return
    const pressed = document.activeElement
    if (pressed === document.body || pressed?.closest('.pager') !== null) {
      cards.current?.children[first]?.querySelector('a')?.focus({ preventScroll: true })
    }
  }, [list, pages, first])
  return cards
}
