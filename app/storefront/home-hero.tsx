import { CreditCard, HandCoins, Radio, ShieldCheck } from 'lucide-react'
import { LinkButton } from '../components/button.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { formatToday } from '../format/date.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import type { Province } from '../shapes.ts'

type HeroProps = { now: number; provinces: Province[] }

/** The stall at the entrance, with what the market is in two lines. */
export function Hero({ now, provinces }: HeroProps) {
  const browse = useTexts(browseTexts)
  const locale = useLocale()
  return (
    <section className="relative overflow-hidden bg-forward text-forward-ink dark:bg-brand-deep dark:text-brand-ink">
      <div className="awning-brand hero-awning -mt-px" aria-hidden="true" />
      <div className="page grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1.08fr)] lg:items-end lg:gap-6">
        <div className="stack gap-3 pt-4 lg:self-center lg:py-8">
          <p className="font-display font-semibold text-sm">
            {browse.marketDay(formatToday(now, locale))}
          </p>
          <h1 className="text-[1.875rem]! leading-[1.35] lg:text-4xl! dark:text-forward">
            {browse.heroTitle.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </h1>
          <p className="max-w-140 text-pretty text-base lg:text-balance lg:text-lg">
            {browse.heroText}
          </p>
          <p className="pt-1">
            <LinkButton to="/c/all" size="lg" prefetch="intent">
              {browse.heroAction}
            </LinkButton>
          </p>
        </div>
        <Stall provinces={provinces} />
      </div>
    </section>
  )
}

/** Goods on a counter that runs to the page's edge; its two signs count who is here today. */
function Stall({ provinces }: { provinces: Province[] }) {
  const stalls = useTexts(stallsTexts)
  const shops = provinces.reduce((sum, { shopCount }) => sum + shopCount, 0)
  const sign =
    'absolute grid place-items-center whitespace-nowrap font-display font-bold leading-none text-[clamp(0.75rem,3.4vw,1rem)] text-[#13231a]'
  return (
    <div className="hero-counter relative -mx-1.5 mt-1.5 lg:mx-0 lg:mt-4">
      <img src="/pictures/stall.svg" alt="" width={668} height={276} className="block w-full" />
      {shops === 0 ? null : (
        <>
          <span className={`${sign} top-[61.3%] left-[9.2%] h-[18.1%] w-[19.5%] -rotate-4`}>
            {stalls.shops(shops)}
          </span>
          <span className={`${sign} top-[70.6%] left-[50.4%] h-[16.7%] w-[22.5%] rotate-3`}>
            {stalls.provinces(provinces.length)}
          </span>
        </>
      )}
    </div>
  )
}

/** What the market stands for, in four short promises. */
export function Promises() {
  const browse = useTexts(browseTexts)
  const icons = [ShieldCheck, HandCoins, CreditCard, Radio]
  return (
    <div className="border-line border-b bg-surface">
      <ul className="page grid grid-cols-2 gap-x-4 gap-y-3 py-3 lg:grid-cols-4 lg:py-4">
        {browse.promises.map(([title, text], index) => {
          const Icon = icons[index] ?? ShieldCheck
          return (
            <li key={title} className="flex gap-2.5">
              <Icon
                size={20}
                strokeWidth={1.9}
                aria-hidden="true"
                className="mt-0.5 flex-none text-accent"
              />
              <span>
                <span className="block font-display font-semibold text-sm">{title}</span>
                <span className="block text-balance text-muted text-xs">{text}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
