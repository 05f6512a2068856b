import { ShieldCheck, Truck } from 'lucide-react'
import { shortMoney } from '../format/money.ts'
import { product as browseTexts } from '../messages/product.ts'
import type { ShippingOffer } from '../shapes.ts'
import { useTexts } from './use-locale.ts'

/**
 * The days of the fastest way that a shop offers, and the lowest price of any; null if it offers
 * nothing. Days are of one way: from the fastest of one to the slowest of another says nothing.
 */
export function deliveryOf(offers: readonly ShippingOffer[]) {
  const [fastest] = offers.toSorted(
    (a, b) => a.minDays - b.minDays || a.maxDays - b.maxDays || a.priceSatang - b.priceSatang,
  )
  if (fastest === undefined) return null
  return {
    minDays: fastest.minDays,
    maxDays: fastest.maxDays,
    fromSatang: Math.min(...offers.map(({ priceSatang }) => priceSatang)),
  }
}

type DeliveryProps = { province: string; offers: ShippingOffer[] }

/** When it comes, what that costs, and where the money waits meanwhile: beside the button, in short. */
export function Delivery({ province, offers }: DeliveryProps) {
  const browse = useTexts(browseTexts)
  const delivery = deliveryOf(offers)
  const icon = 'mt-0.5 flex-none text-accent'
  return (
    <div className="card stack gap-3 p-4">
      {delivery === null ? null : (
        <div className="flex gap-3">
          <Truck size={20} strokeWidth={1.9} aria-hidden="true" className={icon} />
          <div className="min-w-0 flex-1">
            <p className="font-display font-semibold">
              {(offers.length === 1 ? browse.sends : browse.sendsFastest)(
                browse.dayRange(delivery.minDays, delivery.maxDays),
              )}
            </p>
            <p className="text-muted text-xs">
              {browse.sendsFrom(province, shortMoney(delivery.fromSatang))}
            </p>
            {offers.length < 2 ? null : (
              <ul aria-label={browse.waysToSend} className="mt-1 text-muted text-xs">
                {offers.map((offer) => (
                  <li key={offer.id} className="flex flex-wrap gap-x-2">
                    <span className="min-w-0 flex-1">{offer.name}</span>
                    <span className="whitespace-nowrap tabular-nums">
                      {offer.estimate} · {shortMoney(offer.priceSatang)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      )}
      <div className="flex gap-3">
        <ShieldCheck size={20} strokeWidth={1.9} aria-hidden="true" className={icon} />
        <p className="text-balance">
          <span className="block font-display font-semibold">{browse.escrowTitle}</span>
          <span className="text-muted text-xs">{browse.escrowText}</span>
        </p>
      </div>
    </div>
  )
}
