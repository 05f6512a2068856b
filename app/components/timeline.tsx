import { Check } from 'lucide-react'
import { formatShort } from '../format/date.ts'
import type { OrderEvent, OrderStatus } from '../shapes.ts'
import { stepsDone } from './order-state.tsx'
import { useLocale, useMessages } from './use-locale.ts'

/** The statuses that end each step, to find when it happened. */
const ENDED_BY = [['paid'], ['processed'], ['shipped'], ['delivered', 'completed']]

type TimelineProps = { status: OrderStatus; cash: boolean; history?: OrderEvent[] }

/** Four steps: down the page on a phone, across it on a desk. */
export function Timeline({ status, cash, history = [] }: TimelineProps) {
  const { order } = useMessages()
  const locale = useLocale()
  const done = stepsDone(status)
  const steps = cash ? [order.codStep, ...order.steps.slice(1)] : order.steps
  if (status === 'cancelled') return null
  return (
    <ol className="grid lg:grid-cols-4">
      {steps.map((step, index) => {
        const reached = index < done
        const at = history.find((event) => ENDED_BY[index]?.includes(event.status))?.at
        return (
          <li
            key={step}
            aria-current={index === done - 1 ? 'step' : undefined}
            className="relative flex gap-3 pb-4 last:pb-0 lg:block lg:pb-0"
          >
            {index === steps.length - 1 ? null : (
              <span
                aria-hidden="true"
                className={`absolute top-6 bottom-0 left-[11px] w-0.5 lg:top-[11px] lg:right-0 lg:bottom-auto lg:left-6 lg:h-0.5 lg:w-auto ${index < done - 1 ? 'bg-success' : 'bg-line'}`}
              />
            )}
            <span
              aria-hidden="true"
              className={`grid size-6 flex-none place-items-center rounded-full ${reached ? 'bg-success text-surface' : 'bg-surface shadow-[inset_0_0_0_2px_var(--color-line-strong)]'}`}
            >
              {reached ? <Check size={14} strokeWidth={3} /> : null}
            </span>
            <span className="flex flex-1 justify-between gap-2 lg:mt-1 lg:block">
              <span
                className={`block font-display ${index === done - 1 ? 'font-bold' : 'font-medium'} ${reached ? '' : 'text-muted'}`}
              >
                {step}
              </span>
              {at === undefined ? null : (
                <time dateTime={at} className="text-muted text-xs">
                  {formatShort(at, locale)}
                </time>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
