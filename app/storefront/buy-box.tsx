import { MapPin } from 'lucide-react'
import { LinkButton } from '../components/button.tsx'
import { Delivery } from '../components/delivery.tsx'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { Rating } from '../components/rating.tsx'
import { useTexts } from '../components/use-locale.ts'
import { type Choice, optionGroups } from '../components/variant-choice.ts'
import { shortCount } from '../format/count.ts'
import { shortMoney } from '../format/money.ts'
import { withUnits } from '../format/units.ts'
import { product as browseTexts } from '../messages/product.ts'
import type { Product, ShippingOffer, Variant } from '../shapes.ts'
import { BuyForm } from './buy-form.tsx'
import { PricePanel } from './price-panel.tsx'
import { type Watched, WatchForm } from './watch-form.tsx'

type BuyBoxProps = {
  /** When the page was made. */
  now: number
  product: Product
  variant: Variant | undefined
  /** The address names a variant that is not sold. */
  astray: boolean
  shipping: ShippingOffer[]
  /** What of the product the visitor waits for. */
  watched: Watched[]
}

export function BuyBox({ now, product, variant, astray, shipping, watched }: BuyBoxProps) {
  const browse = useTexts(browseTexts)
  const someLeft = product.variants.some(({ available }) => available > 0)
  return (
    <div className="grid content-start gap-4">
      <Title product={product} />
      {astray ? <Note kind="warn">{browse.variantGone}</Note> : null}
      {variant === undefined ? null : (
        <>
          <PricePanel variant={variant} now={now} />
          <Options product={product} variant={variant} />
        </>
      )}
      {someLeft ? null : <SoldOut shop={product.shop.slug} kinds={product.variants.length} />}
      {variant === undefined ? null : <BuyForm variant={variant} told={!someLeft} />}
      {variant === undefined ? null : (
        <WatchForm product={product} variant={variant} watched={watched} />
      )}
      <Delivery province={product.shop.province} offers={someLeft ? shipping : []} />
    </div>
  )
}

function Title({ product }: { product: Product }) {
  const browse = useTexts(browseTexts)
  return (
    <div>
      <h1 className="[overflow-wrap:anywhere]">{withUnits(product.title)}</h1>
      <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
        {product.reviewCount === 0 ? null : (
          <span className="inline-flex items-center gap-1.5">
            <Rating rating={product.rating} count={product.reviewCount} />
            <a href="#reviews" className="inline-flex min-h-11 items-center underline">
              {browse.reviews(product.reviewCount)}
            </a>
          </span>
        )}
        {product.soldCount === 0 ? null : (
          <span>{browse.sold(shortCount(product.soldCount, browse.thousand))}</span>
        )}
        <Link
          to={`/c/all?province=${product.shop.provinceSlug}`}
          prefetch="intent"
          className="inline-flex min-h-11 items-center gap-1 hover:underline"
        >
          <MapPin size={14} aria-hidden="true" />
          {browse.shipsFrom(product.shop.province)}
        </Link>
      </p>
    </div>
  )
}

/** Each value is a link to the variant it leads to: it works without scripts and can be shared. */
function Options({ product, variant }: { product: Product; variant: Variant }) {
  const browse = useTexts(browseTexts)
  return optionGroups(product.variants, variant).map((group) => (
    <nav key={group.name} aria-label={browse.chooseOption(group.name)}>
      <p className="mb-1.5">
        <span className="font-display font-semibold">{group.name}:</span>{' '}
        {group.choices.find((choice) => choice.chosen)?.value}
      </p>
      <ul className="flex flex-wrap gap-2">
        {group.choices.map((choice) => (
          <li key={choice.value}>
            <Option choice={choice} />
          </li>
        ))}
      </ul>
    </nav>
  ))
}

function Option({ choice }: { choice: Choice }) {
  const browse = useTexts(browseTexts)
  const { moreSatang: more } = choice
  if (choice.variantId === null) {
    return (
      <span className="option never">
        {choice.value}
        <small>{browse.optionNever}</small>
      </span>
    )
  }
  return (
    <Link
      to={`?variant=${choice.variantId}`}
      replace
      preventScrollReset
      className={`option ${choice.available ? '' : 'gone'}`}
      aria-current={choice.chosen ? 'true' : undefined}
    >
      {choice.value}
      {choice.available ? null : <span className="sr-only"> ({browse.optionGone})</span>}
      {more === 0 || choice.chosen ? null : (
        <small className="tabular-nums">
          {more > 0 ? browse.moreMoney(shortMoney(more)) : browse.lessMoney(shortMoney(-more))}
        </small>
      )}
    </Link>
  )
}

function SoldOut({ shop, kinds }: { shop: string; kinds: number }) {
  const browse = useTexts(browseTexts)
  return (
    <Note kind="info">
      <p>{kinds > 1 ? browse.soldOutAll : browse.soldOutText}</p>
      <p className="pt-2">
        <LinkButton to={`/s/${shop}`} kind="line" prefetch="intent">
          {browse.moreOfShop}
        </LinkButton>
      </p>
    </Note>
  )
}
