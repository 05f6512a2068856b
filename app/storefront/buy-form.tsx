import { Form, useActionData, useNavigate, useNavigation } from '@remix-run/react'
import { ShoppingBasket } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Badge } from '../components/badge.tsx'
import { Button } from '../components/button.tsx'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { Quantity } from '../components/quantity.tsx'
import { showToast } from '../components/toast-store.ts'
import { usePath, useTexts } from '../components/use-locale.ts'
import { MOST_A_LINE, WRONG_QUANTITY } from '../format/quantity.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import type { Messages } from '../messages/index.ts'
import { product as browseTexts } from '../messages/product.ts'
import type { Variant } from '../shapes.ts'

/** Below this many the page says how few are left. */
const FEW = 10
/** A form without a variant: a stale page, or one that was tampered with. */
export const VARIANT_MISSING = 'variant_missing'

/** What the page's action answers. */
export type AddResult = {
  added: number
  problem: string | null
  /** How many there are, where that is why. */
  left?: number | null
}

type BuyFormProps = {
  variant: Variant
  /** The page has said already that nothing of it is left. */
  told?: boolean
}

/** How many, and into the basket or straight to the checkout. */
export function BuyForm({ variant, told = false }: BuyFormProps) {
  const browse = useTexts(browseTexts)
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  const intent = busy ? navigation.formData?.get('intent') : undefined
  const soldOut = variant.available === 0
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  return (
    <Form
      method="post"
      // On a phone nothing of it stands here then but the bar at the foot.
      className={soldOut && told ? 'contents lg:block' : 'stack gap-3'}
      preventScrollReset
    >
      <input type="hidden" name="variantId" value={variant.id} />
      {soldOut && told ? null : (
        <div className="flex flex-wrap items-center gap-3">
          {soldOut ? null : (
            <Quantity
              key={variant.id}
              id="quantity"
              name="quantity"
              max={Math.min(variant.available, MOST_A_LINE)}
            />
          )}
          <Stock available={variant.available} />
        </div>
      )}
      <div className="buy-bar fixed inset-x-0 bottom-0 z-(--z-bar) grid auto-cols-fr grid-flow-col gap-2 bg-surface px-(--spacing-gutter) py-2 shadow-bar lg:static lg:gap-3 lg:bg-transparent lg:p-0 lg:shadow-none">
        {soldOut ? null : (
          <Button
            type="submit"
            name="intent"
            value="add"
            kind="line"
            icon={ShoppingBasket}
            className="lg:min-h-control-lg"
            busy={intent === 'add' && browse.adding}
          >
            {browse.addToCart}
          </Button>
        )}
        <Button
          type="submit"
          name="intent"
          value="buy"
          kind="forward"
          className="lg:min-h-control-lg"
          disabled={soldOut}
          busy={intent === 'buy' && browse.adding}
        >
          {soldOut ? browse.soldOutLong : browse.buyNow}
        </Button>
      </div>
      {/* Gone while busy, so that the same answer twice is shown and said twice. */}
      {busy ? null : <Result alive={alive} />}
    </Form>
  )
}

/** A toast where scripts run (`alive`), else a note in the page; what went wrong stays in the page either way. */
function Result({ alive }: { alive: boolean }) {
  const browse = useTexts(browseTexts)
  const errors = useTexts(errorsTexts)
  const result = useActionData<AddResult>()
  const navigate = useNavigate()
  const path = usePath()
  useEffect(() => {
    if (result?.problem !== null) return
    const action = { label: browse.viewCart, run: () => navigate(path('/cart')) }
    showToast({ text: browse.added(result.added), action })
    // One toast an answer: the texts and the way do not change between two of them.
  }, [result])
  if (result === undefined) return null
  if (result.problem !== null) {
    return (
      <div className="above-bar">
        <Note kind="bad" role="alert">
          {whyNot(result, { browse, errors })}
        </Note>
      </div>
    )
  }
  if (alive) return null
  return (
    <div className="above-bar">
      <Note kind="ok" role="status">
        {browse.added(result.added)} ·{' '}
        <Link to="/cart" className="text-link underline">
          {browse.viewCart}
        </Link>
      </Note>
    </div>
  )
}

type Texts = { browse: Messages['product']; errors: Messages['errors'] }

function whyNot({ problem, left }: AddResult, { browse, errors }: Texts): string {
  if (problem === VARIANT_MISSING) return browse.variantMissing
  if (problem === WRONG_QUANTITY) return errors.quantity
  if (typeof left === 'number' && left > 0) return browse.onlyLeft(left)
  return sentence(errors, problem ?? '')
}

function Stock({ available }: { available: number }) {
  const browse = useTexts(browseTexts)
  if (available === 0) return <Badge kind="bad">{browse.soldOutLong}</Badge>
  if (available <= 3) return <Badge kind="warn">{browse.lastOnes(available)}</Badge>
  return (
    <span className={available < FEW ? 'font-semibold text-warning' : 'text-muted'}>
      {available < FEW ? browse.left(available) : browse.inStock}
    </span>
  )
}
