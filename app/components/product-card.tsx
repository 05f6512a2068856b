import { Zap } from 'lucide-react'
import { shortCount } from '../format/count.ts'
import { formatClock } from '../format/date.ts'
import { withUnits } from '../format/units.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import type { ProductCard as Card } from '../shapes.ts'
import { Badge } from './badge.tsx'
import { Link } from './link.tsx'
import { Picture } from './picture.tsx'
import { DiscountBurst, Price, WasPrice } from './price.tsx'
import { Rating } from './rating.tsx'
import { FromShop } from './stall.tsx'
import { useEnded } from './use-ended.ts'
import { useLocale, useTexts } from './use-locale.ts'

type CardProps = { product: Card; eager?: boolean; heading?: 'h2' | 'h3' }

export function ProductCard({ product, eager = false, heading: Heading = 'h3' }: CardProps) {
  const browse = useTexts(browseTexts)
  const over = useEnded(product.flash?.endsAt)
  const flash = over || product.flash?.left === 0 ? null : product.flash
  const priceSatang = Math.min(flash?.priceSatang ?? product.priceSatang, product.priceSatang)
  const compareAtSatang =
    priceSatang < product.priceSatang ? product.priceSatang : product.compareAtSatang
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
            <Badge>{browse.soldOut}</Badge>
          )}
        </div>
        <div className="flex flex-1 flex-col gap-1 px-2.5 pt-2 pb-2.5 lg:px-3 lg:pb-3">
          <Heading className="two-lines font-normal font-sans text-sm">
            <Link
              to={`/p/${product.slug}`}
              prefetch="intent"
              className="after:absolute after:inset-0 after:content-['']"
            >
              {withUnits(product.title)}
            </Link>
          </Heading>
          <p className="flex flex-wrap items-baseline gap-x-1.5">
            <Price
              satang={priceSatang}
              sale={compareAtSatang !== undefined && compareAtSatang > priceSatang}
            />
            <WasPrice satang={compareAtSatang} now={priceSatang} />
            {flash === null ? null : <FlashMark endsAt={flash.endsAt} />}
          </p>
          <p className="flex flex-wrap gap-x-1.5 text-2xs text-muted">
            {product.reviewCount === 0 ? null : (
              <Rating rating={product.rating} count={product.reviewCount} />
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

/** The hour at which the price ends stands beside it, so that a page that was kept says so too. */
function FlashMark({ endsAt }: { endsAt: string }) {
  const browse = useTexts(browseTexts)
  const locale = useLocale()
  return (
    <span className="inline-flex items-center gap-0.5 text-2xs text-sale">
      <Zap size={12} strokeWidth={1.9} aria-hidden="true" className="flex-none" />
      <span className="sr-only">{browse.flash} </span>
      {browse.flashUntil(formatClock(endsAt, locale))}
    </span>
  )
}
