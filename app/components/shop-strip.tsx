import { MapPin, MessageCircle } from 'lucide-react'
import { formatDate } from '../format/date.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import type { Product } from '../shapes.ts'
import { ShopAvatar } from './avatar.tsx'
import { LinkButton } from './button.tsx'
import { Rating } from './rating.tsx'
import { Awning, stallOf } from './stall.tsx'
import { useLocale, useTexts } from './use-locale.ts'

/** Whose stall this is, under its awning. */
export function ShopStrip({ shop, productId }: { shop: Product['shop']; productId: string }) {
  const browse = useTexts(browseTexts)
  const stalls = useTexts(stallsTexts)
  const locale = useLocale()
  const stall = stallOf(shop.id)
  return (
    <section className="card mt-6 overflow-hidden" aria-label={shop.name}>
      <Awning stall={stall} />
      <div className="flex flex-wrap items-center gap-3 p-4">
        <ShopAvatar name={shop.name} stall={stall} />
        <div className="min-w-48 flex-1">
          <p className="font-display font-semibold text-base">{shop.name}</p>
          <p className="flex flex-wrap items-center gap-x-3 text-muted text-xs">
            {shop.reviewCount === 0 ? null : (
              <span className="inline-flex items-center gap-1.5">
                <Rating rating={shop.rating} count={shop.reviewCount} />
                {browse.reviews(shop.reviewCount)}
              </span>
            )}
            <span className="inline-flex items-center gap-1">
              <MapPin size={14} aria-hidden="true" />
              {shop.province}
            </span>
            <span>{browse.items(shop.productCount)}</span>
            <span>{stalls.since(formatDate(shop.joinedAt, locale))}</span>
          </p>
        </div>
        <LinkButton
          to={`/messages/new?shop=${shop.id}&product=${productId}`}
          kind="quiet"
          icon={MessageCircle}
          className="max-sm:flex-1"
        >
          {stalls.ask}
        </LinkButton>
        <LinkButton to={`/s/${shop.slug}`} kind="line" prefetch="intent" className="max-sm:flex-1">
          {browse.visitShop}
        </LinkButton>
      </div>
    </section>
  )
}
