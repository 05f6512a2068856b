import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { useLoaderData } from '@remix-run/react'
import { Chip } from '../components/badge.tsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Listing } from '../components/listing.tsx'
import { StallRail } from '../components/stall-rail.tsx'
import { useTexts } from '../components/use-locale.ts'
import { orFirstPage, readFilters } from '../listing.server.ts'
import { isOnly, toQuery } from '../listing.ts'
import type { Locale } from '../locale.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { describe } from '../messages/describe.server.ts'
import { messagesIn } from '../messages/index.ts'
import { site as siteTexts } from '../messages/site.ts'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import { JsonLd } from '../seo/json-ld.tsx'
import { listingAddress } from '../seo/listing-address.ts'
import { publicPage } from '../seo/page-meta.ts'
import { trailThing } from '../seo/things.ts'
import { usePlace } from '../seo/use-place.ts'
import type { Category, NamedLink } from '../shapes.ts'

/** `/c/all` is the whole market; any other slug is a category of the tree. */
const ALL = 'all'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { api, locale } = context
  const slug = params.slug ?? ALL
  const url = new URL(request.url)
  const filters = readFilters(url)
  const whole = isOnly(filters)
  // The market cut by nothing but a place is that place's own page: its shops stand first.
  const atPlace = slug === ALL && filters.province !== '' && isOnly(filters, 'province')
  const [page, categories, brands, provinces, shops] = await Promise.all([
    orFirstPage(
      url,
      api.products.list({
        ...toQuery(filters),
        category: slug === ALL ? undefined : slug,
        counted: whole ? undefined : 'true',
      }),
    ),
    api.categories(),
    api.brands().catch(() => []),
    api.provinces().catch(() => []),
    atPlace ? api.shops({ province: filters.province, limit: '3' }).catch(() => []) : [],
  ])
  const found = slug === ALL ? { path: [], children: categories } : findCategory(categories, slug)
  if (found === undefined) throw new Response(null, { status: 404 })
  const province = provinces.find((one) => one.slug === filters.province)
  const category = found.path.at(-1)
  const of = slug === ALL ? categories : category === undefined ? [] : [category]
  return data({
    ...textsOf(locale, category?.name, atPlace ? province?.name : undefined),
    address: listingAddress(filters),
    slug,
    trail: found.path.slice(0, -1).map(linkTo),
    children: found.children.map(linkTo),
    page,
    // A whole category knows how many it holds; what a choice leaves of it was counted with the page.
    total: whole
      ? { count: of.reduce((sum, { productCount }) => sum + productCount, 0), more: false }
      : page.found,
    facets: {
      // A brand counts its things in the whole market, which is true of no other list.
      brands: brands.map((brand) => ({
        ...linkTo(brand),
        ...(slug === ALL && isOnly(filters, 'brand') ? { count: brand.productCount } : {}),
      })),
      provinces: provinces.map(linkTo),
    },
    shops,
    place: atPlace ? province?.name : undefined,
    filters,
  })
}

function textsOf(locale: Locale, category: string | undefined, province: string | undefined) {
  const { browse, site, stalls } = messagesIn(locale)
  const name =
    category ?? (province === undefined ? browse.everything : stalls.fromProvince(province))
  return {
    name,
    title: site.titled(name),
    description:
      province === undefined
        ? describe[locale].category(name)
        : describe[locale].province(province),
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  publicPage(args, { ...args.data, ...args.data?.address })

type Node = NamedLink & { productCount: number; children?: Node[] }

const linkTo = ({ slug, name }: NamedLink): NamedLink => ({ slug, name })

/** The way down to a category, and what hangs below it. */
function findCategory(
  nodes: readonly (Category | Node)[],
  slug: string,
  above: Node[] = [],
): { path: Node[]; children: readonly NamedLink[] } | undefined {
  for (const node of nodes) {
    const path = [...above, node]
    if (node.slug === slug) return { path, children: node.children ?? [] }
    const below = findCategory(node.children ?? [], slug, path)
    if (below !== undefined) return below
  }
  return undefined
}

export default function CategoryPage() {
  const { slug, name, trail, children, page, total, facets, shops, place, filters } =
    useLoaderData<typeof loader>()
  const browse = useTexts(browseTexts)
  const site = useTexts(siteTexts)
  const stalls = useTexts(stallsTexts)
  const at = usePlace()
  const way = trail.map(({ slug, name }) => ({ to: `/c/${slug}`, name }))
  const whole = [...way, { to: `/c/${slug}`, name }]
  return (
    <div className="page">
      <JsonLd things={at ? [trailThing(at, site.home, whole)] : []} />
      <Breadcrumb trail={way} here={name} />
      <h1 className="mb-3">{name}</h1>
      {children.length === 0 ? null : (
        <nav
          aria-label={browse.inside}
          className="-mx-(--spacing-gutter) mb-4 overflow-x-auto px-(--spacing-gutter) py-0.5 [scrollbar-width:none]"
        >
          <ul className="flex gap-2 lg:flex-wrap">
            {children.map((child) => (
              <li key={child.slug} className="flex-none">
                <Chip to={`/c/${child.slug}`}>{child.name}</Chip>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {place === undefined ? null : (
        <div className="-mt-6 mb-6">
          <StallRail title={stalls.shopsIn(place)} shops={shops} />
        </div>
      )}
      <Listing
        page={page}
        total={total}
        filters={filters}
        facets={facets}
        scope={slug === ALL ? {} : { category: slug }}
      />
    </div>
  )
}
