import { Zap } from 'lucide-react'
import { Badge } from '../components/badge.tsx'
import { FlashClock } from '../components/flash-clock.tsx'
import { flashNow } from '../components/flash-price.ts'
import { Price, WasPrice } from '../components/price.tsx'
import { useClock } from '../components/use-clock.ts'
import { useTexts } from '../components/use-locale.ts'
import { useReadAgain } from '../components/use-read-again.ts'
import { shortMoney } from '../format/money.ts'
import { flash as flashTexts } from '../messages/flash.ts'
import { product as browseTexts } from '../messages/product.ts'
import type { FlashPrice, Variant } from '../shapes.ts'

type PricePanelProps = { variant: Variant; now: number }

/** What it costs: in a flash sale its price on a bar that says how long and how many. */
export function PricePanel({ variant, now }: PricePanelProps) {
  const { flash, priceSatang } = variant
  if (flash === null || flash.priceSatang >= priceSatang) return <UsualPrice variant={variant} />
  return <FlashPanel variant={variant} flash={flash} now={now} />
}

function UsualPrice({ variant }: { variant: Variant }) {
  const { priceSatang, compareAtSatang } = variant
  return (
    <div className="card flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
      <Amounts satang={priceSatang} was={compareAtSatang} />
    </div>
  )
}

function Amounts({ satang, was }: { satang: number; was: number | undefined }) {
  const browse = useTexts(browseTexts)
  const saved = (was ?? 0) - satang
  return (
    <>
      <Price satang={satang} size="x" sale={saved > 0} />
      <WasPrice satang={was} now={satang} />
      {saved > 0 ? <Badge kind="sale">{browse.cheaper(shortMoney(saved))}</Badge> : null}
      <span className="ml-auto text-muted text-xs">{browse.vatIncluded}</span>
    </>
  )
}

type FlashPanelProps = PricePanelProps & { flash: FlashPrice }

// The price flips by the times that it came with, also on a page that was kept or left open.
function FlashPanel({ variant, flash, now: madeAt }: FlashPanelProps) {
  const texts = useTexts(flashTexts)
  const now = useClock(madeAt)
  useReadAgain(now >= Date.parse(flash.endsAt))
  const on = flashNow(flash, now)
  if (on === null) {
    return (
      <div className="stack gap-2">
        <UsualPrice variant={variant} />
        <p role="status" className="text-muted text-xs">
          {flash.left === 0 ? texts.goneText : texts.overText}
        </p>
      </div>
    )
  }
  return (
    <div className="card overflow-hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-3 bg-sale px-4 py-1.5 font-display text-sale-ink text-sm">
        <b className="inline-flex items-center gap-1.5">
          <Zap size={16} strokeWidth={1.9} aria-hidden="true" />
          {texts.name}
        </b>
        <FlashClock until={on.endsAt} now={now} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
        <Amounts satang={on.priceSatang} was={variant.priceSatang} />
      </div>
      <p className="flex flex-wrap gap-x-3 px-4 pb-3 text-muted text-xs">
        <span>{texts.perBuyer(on.perBuyer)}</span>
        <span>{texts.left(on.left)}</span>
      </p>
    </div>
  )
}
