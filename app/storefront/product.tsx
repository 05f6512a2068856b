import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import {
  Await,
  type ShouldRevalidateFunction,
  useLoaderData,
  useSearchParams,
} from '@remix-run/react'
import { Suspense } from 'react'
import { WHOLE_PICTURE } from '../../src/services/upload/schema.ts'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { GALLERY_SIZES, Gallery } from '../components/gallery.tsx'
import { sizesOf } from '../components/picture.tsx'
import { ProductCard } from '../components/product-card.tsx'
import { Reviews, ReviewsFailed, ReviewsLoading } from '../components/reviews.tsx'
import { ShopStrip } from '../components/shop-strip.tsx'
import { ProductGridSkeleton } from '../components/skeleton.tsx'
import { useMessages } from '../components/use-locale.ts'
import { chosenVariant } from '../components/variant-choice.ts'
import { localePath } from '../locale.ts'
import { messagesIn } from '../messages/index.ts'
import { settle } from '../problem.server.ts'
import { JsonLd } from '../seo/json-ld.tsx'
import { inOneLine } from '../seo/one-line.server.ts'
import { publicPage } from '../seo/page-meta.ts'
import { type Place, productThing, trailThing } from '../seo/things.ts'
import { usePlace } from '../seo/use-place.ts'
import { BuyBox, MOST_A_LINE } from './buy-box.tsx'

const OTHERS = 5

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { api, locale } = context
  const slug = params.slug ?? ''
  // Deferred first, so that it is on its way while the price is awaited.
  const reviews = api.products.reviews(slug)
  reviews.catch(() => undefined)
  const product = await api.products.read(slug)
  const fromShop = api.products
    .list({ shop: product.shop.slug, limit: String(OTHERS) })
    .then((page) => page.items.filter((other) => other.id !== product.id).slice(0, OTHERS - 1))
    .catch(() => [])
  return data({
    title: messagesIn(locale).site.titled(product.title),
    description: inOneLine(product.description),
    product,
    reviews,
    fromShop,
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
  formMethod === undefined && currentUrl.pathname === nextUrl.pathname
    ? false
    : defaultShouldRevalidate

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const variantId = String(form.get('variantId') ?? '')
  const typed = Number.parseInt(String(form.get('quantity') ?? '1'), 10) || 1
  const quantity = Math.min(MOST_A_LINE, Math.max(1, typed))
  const added = await settle(context.api.cart.add(variantId, quantity))
  if (!added.ok) {
    return data({ added: 0, problem: added.problem.code }, { status: added.problem.status })
  }
  if (form.get('intent') === 'buy') throw redirect(localePath(context.locale, '/checkout'))
  return data({ added: quantity, problem: null })
}

export default function ProductPage() {
  const { product, reviews, fromShop } = useLoaderData<typeof loader>()
  const { browse, site } = useMessages()
  const place = usePlace()
  const [params] = useSearchParams()
  const variant = chosenVariant(product.variants, params.get('variant'))
  const category = product.category
  const way = [{ to: `/c/${category.slug}`, name: category.name }]
  const whole = [...way, { to: `/p/${product.slug}`, name: product.title }]
  const things = (at: Place) => [productThing(at, product), trailThing(at, site.home, whole)]
  return (
    <div className="page">
      <JsonLd things={place ? things(place) : []} />
      <Breadcrumb trail={way} here={product.title} />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,29fr)_minmax(0,30fr)] lg:gap-8">
        <Gallery images={product.images.map((image) => image.url)} title={product.title} />
        <BuyBox product={product} variant={variant} />
      </div>
      <ShopStrip shop={product.shop} />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_23.25rem] lg:items-start">
        <div className="stack gap-6">
          <section className="card p-4">
            <h2 className="mb-2">{browse.about}</h2>
            <p className="max-w-read whitespace-pre-line text-base">{product.description}</p>
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
