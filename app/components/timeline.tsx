import { Check } from 'lucide-react'
import { formatShort } from '../format/date.ts'
import { order as orderTexts } from '../messages/order.ts'
import { useLocale, useTexts } from './use-locale.ts'

export type TimelineStep = {
  name: string
  done: boolean
  /** When it was done, as ISO time; unknown is left out. */
  at?: string | undefined
}

/** Steps of a journey: down the page on a phone, across it on a desk. */
export function Timeline({ steps }: { steps: TimelineStep[] }) {
  const order = useTexts(orderTexts)
  const locale = useLocale()
  const reached = steps.filter((step) => step.done).length
  const columns = { '--steps': steps.length } as Record<string, number>
  return (
    <ol className="grid lg:grid-cols-[repeat(var(--steps),minmax(0,1fr))]" style={columns}>
      {steps.map(({ name, done, at }, index) => {
        const here = index === reached - 1
        return (
          <li
            key={name}
            aria-current={here ? 'step' : undefined}
            className="relative flex gap-3 pb-4 last:pb-0 lg:block lg:pb-0"
          >
            {index === steps.length - 1 ? null : (
              <span
                aria-hidden="true"
                className={`absolute top-6 bottom-0 left-[11px] w-0.5 lg:top-[11px] lg:right-0 lg:bottom-auto lg:left-6 lg:h-0.5 lg:w-auto ${index < reached - 1 ? 'bg-success' : 'bg-line-strong'}`}
              />
            )}
            <Mark done={done} here={here && reached < steps.length} />
            <span className="flex flex-1 justify-between gap-2 lg:mt-1 lg:block">
              <span
                className={`block font-display ${here ? 'font-bold' : 'font-medium'} ${done ? '' : 'text-muted'}`}
              >
                {name}
                {done ? <span className="sr-only"> ({order.done})</span> : null}
              </span>
              {at === undefined ? null : (
                <time dateTime={at} className="flex-none text-muted text-xs">
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

/** A tick behind, a dot in a halo where one stands, a ring ahead. */
function Mark({ done, here }: { done: boolean; here: boolean }) {
  const shape = 'relative grid size-6 flex-none place-items-center rounded-full'
  if (!done) {
    return (
      <span
        aria-hidden="true"
        className={`${shape} bg-surface shadow-[inset_0_0_0_2px_var(--color-line-strong)]`}
      />
    )
  }
  if (here) {
    return (
      <span
        aria-hidden="true"
        className={`${shape} bg-success shadow-[0_0_0_4px_var(--color-success-soft)]`}
      >
        <span className="size-2.5 rounded-full bg-surface" />
      </span>
    )
  }
  return (
    <span aria-hidden="true" className={`${shape} bg-success text-surface`}>
      <Check size={14} strokeWidth={3} />
    </span>
  )
}
