import { moneyParts, shortMoney } from '../format/money.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { useTexts } from './use-locale.ts'

const SIZES = { m: 'text-base', card: 'text-lg', x: 'text-3xl' }

type PriceProps = {
  satang: number
  size?: keyof typeof SIZES
  /** Totals always show two places. */
  full?: boolean
  sale?: boolean
}

export function Price({ satang, size = 'card', full = false, sale = false }: PriceProps) {
  const parts = moneyParts(satang)
  const colour = sale ? 'text-sale' : ''
  return (
    <span className={`price whitespace-nowrap font-bold tabular-nums ${SIZES[size]} ${colour}`}>
      {parts.sign}
      <small className="font-semibold text-[.72em]">฿</small>
      {parts.baht}
      {full || parts.satang !== '00' ? (
        <small className="font-semibold text-[.72em]">.{parts.satang}</small>
      ) : null}
    </span>
  )
}

/** The price before it fell; nothing when it did not. */
export function WasPrice({ satang, now }: { satang: number | undefined; now: number }) {
  const browse = useTexts(browseTexts)
  if (satang === undefined || satang <= now) return null
  return (
    <s className="whitespace-nowrap font-display text-muted text-xs tabular-nums">
      <span className="sr-only">{browse.was} </span>
      {shortMoney(satang)}
    </s>
  )
}

/** The twelve-scallop mark of a discount, from 5 %. */
export function DiscountBurst({ satang, now }: { satang: number | undefined; now: number }) {
  const percent = satang === undefined ? 0 : Math.floor(((satang - now) * 100) / satang)
  if (percent < 5) return null
  return (
    <span className="burst" aria-hidden="true">
      −{percent}%
    </span>
  )
}
