import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import {
  Await,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
  useLoaderData,
  useSearchParams,
} from '@remix-run/react'
import { type ReactNode, Suspense } from 'react'
import { WHOLE_PICTURE } from '../../src/services/upload/sizes.ts'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Facts } from '../components/facts.tsx'
import { flashNow } from '../components/flash-price.ts'
import { GALLERY_SIZES, Gallery } from '../components/gallery.tsx'
import { Link } from '../components/link.tsx'
import { sizesOf } from '../components/picture.tsx'
import { ProductCard } from '../components/product-card.tsx'
import { Reviews, ReviewsFailed, ReviewsLoading } from '../components/reviews.tsx'
import { ShopStrip } from '../components/shop-strip.tsx'
import { ProductGridSkeleton } from '../components/skeleton.tsx'
import { useTexts } from '../components/use-locale.ts'
import { chosenVariant } from '../components/variant-choice.ts'
import { readQuantity, WRONG_QUANTITY } from '../format/quantity.ts'
import { withUnits } from '../format/units.ts'
import { localePath } from '../locale.ts'
import { messagesIn } from '../messages/index.ts'
import { product as browseTexts } from '../messages/product.ts'
import { site as siteTexts } from '../messages/site.ts'
import { settleAll } from '../problem.server.ts'
import { JsonLd } from '../seo/json-ld.tsx'
import { inOneLine } from '../seo/one-line.server.ts'
import { publicPage } from '../seo/page-meta.ts'
import { type Place, productThing, trailThing } from '../seo/things.ts'
import { usePlace } from '../seo/use-place.ts'
import type { Product, Variant } from '../shapes.ts'
import { BuyBox } from './buy-box.tsx'
import { VARIANT_MISSING } from './buy-form.tsx'
import { availableIn } from './cart-action.server.ts'
import { useLeft } from './use-left.ts'

