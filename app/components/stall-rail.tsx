import type { Stall } from '../shapes.ts'
import { SectionHead } from './section-head.tsx'
import { StallCard } from './stall-card.tsx'

/** Shops side by side; on a phone a strip that a thumb moves. */
export function StallRail({ title, shops }: { title: string; shops: Stall[] }) {
  if (shops.length === 0) return null
  return (
    <section className="pt-section">
      <SectionHead title={title} />
      <ul className="strip -mx-(--spacing-gutter) flex snap-x gap-2.5 overflow-x-auto px-(--spacing-gutter) pb-1 [scrollbar-width:none] lg:mx-0 lg:grid lg:grid-cols-3 lg:gap-4 lg:overflow-visible lg:px-0">
        {shops.map((shop) => (
          <li
            key={shop.id}
            className="w-[19rem] max-w-[82vw] flex-none snap-start scroll-ml-(--spacing-gutter) only:w-full only:max-w-none lg:w-auto lg:max-w-none"
          >
            <StallCard shop={shop} />
          </li>
        ))}
      </ul>
    </section>
  )
}
