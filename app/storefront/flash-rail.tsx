import { Zap } from 'lucide-react'
import { FlashCard } from '../components/flash-card.tsx'
import { FlashClock } from '../components/flash-clock.tsx'
import { isOn } from '../components/flash-price.ts'
import { useClock } from '../components/use-clock.ts'
import { useReadAgain } from '../components/use-read-again.ts'
import type { FlashSale } from '../shapes.ts'

/** As many as fill a row of a wide page. */
const SHOWN = 6

type FlashRailProps = {
  /** The slot that ran when the page was made, if any, and the next one. */
  sales: FlashSale[]
  now: number
}

/** What is sold in a flash sale now; between two, when the next one begins. A strip on a phone. */
export function FlashRail({ sales, now: madeAt }: FlashRailProps) {
  const now = useClock(madeAt)
  // A page that was kept for a while may know a slot that is over: the next one stands in its place.
  const left = sales.filter(({ endsAt }) => now < Date.parse(endsAt))
  const sale = left[0]
  const on = sale !== undefined && isOn(sale, now)
  // Once the slot that ran is over, or the one ahead begins: its counts are not those of the page.
  const [first] = sales
  useReadAgain(first !== undefined && isOn(first, madeAt) !== isOn(first, now))
  if (sale === undefined || sale.items.length === 0) return null
  return (
    <section className="pt-section" aria-labelledby="flash">
      <div className="mb-2.5 flex min-h-11 flex-wrap items-center gap-x-3.5 gap-y-1">
        <h2 id="flash" className="flex items-center gap-1.5">
          <Zap size={20} strokeWidth={1.9} aria-hidden="true" className="flex-none text-sale" />
          {sale.title}
        </h2>
        <FlashClock until={on ? sale.endsAt : sale.startsAt} now={now} ahead={!on} boxed />
      </div>
      <ul className="strip -mx-(--spacing-gutter) flex snap-x gap-2.5 overflow-x-auto px-(--spacing-gutter) pb-1 [scrollbar-width:none] lg:mx-0 lg:grid lg:grid-cols-6 lg:gap-4 lg:overflow-visible lg:px-0">
        {sale.items.slice(0, SHOWN).map((item) => (
          <FlashCard key={item.id} item={item} ahead={!on} />
        ))}
      </ul>
    </section>
  )
}