const OTHERS = 5

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { api, locale, session } = context
  const slug = params.slug ?? ''
  // Deferred first, so that it is on its way while the price is awaited.
  const reviews = api.products.reviews(slug)
  reviews.catch(() => undefined)
  // Delivery is the same for everybody; without it the page still sells.
  const [product, shipping] = await Promise.all([
    api.products.read(slug),
    api.products.shipping(slug).catch(() => []),
  ])
  // Whoever is nobody yet waits for nothing, and gets the page that everybody gets.
  const watched = (await session.read()) === null ? [] : api.watches.of(product.id).catch(() => [])
  const fromShop = api.products
    .list({ shop: product.shop.slug, limit: String(OTHERS) })
    .then((page) => page.items.filter((other) => other.id !== product.id).slice(0, OTHERS - 1))
    .catch(() => [])
  return data({
    title: messagesIn(locale).site.titled(product.title),
    description: inOneLine(product.description),
    now: Date.now(),
    product,
    shipping,
    reviews,
    fromShop,
    watched: (await watched).map(({ kind, variantId }) => ({ kind, variantId })),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const [picture] = args.data?.product.images ?? []
  const head = publicPage(args, {
    ...args.data,
    kind: 'product',
    picture: picture === undefined ? null : { path: picture.url, size: WHOLE_PICTURE },
  })
  // The picture is what a shopper waits for: asked for before the page is read to where it stands.
  return picture === undefined ? head : [...head, preload(picture.url)]
}

const preload = (src: string) => ({
  tagName: 'link' as const,
  rel: 'preload' as const,
  as: 'image',
  href: src,
  imageSrcSet: sizesOf(src),
  imageSizes: GALLERY_SIZES,
  fetchpriority: 'high',
})

/** Choosing a variant changes the address only; the page already knows every variant. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) =>
  formMethod === undefined &&
  currentUrl.pathname === nextUrl.pathname &&
  currentUrl.search !== nextUrl.search
    ? false
    : defaultShouldRevalidate

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const variantId = String(form.get('variantId') ?? '')
  if (variantId === '') return data({ added: 0, problem: VARIANT_MISSING }, { status: 400 })
  const quantity = readQuantity(form.get('quantity') ?? '1') ?? 0
  if (quantity === 0) return data({ added: 0, problem: WRONG_QUANTITY }, { status: 400 })
  const added = await settleAll(context.api.cart.add({ variantId, quantity }))
  if (!added.ok) {
    const { code, status } = added.problem
    return data({ added: 0, problem: code, left: availableIn(added.problem) }, { status })
  }
  if (form.get('intent') === 'buy') throw redirect(localePath(context.locale, '/checkout'))
  return data({ added: quantity, problem: null })
}

/** Without a network the page stays, with what was chosen in it, and says that it did not work. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>()
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown
    return { added: 0, problem: 'unknown' }
  }
}

export default function ProductPage() {
  const {
    now,
    product: made,
    shipping,
    reviews,
    fromShop,
    watched,
  } = useLoaderData<typeof loader>()
  const product = useLeft(made)
  const browse = useTexts(browseTexts)
  const site = useTexts(siteTexts)
  const place = usePlace()
  const [params] = useSearchParams()
  const asked = params.get('variant')
  const variant = chosenVariant(product.variants, asked)
  const category = product.category
  const way = [{ to: `/c/${category.slug}`, name: category.name }]
  const whole = [...way, { to: `/p/${product.slug}`, name: product.title }]
  const things = (at: Place) => [
    productThing(at, product, ({ flash }) => flashNow(flash, now)),
    trailThing(at, site.home, whole),
  ]
  return (
    <div className="page">
      <JsonLd things={place ? things(place) : []} />
      <Breadcrumb trail={way} here={product.title} />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,29fr)_minmax(0,30fr)] lg:gap-8">
        <Gallery images={product.images.map((image) => image.url)} title={product.title} />
        <BuyBox
          now={now}
          product={product}
          variant={variant}
          astray={asked !== null && variant !== undefined && variant.id !== asked}
          shipping={shipping}
          watched={watched}
        />
      </div>
      <ShopStrip shop={product.shop} productId={product.id} />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_23.25rem] lg:items-start">
        <div className="stack gap-6">
          <section className="card p-4">
            <h2 className="mb-2">{browse.about}</h2>
            <p className="max-w-read whitespace-pre-line text-base">
              {withUnits(product.description)}
            </p>
            <Spec product={product} variant={variant} />
          </section>
          <section className="card p-4" aria-labelledby="reviews">
            <h2 id="reviews" className="mb-2">
              {browse.reviewsTitle}
            </h2>
            <Suspense fallback={<ReviewsLoading />}>
              <Await resolve={reviews} errorElement={<ReviewsFailed />}>
                {(page) => <Reviews reviews={page.items} />}
              </Await>
            </Suspense>
          </section>
        </div>
        <Suspense
          fallback={
            <div className="lg:[--grid-cards:2]">
              <ProductGridSkeleton count={OTHERS - 1} />
            </div>
          }
        >
          <Await resolve={fromShop}>
            {(others) =>
              others.length === 0 ? null : (
                <section>
                  <h2 className="mb-2.5">{browse.fromShop}</h2>
                  <ul className="card-grid lg:[--grid-cards:2]">
                    {others.map((other) => (
                      <ProductCard key={other.id} product={other} />
                    ))}
                  </ul>
                </section>
              )
            }
          </Await>
        </Suspense>
      </div>
    </div>
  )
}

type SpecProps = { product: Product; variant: Variant | undefined }

/** What is known of it, a fact a row. */
function Spec({ product, variant }: SpecProps) {
  const browse = useTexts(browseTexts)
  const { category, brand, shop } = product
  const rows: [name: string, value: ReactNode][] = [
    [
      browse.category,
      <Link
        key="category"
        to={`/c/${category.slug}`}
        className="text-link tap-link min-w-11 justify-end"
      >
        {category.name}
      </Link>,
    ],
    ...(brand === null
      ? []
      : [
          [
            browse.brand,
            <Link
              key="brand"
              to={`/c/all?brand=${brand.slug}`}
              className="text-link tap-link min-w-11 justify-end"
            >
              {brand.name}
            </Link>,
          ] satisfies [string, ReactNode],
        ]),
    ...(variant?.options ?? []).map(({ name, value }): [string, ReactNode] => [name, value]),
    ...(variant === undefined ? [] : [[browse.sku, variant.sku] satisfies [string, ReactNode]]),
    [
      browse.seller,
      <Link
        key="shop"
        to={`/s/${shop.slug}`}
        className="text-link tap-link min-w-11 justify-end text-right"
      >
        {shop.name}
      </Link>,
    ],
  ]
  return <Facts rows={rows} label={browse.spec} className="mt-4 grid gap-x-8 sm:grid-cols-2" />
}
