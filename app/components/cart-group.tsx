import { useFetcher } from '@remix-run/react'
import { Minus, PackageX, Plus, Trash2, TrendingDown, TrendingUp } from 'lucide-react'
import { fullMoney, shortMoney } from '../format/money.ts'
import { sentence } from '../messages/errors.ts'
import type { Cart, CartLine, LineProblem } from '../shapes.ts'
import { Link } from './link.tsx'
import { Thumb } from './picture.tsx'
import { Price } from './price.tsx'
import { Awning, ShopAvatar } from './stall.tsx'
import { useMessages, usePath } from './use-locale.ts'

const MOST_A_LINE = 99

/** One shop's things under its awning. */
export function CartGroup({ group, stall }: { group: Cart['groups'][number]; stall: number }) {
  const { cart } = useMessages()
  const { shop } = group
  return (
    <section className="card overflow-hidden" aria-label={shop.name}>
      <Awning stall={stall} />
      <div className="flex items-center gap-2.5 border-line border-b px-4 py-2">
        <ShopAvatar name={shop.name} stall={stall} small />
        <h2 className="min-w-0 flex-1 text-sm!">
          {shop.slug === '' ? (
            shop.name
          ) : (
            <Link to={`/s/${shop.slug}`} className="inline-flex min-h-11 items-center">
              {shop.name}
            </Link>
          )}
        </h2>
        <span className="text-muted text-xs">{shop.province}</span>
      </div>
      <ul>
        {group.lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 px-4 py-3">
        <span className="text-muted">{cart.shopTotal}</span>
        <span className="font-display font-semibold tabular-nums">
          {fullMoney(group.subtotalSatang)}
        </span>
      </p>
    </section>
  )
}

function Line({ line }: { line: CartLine }) {
  const { cart, errors } = useMessages()
  const fetcher = useFetcher<{ problem: string | null }>({ key: `line-${line.id}` })
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
        <p className="leading-relaxed">
          {line.productSlug === '' ? (
            line.title
          ) : (
            <Link to={`/p/${line.productSlug}?variant=${line.variantId}`}>{line.title}</Link>
          )}
        </p>
        {options === '' ? null : <p className="text-muted text-xs">{options}</p>}
        {line.problems.map((problem) => (
          <Problem key={problem} problem={problem} line={line} />
        ))}
        <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
          <p>
            <Price satang={line.lineTotalSatang} size="m" />
            {line.quantity === 1 ? null : (
              <span className="block text-muted text-xs">
                {cart.each(shortMoney(line.unitPriceSatang), line.quantity)}
              </span>
            )}
          </p>
          <Stepper line={line} fetcher={fetcher} />
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

type StepperProps = {
  line: CartLine
  fetcher: ReturnType<typeof useFetcher<{ problem: string | null }>>
}

/** Two submit buttons: each carries the quantity it leads to, so it works without scripts as well. */
function Stepper({ line, fetcher }: StepperProps) {
  const { cart } = useMessages()
  const path = usePath()
  const most = Math.min(line.available, MOST_A_LINE)
  const step = 'grid size-11 place-items-center rounded-sm disabled:text-line-strong'
  return (
    <fetcher.Form method="post" action={path('/cart')}>
      <input type="hidden" name="lineId" value={line.id} />
      <fieldset
        aria-label={cart.quantityOf(line.title)}
        className="flex h-11 items-center rounded-sm bg-surface shadow-[inset_0_0_0_1px_var(--color-line-strong)]"
      >
        {line.quantity === 1 || most === 0 ? (
          <button
            type="submit"
            name="intent"
            value="remove"
            className={step}
            aria-label={cart.removeNamed(line.title)}
          >
            <Trash2 size={18} strokeWidth={1.9} aria-hidden="true" />
          </button>
        ) : (
          <button
            type="submit"
            name="quantity"
            value={Math.min(line.quantity - 1, most)}
            className={step}
            aria-label={cart.lessOf(line.title)}
          >
            <Minus size={18} aria-hidden="true" />
          </button>
        )}
        <output className="min-w-8 text-center font-display font-semibold text-base tabular-nums">
          {line.quantity}
        </output>
        <button
          type="submit"
          name="quantity"
          value={line.quantity + 1}
          className={step}
          disabled={line.quantity >= most}
          aria-label={cart.moreOf(line.title)}
        >
          <Plus size={18} aria-hidden="true" />
        </button>
      </fieldset>
    </fetcher.Form>
  )
}

const BADGES: Record<LineProblem, { kind: string; icon: typeof PackageX }> = {
  unavailable: { kind: 'bad', icon: PackageX },
  out_of_stock: { kind: 'bad', icon: PackageX },
  not_enough_stock: { kind: 'warn', icon: PackageX },
  price_up: { kind: 'warn', icon: TrendingUp },
  price_down: { kind: 'ok', icon: TrendingDown },
}

function Problem({ problem, line }: { problem: LineProblem; line: CartLine }) {
  const { problems } = useMessages().cart
  const { kind, icon: Icon } = BADGES[problem]
  const moved = shortMoney(Math.abs(line.unitPriceSatang - line.seenPriceSatang))
  const text = {
    unavailable: problems.unavailable,
    out_of_stock: problems.out_of_stock,
    not_enough_stock: problems.not_enough_stock(line.available),
    price_up: problems.price_up(moved),
    price_down: problems.price_down(moved),
  }[problem]
  return (
    <p className={`badge ${kind} mt-1 mr-1`}>
      <Icon size={14} aria-hidden="true" />
      {text}
    </p>
  )
}
