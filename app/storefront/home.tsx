import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { useLoaderData } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { LinkButton } from '../components/button.tsx'
import { Link } from '../components/link.tsx'
import { Picture } from '../components/picture.tsx'
import { ProductCard } from '../components/product-card.tsx'
import { ProvinceRail } from '../components/province-rail.tsx'
import { SectionHead } from '../components/section-head.tsx'
import { StallRail } from '../components/stall-rail.tsx'
import { useTexts } from '../components/use-locale.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { messagesIn } from '../messages/index.ts'
import { site as siteTexts } from '../messages/site.ts'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import { JsonLd } from '../seo/json-ld.tsx'
import { publicPage } from '../seo/page-meta.ts'
import { marketThings } from '../seo/things.ts'
import { usePlace } from '../seo/use-place.ts'
import type { ProductCard as Card, Category } from '../shapes.ts'
import { FlashRail as FlashRailAtOnce } from './flash-rail.tsx'
import { Hero, Promises } from './home-hero.tsx'

// Every page names home's scripts. The rail is in the page whole; what makes it count comes after them.
const FlashRail = import.meta.env.SSR
  ? FlashRailAtOnce
  : lazy(async () => ({ default: (await import('./flash-rail.tsx')).FlashRail }))

/** A row that cannot be had is left out whole; a page with a hole is kept for nobody. */
const orNothing = async <Item,>(rail: Promise<Item[]>): Promise<Item[]> =>
  await rail.catch(() => [])

export async function loader({ context }: LoaderFunctionArgs) {
  const { api, locale } = context
  const bestSelling = api.products
    .list({ sort: 'best-selling', inStock: 'true', limit: '6' })
    .then(({ items }) => items)
  const [newest, best, categories, provinces, shops, flashSales] = await Promise.all([
    api.products.list({ sort: 'newest', limit: '12' }),
    orNothing(bestSelling),
    orNothing(api.categories()),
    orNothing(api.provinces()),
    orNothing(api.shops({ sort: 'best-selling', limit: '6' })),
    orNothing(api.flashSales()),
  ])
  const { site } = messagesIn(locale)
  return data({
    title: `${site.name} · ${messagesIn(locale).browse.heroTitle.join(' ')}`,
    description: site.description,
    now: Date.now(),
    newest,
    best,
    // The tree below the first level is nothing that this page shows.
    categories: categories.map(({ children: _, ...shown }) => shown),
    provinces,
    shops,
    // What is not shown need not be sent.
    flashSales: flashSales.map((sale) => ({ ...sale, items: sale.items.slice(0, 6) })),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => publicPage(args, { ...args.data })

export default function Home() {
  const { now, newest, best, categories, provinces, shops, flashSales } =
    useLoaderData<typeof loader>()
  const browse = useTexts(browseTexts)
  const site = useTexts(siteTexts)
  const stalls = useTexts(stallsTexts)
  const place = usePlace()
  const next = newest.nextCursor
  return (
    <>
      <JsonLd things={place ? marketThings(place, site.name, site.description) : []} />
      <Hero now={now} provinces={provinces} />
      <Promises />
      <div className="page">
        <Suspense>
          <FlashRail sales={flashSales} now={now} />
        </Suspense>
        <ProvinceRail provinces={provinces} />
        <StallRail title={stalls.often} shops={shops} />
        <Rail title={browse.bestSelling} to="/c/all?sort=best-selling" products={best} />
        <Categories categories={categories} />
        <Rail title={browse.newest} to="/c/all" products={newest.items} />
        {next === null ? null : (
          <p className="grid justify-items-center pt-6">
            <LinkButton to={`/c/all?cursor=${next}`} kind="quiet" className="min-w-55">
              {browse.moreNew}
            </LinkButton>
          </p>
        )}
      </div>
    </>
  )
}

type RailProps = { title: string; to: string; products: Card[] }

function Rail({ title, to, products }: RailProps) {
  if (products.length === 0) return null
  return (
    <section className="pt-section">
      <SectionHead title={title} to={to} />
      <ul className="card-grid">
        {products.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
    </section>
  )
}

function Categories({ categories }: { categories: Omit<Category, 'children'>[] }) {
  const browse = useTexts(browseTexts)
  if (categories.length === 0) return null
  return (
    <section className="pt-section">
      <SectionHead title={browse.byCategory} />
      <ul className="grid grid-cols-2 gap-2.5 lg:grid-cols-4 lg:gap-4">
        {categories.map((category) => (
          <li key={category.id}>
            <Link
              to={`/c/${category.slug}`}
              prefetch="intent"
              className="card flex h-full items-center gap-3 overflow-hidden hover:shadow-lift"
            >
              <span className="w-16 flex-none self-stretch sm:w-24">
                <Picture src={category.imageUrl} alt="" sizes="96px" className="h-full" />
              </span>
              <span className="min-w-0 py-2 pr-2">
                <span className="block text-balance font-display font-semibold text-[15px] leading-snug lg:text-lg">
                  {category.name}
                </span>
                <span className="block text-muted text-xs">
                  {browse.items(category.productCount)}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
