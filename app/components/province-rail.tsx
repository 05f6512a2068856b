import { ChevronDown } from 'lucide-react'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import type { Province } from '../shapes.ts'
import { Link } from './link.tsx'
import { Picture } from './picture.tsx'
import { SectionHead } from './section-head.tsx'
import { useTexts } from './use-locale.ts'

/** As many as fill a row of a wide page and two of a phone. */
const SHOWN = 6

const pathOf = (province: Province) => `/c/all?province=${province.slug}`

/** Where things come from: the places with most shops as pictures, the others by name. */
export function ProvinceRail({ provinces }: { provinces: Province[] }) {
  const stalls = useTexts(stallsTexts)
  if (provinces.length === 0) return null
  const others = provinces.slice(SHOWN)
  return (
    <section className="pt-section">
      <SectionHead title={stalls.byProvince} text={stalls.byProvinceText} />
      <ul className="grid grid-cols-3 gap-2.5 lg:grid-cols-6 lg:gap-4">
        {provinces.slice(0, SHOWN).map((province) => (
          <li key={province.slug}>
            <Link
              to={pathOf(province)}
              prefetch="intent"
              className="card block h-full overflow-hidden transition-shadow hover:shadow-lift"
            >
              <Picture
                src={province.imageUrl}
                alt=""
                sizes="(min-width: 1280px) 190px, (min-width: 1024px) 15vw, 31vw"
                className="aspect-[5/4]!"
              />
              <span className="block px-2.5 py-2 lg:px-3">
                <span className="block truncate font-bold font-display text-[0.8125rem] leading-snug sm:text-base lg:text-lg">
                  {province.name}
                </span>
                <span className="block text-muted text-xs">{stalls.shops(province.shopCount)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <details className="group mt-2">
          <summary className="text-link tap-link [&::-webkit-details-marker]:hidden">
            {stalls.allProvinces(provinces.length)}
            <ChevronDown
              size={16}
              aria-hidden="true"
              className="transition-transform group-open:rotate-180"
            />
          </summary>
          <ul className="flex flex-wrap gap-2 pt-1">
            {others.map((province) => (
              <li key={province.slug}>
                <Link to={pathOf(province)} className="chip" prefetch="intent">
                  {province.name}
                  <span className="text-muted text-xs tabular-nums">{province.shopCount}</span>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
