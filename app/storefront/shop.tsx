import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { useLoaderData } from '@remix-run/react'
import { HandCoins, MapPin } from 'lucide-react'
import { ShopAvatar } from '../components/avatar.tsx'
import { Listing } from '../components/listing.tsx'
import { Awning, stallOf } from '../components/stall.tsx'
import { useLocale, useMessages } from '../components/use-locale.ts'
import { formatDate } from '../format/date.ts'
import { orFirstPage, readFilters, toQuery } from '../listing.server.ts'
import { messagesIn } from '../messages/index.ts'
import { JsonLd } from '../seo/json-ld.tsx'
import { listingAddress } from '../seo/listing-address.ts'
import { inOneLine } from '../seo/one-line.server.ts'
import { publicPage } from '../seo/page-meta.ts'
import { shopThing, trailThing } from '../seo/things.ts'
import { usePlace } from '../seo/use-place.ts'
import type { Shop } from '../shapes.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { api, locale } = context
  const slug = params.slug ?? ''
  const url = new URL(request.url)
  const filters = readFilters(url)
  const [shop, page] = await Promise.all([
    api.shop(slug),
    orFirstPage(url, api.products.list({ ...toQuery(filters), shop: slug })),
  ])
  return data({
    title: messagesIn(locale).site.titled(shop.name),
    description: inOneLine(shop.description),
    address: listingAddress(filters),
    shop,
    page,
    filters,
  })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  publicPage(args, { ...args.data, ...args.data?.address })

export default function ShopPage() {
  const { shop, page, filters } = useLoaderData<typeof loader>()
  const { browse, site } = useMessages()
  const place = usePlace()
  const way = [{ to: `/s/${shop.slug}`, name: shop.name }]
  return (
    <div className="page pt-4">
      <JsonLd things={place ? [shopThing(place, shop), trailThing(place, site.home, way)] : []} />
      <ShopHead shop={shop} />
      <h2 className="mt-6 mb-3">
        {shop.productCount === undefined ? browse.allGoods : browse.shopGoods(shop.productCount)}
      </h2>
      <Listing page={page} filters={filters} brands={[]} />
    </div>
  )
}

function ShopHead({ shop }: { shop: Shop }) {
  const { browse } = useMessages()
  const locale = useLocale()
  const stall = stallOf(shop.id)
  return (
    <section className="card overflow-hidden" aria-label={shop.name}>
      <Awning stall={stall} />
      <div className="flex items-start gap-3 p-4">
        <ShopAvatar name={shop.name} stall={stall} />
        <div className="min-w-0">
          <h1>{shop.name}</h1>
          <p className="flex flex-wrap gap-x-3 text-muted text-xs">
            {shop.province === undefined ? null : (
              <span className="inline-flex items-center gap-1">
                <MapPin size={14} aria-hidden="true" />
                {shop.province}
              </span>
            )}
            {shop.acceptsCod ? (
              <span className="inline-flex items-center gap-1">
                <HandCoins size={14} aria-hidden="true" />
                {browse.takesCod}
              </span>
            ) : null}
            {shop.joinedAt === undefined ? null : (
              <span>{browse.openedIn(formatDate(shop.joinedAt, locale))}</span>
            )}
          </p>
          {shop.description ? <p className="mt-2 max-w-read">{shop.description}</p> : null}
        </div>
      </div>
    </section>
  )
}
