import { useLocation, useNavigation, useSearchParams } from '@remix-run/react'
import { PackageSearch } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Brand, ProductList } from '../shapes.ts'
import { EmptyState } from './empty-state.tsx'
import { FilterPanel, type FilterValues } from './filter-panel.tsx'
import { Pager, pagesOf } from './pager.tsx'
import { ProductCard } from './product-card.tsx'
import { useMessages } from './use-locale.ts'

type ListingProps = { page: ProductList; filters: FilterValues; brands: Brand[] }

/** Filters beside a grid of cards. Everything chosen is in the address: a link is the state. */
export function Listing({ page, filters, brands }: ListingProps) {
  const { browse } = useMessages()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const navigation = useNavigation()
  const cards = useFocusOnNewPage()
  const reloading = navigation.state === 'loading' && navigation.location.pathname === pathname
  return (
    <div className="grid gap-4 lg:grid-cols-[15rem_minmax(0,1fr)] lg:items-start lg:gap-6">
      <FilterPanel filters={filters} brands={brands} />
      <section
        aria-label={browse.allGoods}
        aria-busy={reloading}
        className={reloading ? 'opacity-60' : ''}
      >
        {page.items.length === 0 ? (
          <EmptyState
            icon={PackageSearch}
            action={
              <a href={pathname} className="button line">
                {browse.reset}
              </a>
            }
          >
            {browse.nothing}
          </EmptyState>
        ) : (
          <ul ref={cards} className="card-grid lg:[--grid-cards:4]">
            {page.items.map((product, index) => (
              <ProductCard key={product.id} product={product} eager={index < 4} heading="h2" />
            ))}
          </ul>
        )}
        <Pager {...pagesOf(pathname, params, page.nextCursor)} />
      </section>
    </div>
  )
}

/** The pressed link stays in place while the page turns: the focus goes to the first new card. */
function useFocusOnNewPage() {
  const [params] = useSearchParams()
  const cards = useRef<HTMLUListElement>(null)
  const cursor = params.get('cursor')
  const before = useRef(cursor)
  useEffect(() => {
    if (before.current === cursor) return
    before.current = cursor
    const pressed = document.activeElement
    if (pressed instanceof HTMLAnchorElement && pressed.closest('.pager') !== null) {
      cards.current?.querySelector('a')?.focus({ preventScroll: true })
    }
  }, [cursor])
  return cards
}
