import { shortMoney } from '../format/money.ts'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import type { Stall } from '../shapes.ts'
import { ShopAvatar } from './avatar.tsx'
import { Link } from './link.tsx'
import { Picture } from './picture.tsx'
import { Rating } from './rating.tsx'
import { Awning, stallOf } from './stall.tsx'
import { useTexts } from './use-locale.ts'

/** A shop as one walks past: its awning, its name, and three of its things with what they cost. */
export function StallCard({ shop }: { shop: Stall }) {
  const stall = stallOf(shop.id)
  const stalls = useTexts(stallsTexts)
  return (
    <article className="card relative flex h-full flex-col overflow-hidden transition-shadow hover:shadow-lift">
      <Awning stall={stall} />
      <div className="flex flex-1 flex-col gap-3 p-3.5 pt-2.5">
        <div className="flex items-center gap-3">
          <ShopAvatar name={shop.name} stall={stall} />
          <div className="min-w-0">
            <h3 className="truncate text-base">
              <Link
                to={`/s/${shop.slug}`}
                prefetch="intent"
                className="after:absolute after:inset-0 after:content-['']"
              >
                {shop.name}
              </Link>
            </h3>
            <p className="flex gap-x-2 text-muted text-xs">
              {shop.reviewCount === 0 ? null : (
                <Rating rating={shop.rating} count={shop.reviewCount} />
              )}
              <span className="truncate">{shop.province}</span>
            </p>
          </div>
        </div>
        <ul className="mt-auto grid grid-cols-3 gap-2">
          {shop.products.map((product) => (
            <li key={product.id} className="min-w-0">
              <span className="block overflow-hidden rounded-sm">
                <Picture
                  src={product.imageUrl}
                  alt={product.title}
                  sizes="(min-width: 1024px) 110px, 84px"
                />
              </span>
              <span className="price block truncate pt-1 font-bold text-sm tabular-nums">
                {shortMoney(product.priceSatang)}
              </span>
            </li>
          ))}
        </ul>
        {shop.products.length > 0 ? null : (
          <p className="text-muted text-xs">{stalls.pieces(shop.productCount)}</p>
        )}
      </div>
    </article>
  )
}
