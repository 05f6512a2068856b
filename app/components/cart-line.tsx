import { useFetcher } from '@remix-run/react'
import { PackageX, TrendingDown, TrendingUp } from 'lucide-react'
import { shortMoney } from '../format/money.ts'
import { sentence } from '../messages/errors.ts'
import type { CartLine as Line, LineProblem } from '../shapes.ts'
import { Badge, type BadgeKind } from './badge.tsx'
import { Link } from './link.tsx'
import { Thumb } from './picture.tsx'
import { Price } from './price.tsx'
import { StepButton, Stepper } from './stepper.tsx'
import { useMessages, usePath } from './use-locale.ts'

const MOST_A_LINE = 99

type Refusal = { problem: string | null }

/** One thing of a basket, with what changed about it since it was put in. */
export function CartLine({ line }: { line: Line }) {
  const { cart, errors } = useMessages()
  const fetcher = useFetcher<Refusal>({ key: `line-${line.id}` })
  const busy = fetcher.state !== 'idle'
  const refused = busy ? null : fetcher.data?.problem
  const options = line.options.map((option) => option.value).join(' · ')
  return (
    <li
      className={`grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-line border-b p-4 ${busy ? 'opacity-60' : ''}`}
      aria-busy={busy}
    >
      <Thumb src={line.imageUrl} size="l" />
      <div className="min-w-0">
        {line.productSlug === '' ? (
          <p>{line.title}</p>
        ) : (
          <Link
            to={`/p/${line.productSlug}?variant=${line.variantId}`}
            className="-mt-2 flex min-h-11 items-center hover:underline"
          >
            {line.title}
          </Link>
        )}
        {options === '' ? null : <p className="text-muted text-xs">{options}</p>}
        {line.problems.length === 0 ? null : (
          <p className="mt-1 flex flex-wrap gap-1">
            {line.problems.map((problem) => (
              <Problem key={problem} problem={problem} line={line} />
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
          <QuantityForm line={line} fetcher={fetcher} />
        </div>
        {refused ? (
          <p role="alert" className="mt-1 text-danger text-xs">
            {sentence(errors, refused)}
          </p>
        ) : null}
      </div>
    </li>
  )
}

type QuantityFormProps = { line: Line; fetcher: ReturnType<typeof useFetcher<Refusal>> }

/** Two submit buttons: each carries the quantity it leads to, so it works without scripts as well. */
function QuantityForm({ line, fetcher }: QuantityFormProps) {
  const { cart } = useMessages()
  const path = usePath()
  const most = Math.min(line.available, MOST_A_LINE)
  return (
    <fetcher.Form method="post" action={path('/cart')}>
      <input type="hidden" name="lineId" value={line.id} />
      <Stepper label={cart.quantityOf(line.title)}>
        {line.quantity === 1 || most === 0 ? (
          <StepButton
            kind="remove"
            type="submit"
            name="intent"
            value="remove"
            label={cart.removeNamed(line.title)}
          />
        ) : (
          <StepButton
            kind="less"
            type="submit"
            name="quantity"
            value={Math.min(line.quantity - 1, most)}
            label={cart.lessOf(line.title)}
          />
        )}
        <output className="min-w-8 text-center font-display font-semibold text-base tabular-nums">
          {line.quantity}
        </output>
        <StepButton
          kind="more"
          type="submit"
          name="quantity"
          value={line.quantity + 1}
          disabled={line.quantity >= most}
          label={cart.moreOf(line.title)}
        />
      </Stepper>
    </fetcher.Form>
  )
}

const BADGES: Record<LineProblem, { kind: BadgeKind; icon: typeof PackageX }> = {
  unavailable: { kind: 'bad', icon: PackageX },
  out_of_stock: { kind: 'bad', icon: PackageX },
  not_enough_stock: { kind: 'warn', icon: PackageX },
  price_up: { kind: 'warn', icon: TrendingUp },
  price_down: { kind: 'ok', icon: TrendingDown },
}

function Problem({ problem, line }: { problem: LineProblem; line: Line }) {
  const { problems } = useMessages().cart
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
