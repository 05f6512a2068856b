import { Star } from 'lucide-react'
import type { ProductCard as Card } from '../shapes.ts'
import { Link } from './link.tsx'
import { Picture } from './picture.tsx'
import { DiscountBurst, Price, WasPrice } from './price.tsx'
import { FromShop } from './stall.tsx'
import { useMessages } from './use-locale.ts'

type CardProps = { product: Card; eager?: boolean; heading?: 'h2' | 'h3' }

export function ProductCard({ product, eager = false, heading: Heading = 'h3' }: CardProps) {
  const { browse } = useMessages()
  const { priceSatang, compareAtSatang } = product
  return (
    <li className="min-w-0">
      <article className="card relative flex h-full flex-col overflow-hidden transition-shadow hover:shadow-lift">
        <Picture
          src={product.imageUrl}
          alt=""
          eager={eager}
          className={product.inStock ? '' : 'opacity-55'}
        />
        <div className="absolute top-2 left-2">
          {product.inStock ? (
            <DiscountBurst satang={compareAtSatang} now={priceSatang} />
          ) : (
            <span className="badge">{browse.soldOut}</span>
          )}
        </div>
        <div className="flex flex-1 flex-col gap-1 px-2.5 pt-2 pb-2.5 lg:px-3 lg:pb-3">
          <Heading className="two-lines font-normal font-sans text-sm">
            <Link
              to={`/p/${product.slug}`}
              prefetch="intent"
              className="after:absolute after:inset-0 after:content-['']"
            >
              {product.title}
            </Link>
          </Heading>
          <p className="flex flex-wrap items-baseline gap-x-1.5">
            <Price
              satang={priceSatang}
              sale={compareAtSatang !== undefined && compareAtSatang > priceSatang}
            />
            <WasPrice satang={compareAtSatang} now={priceSatang} />
          </p>
          <p className="flex flex-wrap gap-x-1.5 text-2xs text-muted">
            {product.reviewCount === 0 ? null : (
              <Stars rating={product.rating} count={product.reviewCount} />
            )}
            {product.soldCount === 0 ? null : (
              <span>{browse.sold(shortCount(product.soldCount, browse.thousand))}</span>
            )}
          </p>
          <p className="mt-auto border-line border-t pt-1.5 text-2xs text-muted">
            <FromShop shop={product.shop} />
          </p>
        </div>
      </article>
    </li>
  )
}

export function Stars({ rating, count }: { rating: number; count: number }) {
  const { browse } = useMessages()
  const shown = rating.toFixed(1)
  return (
    <span className="inline-flex items-center gap-1 font-display font-semibold text-star">
      <Star size={13} fill="currentColor" stroke="none" aria-hidden="true" />
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{browse.ratingOf(shown, count)}</span>
    </span>
  )
}

/** 1,234 → "1.2 พัน"; small numbers as they are. */
export function shortCount(count: number, thousand: (n: string) => string): string {
  return count < 1000 ? String(count) : thousand((Math.floor(count / 100) / 10).toString())
}
