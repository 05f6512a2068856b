import { ChevronDown, PackageCheck } from 'lucide-react'
import { formatShort } from '../format/date.ts'
import { order as orderTexts } from '../messages/order.ts'
import type { OrderEvent, OrderStatus } from '../shapes.ts'
import { stepsDone } from './order-state.tsx'
import { Timeline } from './timeline.tsx'
import { useLocale, useTexts } from './use-locale.ts'

/** The statuses that end each step, to find when it happened. */
const ENDED_BY = [['paid'], ['processed'], ['shipped'], ['delivered', 'completed']]

type OrderTimelineProps = { status: OrderStatus; cash: boolean; history?: OrderEvent[] }

/**
 * The four steps of an order; one that was cancelled has none. On a phone those of one that has
 * arrived are folded: what matters then stands below them.
 */
export function OrderTimeline({ status, cash, history = [] }: OrderTimelineProps) {
  const order = useTexts(orderTexts)
  const locale = useLocale()
  if (status === 'cancelled') return null
  const done = stepsDone(status)
  const names = cash ? [order.codStep, ...order.steps.slice(1)] : order.steps
  const steps = names.map((name, index) => ({
    name,
    done: index < done,
    at: history.find((event) => ENDED_BY[index]?.includes(event.status))?.at,
  }))
  if (done < names.length) return <Timeline steps={steps} />
  const { name, at } = steps.at(-1) ?? { name: '', at: undefined }
  return (
    <>
      <details className="group lg:hidden">
        <summary className="flex min-h-11 items-center gap-3 [&::-webkit-details-marker]:hidden">
          <PackageCheck size={24} aria-hidden="true" className="flex-none text-success" />
          <span className="font-bold font-display">{name}</span>
          {at === undefined ? null : (
            <time dateTime={at} className="text-muted text-xs">
              {formatShort(at, locale)}
            </time>
          )}
          <span className="ml-auto text-muted text-xs">{order.everyStep}</span>
          <ChevronDown
            size={20}
            aria-hidden="true"
            className="flex-none text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="pt-2">
          <Timeline steps={steps} />
        </div>
      </details>
      <div className="hidden lg:block">
        <Timeline steps={steps} />
      </div>
    </>
  )
}
