import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { useLoaderData } from '@remix-run/react'
import type { Api } from '../api.server.ts'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { LinkButton } from '../components/button.tsx'
import { Goods, Listing } from '../components/listing.tsx'
import { Tabs } from '../components/tabs.tsx'
import { Tickets } from '../components/tickets.tsx'
import { useTexts } from '../components/use-locale.ts'
import { orFirstPage, readFilters } from '../listing.server.ts'
import { type Filters, isOnly, toQuery } from '../listing.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { messagesIn } from '../messages/index.ts'
import { site as siteTexts } from '../messages/site.ts'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import { JsonLd } from '../seo/json-ld.tsx'
import { listingAddress } from '../seo/listing-address.ts'
import { inOneLine } from '../seo/one-line.server.ts'
import { publicPage } from '../seo/page-meta.ts'
import { shopThing, trailThing } from '../seo/things.ts'
import { usePlace } from '../seo/use-place.ts'
import type { Voucher } from '../shapes.ts'
import { AboutShop, ShopHead } from './shop-head.tsx'

const TABS = ['all', 'new', 'best', 'vouchers', 'about'] as const
type Tab = (typeof TABS)[number]

/** What a tab lists; `all` is cut and sorted as its address says. */
const queryOf = (tab: Tab, filters: Filters): Parameters<Api['products']['list']>[0] =>
  tab === 'all'
    ? { ...toQuery(filters), counted: isOnly(filters) ? undefined : 'true' }
    : {
        sort: tab === 'best' ? 'best-selling' : 'newest',
        ...(tab === 'about' || tab === 'vouchers' ? { limit: '3' } : { inStock: 'true' }),
        cursor: filters.cursor || undefined,
      }

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { api, locale } = context
  const slug = params.slug ?? ''
  const url = new URL(request.url)
  const filters = readFilters(url)
  const tab = TABS.find((known) => known === url.searchParams.get('tab')) ?? 'all'
  const found = api.shop(slug)
  const [shop, vouchers, page, best] = await Promise.all([
    found,
    found.then(async ({ id }) => await vouchersOf(api, id)),
    orFirstPage(url, api.products.list({ ...queryOf(tab, filters), shop: slug })),
    api.products
      .list({ shop: slug, sort: 'best-selling', limit: '3' })
      .then(({ items }) => items.map(({ id, imageUrl }) => ({ id, imageUrl })))
      .catch(() => []),
  ])
  return data({
    title: messagesIn(locale).site.titled(shop.name),
    description: inOneLine(shop.description),
    // The other tabs are the same goods and the same shop: one address for all.
    address: tab === 'all' ? listingAddress(filters) : { search: '', index: true },
    shop,
    tab,
    vouchers,
    now: Date.now(),
    page,
    best,
    filters,
    total: isOnly(filters) ? { count: shop.productCount, more: false } : page.found,
  })
}

/** What the shop gives now; a shop is worth showing without it. */
const vouchersOf = async (api: Api, shopId: string): Promise<Voucher[]> =>
  await api.vouchers.list([shopId]).then(
    (all) => all.filter(({ shop }) => shop?.id === shopId),
    () => [],
  )

export const meta: MetaFunction<typeof loader> = (args) =>
  publicPage(args, { ...args.data, ...args.data?.address })

export default function ShopPage() {
  const { shop, tab, vouchers, now, page, best, filters, total } = useLoaderData<typeof loader>()
  const browse = useTexts(browseTexts)
  const site = useTexts(siteTexts)
  const stalls = useTexts(stallsTexts)
  const place = usePlace()
  const path = `/s/${shop.slug}`
  const way = [{ to: `/c/all?province=${shop.provinceSlug}`, name: stalls.shopsIn(shop.province) }]
  const trail = [{ to: path, name: shop.name }]
  const names = {
    all: stalls.all,
    new: stalls.fresh,
    best: stalls.best,
    vouchers: stalls.vouchers,
    about: stalls.about,
  }
  // Few shops give vouchers; the others have no empty tab for them.
  const shown = TABS.filter((one) => one !== 'vouchers' || one === tab || vouchers.length > 0)
  const tabs = shown.map((one) => ({
    to: one === 'all' ? path : `${path}?tab=${one}`,
    name: names[one],
    current: one === tab,
    ...(one === 'all' ? { count: shop.productCount } : {}),
    ...(one === 'vouchers' ? { count: vouchers.length } : {}),
  }))
  return (
    <>
      <JsonLd things={place ? [shopThing(place, shop), trailThing(place, site.home, trail)] : []} />
      <ShopHead shop={shop} best={best} />
      <div className="page">
        <Breadcrumb trail={way} here={shop.name} />
        <Tabs label={stalls.tabs} tabs={tabs} />
        <div className="pt-4">
          {tab === 'all' ? (
            <Listing
              page={page}
              total={total}
              scope={{ shop: shop.slug }}
              filters={filters}
              facets={{ brands: [], provinces: [] }}
            />
          ) : tab === 'vouchers' ? (
            <section aria-labelledby="vouchers">
              <h2 id="vouchers" className="sr-only">
                {stalls.vouchers}
              </h2>
              <Tickets vouchers={vouchers} now={now} none={stalls.noVouchers} />
            </section>
          ) : tab === 'about' ? (
            <AboutShop shop={shop} />
          ) : (
            <Goods
              page={page}
              wide
              empty={
                <LinkButton to={path} kind="line">
                  {browse.allGoods}
                </LinkButton>
              }
            />
          )}
        </div>
      </div>
    </>
  )
}
