import { fullMoney } from '../format/money.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import type { Cart, CartLine as Line } from '../shapes.ts'
import { ShopAvatar } from './avatar.tsx'
import { CartLine } from './cart-line.tsx'
import { Link } from './link.tsx'
import { Awning, stallOf } from './stall.tsx'
import { useTexts } from './use-locale.ts'

type CartGroupProps = {
  group: Cart['groups'][number]
  onChange?: ((line: Line, quantity: number) => void) | undefined
  /** Why the last change of a line was refused, by variant. */
  refusalOf?: ((variantId: string) => string | undefined) | undefined
}

/** One shop's things under its awning. */
export function CartGroup({ group, onChange, refusalOf }: CartGroupProps) {
  const cart = useTexts(cartTexts)
  const { shop } = group
  const stall = stallOf(shop.id)
  return (
    <section className="card overflow-hidden" aria-label={shop.name}>
      <Awning stall={stall} />
      <div className="flex items-center gap-2.5 border-line border-b px-4 py-2">
        <ShopAvatar name={shop.name} stall={stall} small />
        <h2 className="min-w-0 flex-1 text-sm!">
          {shop.slug === '' ? (
            shop.name
          ) : (
            <Link to={`/s/${shop.slug}`} className="flex min-h-11 items-center hover:underline">
              <span className="line-clamp-2">{shop.name}</span>
            </Link>
          )}
        </h2>
        <span className="flex-none text-muted text-xs">{shop.province}</span>
      </div>
      <ul>
        {group.lines.map((line) => (
          <CartLine
            key={line.variantId}
            line={line}
            onChange={onChange === undefined ? undefined : (n) => onChange(line, n)}
            refusal={refusalOf?.(line.variantId)}
          />
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
