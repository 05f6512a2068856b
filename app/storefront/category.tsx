import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { useLoaderData } from '@remix-run/react'
import { Chip } from '../components/badge.tsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Listing } from '../components/listing.tsx'
import { useMessages } from '../components/use-locale.ts'
import { orFirstPage, readFilters, toQuery } from '../listing.server.ts'
import { messagesIn } from '../messages/index.ts'
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
  const [page, categories, brands] = await Promise.all([
    orFirstPage(
      url,
      api.products.list({
        ...toQuery(filters),
        category: slug === ALL ? undefined : slug,
      }),
    ),
    api.categories(),
    api.brands().catch(() => []),
  ])
  const found = slug === ALL ? { path: [], children: categories } : findCategory(categories, slug)
  if (found === undefined) throw new Response(null, { status: 404 })
  const { browse, site } = messagesIn(locale)
  const name = found.path.at(-1)?.name ?? browse.everything
  return data({
    title: site.titled(name),
    description: browse.describeCategory(name),
    address: listingAddress(filters),
    slug,
    name,
    trail: found.path.slice(0, -1),
    children: found.children.map(linkTo),
    page,
    brands,
    filters,
  })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  publicPage(args, { ...args.data, ...args.data?.address })

type Node = NamedLink & { children?: Node[] }

const linkTo = ({ slug, name }: NamedLink): NamedLink => ({ slug, name })

/** The way down to a category, and what hangs below it. */
function findCategory(
  nodes: readonly (Category | Node)[],
  slug: string,
  above: NamedLink[] = [],
): { path: NamedLink[]; children: readonly NamedLink[] } | undefined {
  for (const node of nodes) {
    const path = [...above, linkTo(node)]
    if (node.slug === slug) return { path, children: node.children ?? [] }
    const below = findCategory(node.children ?? [], slug, path)
    if (below !== undefined) return below
  }
  return undefined
}

export default function CategoryPage() {
  const { slug, name, trail, children, page, brands, filters } = useLoaderData<typeof loader>()
  const { site } = useMessages()
  const place = usePlace()
  const way = trail.map(({ slug, name }) => ({ to: `/c/${slug}`, name }))
  const whole = [...way, { to: `/c/${slug}`, name }]
  return (
    <div className="page">
      <JsonLd things={place ? [trailThing(place, site.home, whole)] : []} />
      <Breadcrumb trail={way} here={name} />
      <h1 className="mb-3">{name}</h1>
      {children.length === 0 ? null : (
        <nav aria-label={name} className="mb-4">
          <ul className="flex flex-wrap gap-2">
            {children.map((child) => (
              <li key={child.slug}>
                <Chip to={`/c/${child.slug}`}>{child.name}</Chip>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Listing page={page} filters={filters} brands={brands} />
    </div>
  )
}
