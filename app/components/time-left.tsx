import { Clock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatCountdown, formatDateTime } from '../format/date.ts'
import { order as orderTexts } from '../messages/order.ts'
import { pay as payTexts } from '../messages/pay.ts'
import { useRemaining } from './countdown.tsx'
import { useLocale, useTexts } from './use-locale.ts'

type TimeLeftProps = { until: string; now: number }

/**
 * How long an unpaid order's goods are held, in a line: longer than one QR lasts. Without scripts, which could not count, it says until when; it
 * is never said aloud, since a list may have many.
 */
export function TimeLeft({ until, now }: TimeLeftProps) {
  const pay = useTexts(payTexts)
  const order = useTexts(orderTexts)
  const locale = useLocale()
  const remaining = useRemaining(until, now)
  const [counting, setCounting] = useState(false)
  useEffect(() => setCounting(true), [])
  const left = remaining === 0 ? order.payStatus.expired : order.heldFor(formatCountdown(remaining))
  return (
    <p className="flex items-center gap-1.5 text-warning text-xs tabular-nums">
      <Clock size={16} aria-hidden="true" className="flex-none" />
      {counting ? left : pay.payBy(formatDateTime(until, locale))}
    </p>
  )
}
