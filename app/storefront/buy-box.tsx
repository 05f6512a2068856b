import { Form, useActionData, useNavigation } from '@remix-run/react'
import { MapPin, ShieldCheck, ShoppingBasket } from 'lucide-react'
import { Badge } from '../components/badge.tsx'
import { Button } from '../components/button.tsx'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { Price, WasPrice } from '../components/price.tsx'
import { Quantity } from '../components/quantity.tsx'
import { Rating } from '../components/rating.tsx'
import { useMessages } from '../components/use-locale.ts'
import { optionGroups } from '../components/variant-choice.ts'
import { shortCount } from '../format/count.ts'
import { shortMoney } from '../format/money.ts'
import { sentence } from '../messages/errors.ts'
import type { Product, Variant } from '../shapes.ts'

/** Below this many the page says how few are left. */
const FEW = 10
export const MOST_A_LINE = 99

/** What the page's action answers. */
export type AddResult = { added: number; problem: string | null }

type BuyBoxProps = { product: Product; variant: Variant | undefined }

export function BuyBox({ product, variant }: BuyBoxProps) {
  return (
    <div className="grid content-start gap-4">
      <Title product={product} />
      {variant === undefined ? null : (
        <>
          <PricePanel variant={variant} />
          <Options product={product} variant={variant} />
          <BuyForm variant={variant} />
        </>
      )}
      <Escrow />
    </div>
  )
}

function Title({ product }: { product: Product }) {
  const { browse } = useMessages()
  return (
    <div>
      <h1>{product.title}</h1>
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
        <span className="inline-flex items-center gap-1">
          <MapPin size={14} aria-hidden="true" />
          {browse.shipsFrom(product.shop.province)}
        </span>
      </p>
    </div>
  )
}

function PricePanel({ variant }: { variant: Variant }) {
  const { browse } = useMessages()
  const { priceSatang, compareAtSatang } = variant
  const saved = (compareAtSatang ?? 0) - priceSatang
  return (
    <div className="card flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
      <Price satang={priceSatang} size="x" sale={saved > 0} />
      <WasPrice satang={compareAtSatang} now={priceSatang} />
      {saved > 0 ? <Badge kind="sale">{browse.cheaper(shortMoney(saved))}</Badge> : null}
      <span className="ml-auto text-muted text-xs">{browse.vatIncluded}</span>
    </div>
  )
}

/** Each value is a link to the variant it leads to: it works without scripts and can be shared. */
function Options({ product, variant }: { product: Product; variant: Variant }) {
  const { browse } = useMessages()
  return optionGroups(product.variants, variant).map((group) => (
    <nav key={group.name} aria-label={browse.chooseOption(group.name)}>
      <p className="mb-1.5">
        <span className="font-display font-semibold">{group.name}:</span>{' '}
        {group.choices.find((choice) => choice.chosen)?.value}
      </p>
      <ul className="flex flex-wrap gap-2">
        {group.choices.map((choice) => (
          <li key={choice.value}>
            <Link
              to={`?variant=${choice.variantId}`}
              replace
              preventScrollReset
              className={`option ${choice.available ? '' : 'gone'}`}
              aria-current={choice.chosen ? 'true' : undefined}
            >
              {choice.value}
              {choice.available ? null : <span className="sr-only"> ({browse.optionGone})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  ))
}

function BuyForm({ variant }: { variant: Variant }) {
  const { browse, errors } = useMessages()
  const result = useActionData<AddResult>()
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  const intent = busy ? navigation.formData?.get('intent') : undefined
  const soldOut = variant.available === 0
  return (
    <Form method="post" className="stack gap-3" preventScrollReset>
      <input type="hidden" name="variantId" value={variant.id} />
      <div className="flex flex-wrap items-center gap-3">
        <Quantity
          key={variant.id}
          id="quantity"
          name="quantity"
          max={Math.min(variant.available, MOST_A_LINE)}
        />
        <Stock available={variant.available} />
      </div>
      <div className="buy-bar fixed inset-x-0 bottom-0 z-(--z-bar) grid grid-cols-2 gap-2 bg-surface px-(--spacing-gutter) py-2 shadow-bar lg:static lg:gap-3 lg:bg-transparent lg:p-0 lg:shadow-none">
        <Button
          type="submit"
          name="intent"
          value="add"
          kind="line"
          icon={ShoppingBasket}
          className="lg:min-h-control-lg"
          disabled={soldOut}
          busy={intent === 'add' && browse.adding}
        >
          {browse.addToCart}
        </Button>
        <Button
          type="submit"
          name="intent"
          value="buy"
          kind="forward"
          className="lg:min-h-control-lg"
          disabled={soldOut}
          busy={intent === 'buy' && browse.adding}
        >
          {browse.buyNow}
        </Button>
      </div>
      {/* Gone while busy, so that the same answer twice is shown and said twice. */}
      {result === undefined || busy ? null : (
        <div className={`above-bar ${result.problem === null ? 'passing' : ''}`}>
          {result.problem === null ? (
            <Note kind="ok" role="status">
              {browse.added(result.added)} ·{' '}
              <Link to="/cart" className="text-link underline">
                {browse.viewCart}
              </Link>
            </Note>
          ) : (
            <Note kind="bad" role="alert">
              {sentence(errors, result.problem)}
            </Note>
          )}
        </div>
      )}
    </Form>
  )
}

function Stock({ available }: { available: number }) {
  const { browse } = useMessages()
  if (available === 0) return <Badge kind="bad">{browse.soldOutLong}</Badge>
  if (available <= 3) return <Badge kind="warn">{browse.lastOnes(available)}</Badge>
  return (
    <span className={available < FEW ? 'font-semibold text-warning' : 'text-muted'}>
      {available < FEW ? browse.left(available) : browse.inStock}
    </span>
  )
}

function Escrow() {
  const { browse } = useMessages()
  return (
    <div className="card flex gap-3 p-4">
      <ShieldCheck
        size={20}
        strokeWidth={1.9}
        aria-hidden="true"
        className="mt-0.5 flex-none text-accent"
      />
      <p>
        <span className="block font-display font-semibold">{browse.escrowTitle}</span>
        <span className="text-muted text-xs">{browse.escrowText}</span>
      </p>
    </div>
  )
}
