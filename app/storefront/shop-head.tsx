import { HandCoins, MapPin, MessageCircle } from 'lucide-react'
import { ShopAvatar } from '../components/avatar.tsx'
import { LinkButton } from '../components/button.tsx'
import { Facts } from '../components/facts.tsx'
import { Link } from '../components/link.tsx'
import { Picture } from '../components/picture.tsx'
import { Rating } from '../components/rating.tsx'
import { stallClass, stallOf } from '../components/stall.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { shortCount } from '../format/count.ts'
import { formatDate } from '../format/date.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import type { Shop } from '../shapes.ts'

type ShopHeadProps = { shop: Shop; best: { id: string; imageUrl: string | null }[] }

/** The stall itself: its awning across the page, its best things on show, and whose it is. */
export function ShopHead({ shop, best }: ShopHeadProps) {
  const browse = useTexts(browseTexts)
  const stalls = useTexts(stallsTexts)
  const locale = useLocale()
  const stall = stallOf(shop.id)
  return (
    <section aria-label={shop.name} className={`shop-cover ${stallClass(stall)}`}>
      <div className="awning awning-wide" aria-hidden="true" />
      <div className="page flex items-center gap-4 pt-4 pb-5">
        <div className="flex min-w-0 flex-1 items-start gap-3">
          <ShopAvatar name={shop.name} stall={stall} />
          <div className="min-w-0">
            <h1 className="[overflow-wrap:anywhere]">{shop.name}</h1>
            <p className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
              {shop.reviewCount === 0 ? null : (
                <span className="inline-flex items-center gap-1.5">
                  <Rating rating={shop.rating} count={shop.reviewCount} />
                  {browse.reviews(shop.reviewCount)}
                </span>
              )}
              <Link
                to={`/c/all?province=${shop.provinceSlug}`}
                prefetch="intent"
                className="-my-3 inline-flex min-h-11 items-center gap-1 hover:underline"
              >
                <MapPin size={14} aria-hidden="true" />
                {shop.province}
              </Link>
              {shop.soldCount === 0 ? null : (
                <span>{browse.sold(shortCount(shop.soldCount, browse.thousand))}</span>
              )}
              {shop.acceptsCod ? (
                <span className="inline-flex items-center gap-1">
                  <HandCoins size={14} aria-hidden="true" />
                  {browse.takesCod}
                </span>
              ) : null}
              <span>{browse.openedIn(formatDate(shop.joinedAt, locale))}</span>
            </p>
            <LinkButton
              to={`/messages/new?shop=${shop.id}`}
              kind="quiet"
              icon={MessageCircle}
              className="mt-3"
            >
              {stalls.ask}
            </LinkButton>
          </div>
        </div>
        <ul className="hidden flex-none gap-3 md:flex" aria-hidden="true">
          {best.map(({ id, imageUrl }) => (
            <li key={id} className="w-28 overflow-hidden rounded-md shadow-card lg:w-32">
              <Picture src={imageUrl} alt="" sizes="128px" />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** Who sells here, as far as the market knows and may say. */
export function AboutShop({ shop }: { shop: Shop }) {
  const stalls = useTexts(stallsTexts)
  const locale = useLocale()
  const { rating, reviewCount } = shop
  const rows: [name: string, value: React.ReactNode][] = [
    [stalls.aboutName, shop.name],
    [stalls.aboutProvince, shop.province],
    [stalls.aboutJoined, formatDate(shop.joinedAt, locale)],
    [stalls.aboutGoods, stalls.pieces(shop.productCount)],
    [stalls.aboutSold, stalls.pieces(shop.soldCount)],
    ...(reviewCount === 0
      ? []
      : [
          [
            stalls.aboutRating,
            <Rating key="rating" rating={rating} count={reviewCount} />,
          ] satisfies [string, React.ReactNode],
        ]),
    [stalls.aboutCod, shop.acceptsCod ? stalls.yes : stalls.no],
  ]
  return (
    <section className="card p-4 lg:grid lg:grid-cols-2 lg:gap-10 lg:p-6" aria-label={stalls.about}>
      <p className="whitespace-pre-line text-base">{shop.description}</p>
      <Facts rows={rows} className="mt-4 lg:mt-0" />
    </section>
  )
}
