import { PackageX } from 'lucide-react'
import { Badge } from '../components/badge.tsx'
import { flashLines } from '../components/cart-counts.ts'
import { Link } from '../components/link.tsx'
import { Thumb } from '../components/picture.tsx'
import { Swatch, stallOf } from '../components/stall.tsx'
import { StepCard } from '../components/step-card.tsx'
import { useTexts } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import type { Cart } from '../shapes.ts'
import type { Left } from './checkout-refused.ts'

type ReviewProps = {
  cart: Cart
  /** What there was less of than was wanted. */
  left: Left[]
}

export function ReviewSection({ cart, left }: ReviewProps) {
  const checkout = useTexts(checkoutTexts)
  const edit = (
    <Link to="/cart" className="text-link tap-link -my-2">
      {checkout.editCart}
    </Link>
  )
  return (
    <StepCard id="step-review" number={4} title={checkout.review} aside={edit}>
      <input type="hidden" name="goods" value={cart.totalSatang} />
      <input type="hidden" name="flash" value={flashLines(cart)} />
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-2">
        {cart.groups.flatMap(({ shop, lines }) =>
          lines.map((line) => (
            <li key={line.id} className="flex items-center gap-3 only:col-span-full">
              <Thumb src={line.imageUrl} size="s" />
              <span className="min-w-0 flex-1">
                <span className="block">
                  {line.title} ×{line.quantity}
                </span>
                <span className="flex gap-1.5 text-muted text-xs">
                  <span className="mt-1 flex flex-none">
                    <Swatch stall={stallOf(shop.id)} />
                  </span>
                  <span className="min-w-0">{shop.name}</span>
                </span>
                {left
                  .filter(({ variantId }) => variantId === line.variantId)
                  .map(({ variantId, available }) => (
                    <Badge key={variantId} kind="warn" icon={PackageX}>
                      {checkout.left(available)}
                    </Badge>
                  ))}
              </span>
              <span className="flex-none font-display tabular-nums">
                {fullMoney(line.lineTotalSatang)}
              </span>
            </li>
          )),
        )}
      </ul>
    </StepCard>
  )
}
