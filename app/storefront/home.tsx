import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { useLoaderData } from '@remix-run/react'
import { CreditCard, HandCoins, Radio, ShieldCheck } from 'lucide-react'
import { LinkButton } from '../components/button.tsx'
import { Link } from '../components/link.tsx'
import { Picture } from '../components/picture.tsx'
import { ProductCard } from '../components/product-card.tsx'
import { useLocale, useMessages } from '../components/use-locale.ts'
import { formatToday } from '../format/date.ts'
import { shortMoney } from '../format/money.ts'
import { messagesIn } from '../messages/index.ts'
import { JsonLd } from '../seo/json-ld.tsx'
import { publicPage } from '../seo/page-meta.ts'
import { marketThings } from '../seo/things.ts'
import { usePlace } from '../seo/use-place.ts'
import type { ProductCard as Card, Category } from '../shapes.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { api, locale } = context
  const [newest, bestSelling, categories] = await Promise.all([
    api.products.list({ sort: 'newest', limit: '12' }),
    api.products.list({ sort: 'best-selling', inStock: 'true', limit: '6' }),
    api.categories(),
  ])
  const { site } = messagesIn(locale)
  return data({
    title: `${site.name} · ${messagesIn(locale).browse.heroTitle.join(' ')}`,
    description: site.description,
    now: Date.now(),
    newest: newest.items,
    bestSelling: bestSelling.items,
    categories,
  })
}

export const meta: MetaFunction<typeof loader> = (args) => publicPage(args, { ...args.data })

export default function Home() {
  const { now, newest, bestSelling, categories } = useLoaderData<typeof loader>()
  const { browse, site } = useMessages()
  const place = usePlace()
  return (
    <>
      <JsonLd things={place ? marketThings(place, site.name, site.description) : []} />
      <Hero now={now} products={bestSelling.slice(0, 3)} />
      <Promises />
      <div className="page">
        <Rail
          title={browse.bestSelling}
          to="/c/all?sort=best-selling"
          products={bestSelling}
          eager
        />
        <Categories categories={categories} />
        <Rail title={browse.newest} to="/c/all" products={newest} />
      </div>
    </>
  )
}

function Hero({ now, products }: { now: number; products: Card[] }) {
  const { browse } = useMessages()
  const locale = useLocale()
  return (
    <section className="relative bg-forward text-forward-ink dark:bg-brand-deep dark:text-brand-ink">
      <div className="awning-brand hero-awning -mt-px" aria-hidden="true" />
      <div className="page grid gap-6 pt-5 pb-8 lg:grid-cols-[1fr_34rem] lg:items-center lg:pt-6 lg:pb-10">
        <div className="stack gap-3">
          <p className="font-display font-semibold text-sm">
            {browse.morning(formatToday(now, locale))}
          </p>
          <h1 className="max-w-160 text-[1.875rem]! leading-[1.35] lg:text-4xl! dark:text-forward">
            {browse.heroTitle.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </h1>
          <p className="max-w-140 text-base lg:text-lg">{browse.heroText}</p>
          <p className="pt-1">
            <LinkButton to="/c/all" size="lg">
              {browse.heroAction}
            </LinkButton>
          </p>
        </div>
        <Stand products={products} />
      </div>
    </section>
  )
}

/** A stand of what sells best, with its price tags. */
function Stand({ products }: { products: Card[] }) {
  return (
    <ul className="hidden grid-cols-3 gap-4 rounded-lg bg-brand p-4 lg:grid" data-surface="brand">
      {products.map((product) => (
        <li key={product.id}>
          <Link to={`/p/${product.slug}`} className="relative block">
            <span className="block overflow-hidden rounded-sm">
              <Picture src={product.imageUrl} alt="" sizes="165px" />
            </span>
            <span className="sr-only">{product.title}</span>
            <span className="absolute -bottom-2 left-1/2 -translate-x-1/2 -rotate-3 rounded-xs bg-white px-2 py-0.5 font-bold font-display text-base text-forward-ink shadow-lift">
              {shortMoney(product.priceSatang)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Promises() {
  const { browse } = useMessages()
  const icons = [ShieldCheck, HandCoins, CreditCard, Radio]
  return (
    <div className="border-line border-b bg-surface">
      <ul className="page grid grid-cols-2 gap-x-4 gap-y-3 py-3 lg:grid-cols-4">
        {browse.promises.map(([title, text], index) => {
          const Icon = icons[index] ?? ShieldCheck
          return (
            <li key={title} className="flex gap-2.5">
              <Icon
                size={20}
                strokeWidth={1.9}
                aria-hidden="true"
                className="mt-0.5 flex-none text-accent"
              />
              <span>
                <span className="block font-display font-semibold text-sm">{title}</span>
                <span className="block text-muted text-xs">{text}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type RailProps = { title: string; to: string; products: Card[]; eager?: boolean }

function Rail({ title, to, products, eager = false }: RailProps) {
  const { browse } = useMessages()
  if (products.length === 0) return null
  return (
    <section className="pt-section">
      <div className="mb-2.5 flex min-h-11 items-center justify-between gap-4">
        <h2>{title}</h2>
        <Link to={to} className="text-link tap-link">
          {browse.seeAll}
          <span className="sr-only">: {title}</span>
        </Link>
      </div>
      <ul className="card-grid">
        {products.map((product, index) => (
          // What a phone shows of it at first; the rest comes when it is near.
          <ProductCard key={product.id} product={product} eager={eager && index < 2} />
        ))}
      </ul>
    </section>
  )
}

function Categories({ categories }: { categories: Category[] }) {
  const { browse } = useMessages()
  if (categories.length === 0) return null
  return (
    <section className="pt-section">
      <h2 className="mb-2.5 flex min-h-11 items-center">{browse.byCategory}</h2>
      <ul className="grid grid-cols-2 gap-2.5 lg:grid-cols-4 lg:gap-4">
        {categories.map((category) => (
          <li key={category.id}>
            <Link
              to={`/c/${category.slug}`}
              prefetch="intent"
              className="card flex h-full items-center gap-3 overflow-hidden hover:shadow-lift"
            >
              <span className="w-16 flex-none self-stretch sm:w-24">
                <Picture src={category.imageUrl} alt="" className="h-full" />
              </span>
              <span className="min-w-0 py-2 pr-2">
                <span className="block font-display font-semibold text-[15px] leading-snug lg:text-lg">
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
