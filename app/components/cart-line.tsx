import { Form } from '@remix-run/react'
import { PackageX, TrendingDown, TrendingUp } from 'lucide-react'
import type { MouseEvent } from 'react'
import { shortMoney } from '../format/money.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import type { CartLine as Line, LineProblem } from '../shapes.ts'
import { Badge, type BadgeKind } from './badge.tsx'
import { Link } from './link.tsx'
import { Thumb } from './picture.tsx'
import { Price } from './price.tsx'
import { StepButton, Stepper } from './stepper.tsx'
import { usePath, useTexts } from './use-locale.ts'

const MOST_A_LINE = 99

type CartLineProps = {
  line: Line
  /** Takes a press where scripts run; without it the form is sent. */
  onChange?: ((quantity: number) => void) | undefined
  /** Why the last change of it was refused. */
  refusal?: string | undefined
}

/** One thing of a basket, with what changed about it since it was put in. */
export function CartLine({ line, onChange, refusal }: CartLineProps) {
  const cart = useTexts(cartTexts)
  const most = Math.min(line.available, MOST_A_LINE)
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-line border-b p-4">
      <LinePicture line={line} />
      <div className="min-w-0">
        <LineTitle line={line} />
        {line.problems.length === 0 ? null : (
          <p className="mt-1 flex flex-wrap gap-1">
            {line.problems.map((problem) => (
              <ProblemBadge key={problem} problem={problem} line={line} />
            ))}
          </p>
        )}
        <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
          <p>
            <Price satang={line.lineTotalSatang} size="m" />
            {line.quantity === 1 ? null : (
              <span className="block text-muted text-xs">
                {cart.each(shortMoney(line.unitPriceSatang), line.quantity)}
              </span>
            )}
          </p>
          <QuantityForm line={line} most={most} onChange={onChange} />
        </div>
        {line.quantity === most ? (
          <p id={`most-${line.id}`} className="mt-1 text-right text-muted text-xs">
            {most === MOST_A_LINE ? cart.most(most) : cart.noMore(most)}
          </p>
        ) : null}
        {refusal === undefined ? null : (
          <p role="alert" className="mt-1 text-danger text-xs">
            {refusal}
          </p>
        )}
      </div>
    </li>
  )
}

const addressOf = ({ productSlug, variantId }: Line) => `/p/${productSlug}?variant=${variantId}`

/** The picture leads where the title does; the title alone is said and reached by keyboard. */
export function LinePicture({ line, size = 'l' }: { line: Line; size?: 'm' | 'l' }) {
  const thumb = <Thumb src={line.imageUrl} size={size} />
  if (line.productSlug === '') return thumb
  return (
    <Link to={addressOf(line)} tabIndex={-1} aria-hidden="true" className="flex self-start">
      {thumb}
    </Link>
  )
}

export function LineTitle({ line }: { line: Line }) {
  const cart = useTexts(cartTexts)
  const options = line.options.map((option) => option.value).join(' · ')
  return (
    <>
      {line.productSlug === '' ? (
        <p>{line.title === '' ? cart.untitled : line.title}</p>
      ) : (
        <Link to={addressOf(line)} className="-mt-2 flex min-h-11 items-center hover:underline">
          {line.title}
        </Link>
      )}
      {options === '' ? null : <p className="text-muted text-xs">{options}</p>}
    </>
  )
}

type QuantityFormProps = { line: Line; most: number; onChange: CartLineProps['onChange'] }

/** Two submit buttons: each carries the quantity it leads to, so it works without scripts as well. */
function QuantityForm({ line, most, onChange }: QuantityFormProps) {
  const cart = useTexts(cartTexts)
  const path = usePath()
  const full = line.quantity >= most
  const press = (quantity: number) => (event: MouseEvent) => {
    if (onChange === undefined) return
    event.preventDefault()
    onChange(quantity)
  }
  const less = Math.min(line.quantity - 1, most)
  return (
    <Form method="post" action={path('/cart')} preventScrollReset>
      <input type="hidden" name="lineId" value={line.id} />
      <Stepper label={cart.quantityOf(line.title)}>
        {line.quantity === 1 || most === 0 ? (
          <StepButton
            kind="remove"
            type="submit"
            name="intent"
            value="remove"
            label={cart.removeNamed(line.title)}
            onClick={press(0)}
          />
        ) : (
          <StepButton
            kind="less"
            type="submit"
            name="quantity"
            value={less}
            label={cart.lessOf(line.title)}
            onClick={press(less)}
          />
        )}
        <output className="min-w-8 text-center font-display font-semibold text-base tabular-nums">
          {line.quantity}
        </output>
        {/* Never disabled: a button that is takes the focus of whoever stands on it away. */}
        <StepButton
          kind="more"
          type="submit"
          name="quantity"
          value={line.quantity + 1}
          aria-disabled={full ? true : undefined}
          aria-describedby={full ? `most-${line.id}` : undefined}
          label={cart.moreOf(line.title)}
          onClick={full ? (event) => event.preventDefault() : press(line.quantity + 1)}
        />
      </Stepper>
    </Form>
  )
}

const BADGES: Record<LineProblem, { kind: BadgeKind; icon: typeof PackageX }> = {
  unavailable: { kind: 'bad', icon: PackageX },
  out_of_stock: { kind: 'bad', icon: PackageX },
  not_enough_stock: { kind: 'warn', icon: PackageX },
  price_up: { kind: 'warn', icon: TrendingUp },
  price_down: { kind: 'ok', icon: TrendingDown },
}

export function ProblemBadge({ problem, line }: { problem: LineProblem; line: Line }) {
  const { problems } = useTexts(cartTexts)
  const moved = shortMoney(Math.abs(line.unitPriceSatang - line.seenPriceSatang))
  const text = {
    unavailable: problems.unavailable,
    out_of_stock: problems.out_of_stock,
    not_enough_stock: problems.not_enough_stock(line.available),
    price_up: problems.price_up(moved),
    price_down: problems.price_down(moved),
  }[problem]
  return <Badge {...BADGES[problem]}>{text}</Badge>
}
