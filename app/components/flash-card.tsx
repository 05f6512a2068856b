import { withUnits } from '../format/units.ts'
import { flash as flashTexts } from '../messages/flash.ts'
import type { FlashItem } from '../shapes.ts'
import { NEARLY_GONE_PERCENT, takenPercent } from './flash-price.ts'
import { Link } from './link.tsx'
import { Picture } from './picture.tsx'
import { DiscountBurst, Price, WasPrice } from './price.tsx'
import { useTexts } from './use-locale.ts'

type FlashCardProps = {
  item: FlashItem
  /** Its slot is ahead: nothing is taken yet, and the price is not to be had yet. */
  ahead: boolean
}

/** A thing in a flash sale: its price, the one it has else, and how much of it is taken. */
export function FlashCard({ item, ahead }: FlashCardProps) {
  const { priceSatang, listPriceSatang } = item
  return (
    <li className="w-38 flex-none snap-start scroll-ml-(--spacing-gutter) lg:w-auto lg:min-w-0">
      <article className="card relative flex h-full flex-col overflow-hidden transition-shadow hover:shadow-lift">
        <Picture
          src={item.imageUrl}
          alt=""
          sizes="(min-width: 1280px) 190px, (min-width: 1024px) 15vw, 152px"
          className={item.left === 0 ? 'opacity-55' : ''}
        />
        <div className="absolute top-2 left-2">
          <DiscountBurst satang={listPriceSatang} now={priceSatang} />
        </div>
        <div className="flex flex-1 flex-col gap-1 px-2.5 pt-2 pb-2.5 lg:px-3 lg:pb-3">
          <h3 className="font-normal font-sans text-sm">
            <Link
              to={`/p/${item.productSlug}?variant=${item.variantId}`}
              prefetch="intent"
              className="block truncate after:absolute after:inset-0 after:content-['']"
            >
              {withUnits(item.title)}
            </Link>
          </h3>
          <p className="flex flex-wrap items-baseline gap-x-1.5">
            <Price satang={priceSatang} sale />
            <WasPrice satang={listPriceSatang} now={priceSatang} />
          </p>
          <Stock item={item} ahead={ahead} />
        </div>
      </article>
    </li>
  )
}

function Stock({ item, ahead }: FlashCardProps) {
  const flash = useTexts(flashTexts)
  const percent = takenPercent(item)
  const nearly = percent >= NEARLY_GONE_PERCENT && item.left > 0
  const text = () => {
    if (ahead || percent === 0) return flash.fresh(item.left)
    if (item.left === 0) return flash.gone
    return nearly ? flash.nearlyGone : flash.taken(percent)
  }
  return (
    <div className="mt-auto">
      <div className="h-1.5 overflow-hidden rounded-full bg-sale-soft" aria-hidden="true">
        <div
          className="h-full rounded-full bg-sale"
          style={{ width: `${ahead ? 0 : Math.max(percent, 2)}%` }}
        />
      </div>
      <p className={`pt-1 text-xs ${nearly ? 'font-semibold text-sale' : 'text-muted'}`}>
        {text()}
      </p>
    </div>
  )
}
