import { Zap } from 'lucide-react'
import { formatClock } from '../format/date.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import { useEnded } from './use-ended.ts'
import { useLocale, useTexts } from './use-locale.ts'
import { useReadAgain } from './use-read-again.ts'

/** Until when a line of the basket has its flash price; then the basket is priced anew. */
export function FlashLine({ endsAt }: { endsAt: string }) {
  const texts = useTexts(cartTexts)
  const locale = useLocale()
  const ended = useEnded(endsAt)
  useReadAgain(ended)
  return (
    <span className="flex items-center gap-1 text-sale text-xs" role={ended ? 'status' : undefined}>
      <Zap size={14} strokeWidth={1.9} aria-hidden="true" className="flex-none" />
      {ended ? texts.flashOver : texts.flashUntil(formatClock(endsAt, locale))}
    </span>
  )
}
