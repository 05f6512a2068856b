import { PackageX, Trash2, TrendingDown, TrendingUp, Zap } from 'lucide-react'
import { shortMoney } from '../format/money.ts'
import { MOST_A_LINE } from '../format/quantity.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import type { CartLine as Line, LineProblem } from '../shapes.ts'
import { Badge, type BadgeKind } from './badge.tsx'
import { flashOf } from './cart-counts.ts'
import { CartQuantity } from './cart-quantity.tsx'
import { FlashLine } from './flash-line.tsx'
import { Link } from './link.tsx'
import { Thumb } from './picture.tsx'
import { Price, WasPrice } from './price.tsx'
import { useTexts } from './use-locale.ts'

type CartLineProps = {
  line: Line
  /** Takes a press where scripts run; without it the form is sent. */
  onChange?: ((quantity: number) => void) | undefined
  /** Why the last change of it was refused. */
  refusal?: string | undefined
}

/** Where a line stands in the page. */
export const lineId = ({ variantId }: Line): string => `line-${variantId}`

/** One thing of a basket, with what changed about it since it was put in. */
export function CartLine({ line, onChange, refusal }: CartLineProps) {
  const cart = useTexts(cartTexts)
  const most = Math.min(line.available, MOST_A_LINE)
  const form = `change-${line.id}`
  const flash = flashOf(line)
  return (
    <li
      id={lineId(line)}
      tabIndex={-1}
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-line border-b p-4 focus-visible:-outline-offset-4"
    >
      {/* What Enter presses in the number: a form presses its first, which else would remove. */}
      <button type="submit" form={form} hidden />
      <LinePicture line={line} />
      <div className="min-w-0">
        <div className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <LineTitle line={line} />
          </div>
          <button
            type="submit"
            form={form}
            name="intent"
            value="remove"
            aria-label={cart.removeNamed(line.title || cart.untitled)}
            className="-my-2 -mr-3 grid size-11 flex-none place-items-center rounded-sm text-muted hover:bg-sunken"
            onClick={(event) => {
              if (onChange === undefined) return
              event.preventDefault()
              onChange(0)
            }}
          >
            <Trash2 size={18} strokeWidth={1.9} aria-hidden="true" />
          </button>
        </div>
        {line.problems.length === 0 ? null : (
          <p className="mt-1 flex flex-wrap gap-1">
            {line.problems.map((problem) => (
              <ProblemBadge key={problem} problem={problem} line={line} />
            ))}
          </p>
        )}
        <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
          <p>
            <Price satang={line.lineTotalSatang} size="m" sale={flash !== null} />{' '}
            {flash === null ? null : (
              <>
                <WasPrice
                  satang={line.listPriceSatang * line.quantity}
                  now={line.lineTotalSatang}
                />
                <FlashLine endsAt={flash.endsAt} />
              </>
            )}
            {line.quantity === 1 ? null : (
              <span className="block text-muted text-xs">
                {cart.each(shortMoney(line.unitPriceSatang), line.quantity)}
              </span>
            )}
          </p>
          <CartQuantity id={form} line={line} most={most} onChange={onChange} />
        </div>
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
        <Link to={addressOf(line)} className="-my-3 block py-3 hover:underline">
          {line.title}
        </Link>
      )}
      {options === '' ? null : <p className="text-muted text-xs">{options}</p>}
    </>
  )
}

const BADGES: Record<LineProblem, { kind: BadgeKind; icon: typeof PackageX }> = {
  unavailable: { kind: 'bad', icon: PackageX },
  out_of_stock: { kind: 'bad', icon: PackageX },
  not_enough_stock: { kind: 'warn', icon: PackageX },
  flash_beyond: { kind: 'warn', icon: Zap },
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
    flash_beyond: problems.flash_beyond(line.flash?.most ?? 0),
    price_up: problems.price_up(moved),
    price_down: problems.price_down(moved),
  }[problem]
  return <Badge {...BADGES[problem]}>{text}</Badge>
}
