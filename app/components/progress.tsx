import { Check } from 'lucide-react'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { Link } from './link.tsx'
import { useTexts } from './use-locale.ts'

export type ProgressStep = {
  name: string
  /** A step that is behind and can be gone back to. */
  to?: string | undefined
}

type ProgressProps = {
  steps: ProgressStep[]
  /** Index of the step one stands in; what is before it is done. */
  at: number
}

/** Basket, checkout, paying: where one stands on the way to an order. */
export function Progress({ steps, at }: ProgressProps) {
  const checkout = useTexts(checkoutTexts)
  return (
    <nav aria-label={checkout.progress}>
      <ol className="flex items-center gap-1.5 font-display text-xs sm:gap-2.5 sm:text-sm">
        {steps.map((step, index) => (
          <li
            key={step.name}
            aria-current={index === at ? 'step' : undefined}
            className={`flex min-w-0 items-center gap-1.5 sm:gap-2.5 ${index === at ? 'font-semibold' : 'text-muted'}`}
          >
            {index === 0 ? null : <span className="h-px w-3 bg-line-strong sm:w-8" aria-hidden />}
            {step.to === undefined || index >= at ? (
              <span className={STEP}>
                <Mark index={index} at={at} />
                {step.name}
              </span>
            ) : (
              <Link to={step.to} className={`${STEP} hover:underline`}>
                <Mark index={index} at={at} />
                {step.name}
              </Link>
            )}
            {index < at ? <span className="sr-only"> ({checkout.stepDone})</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const STEP = 'inline-flex min-h-11 items-center gap-1.5 sm:gap-2.5'

const Mark = ({ index, at }: { index: number; at: number }) => (
  <span
    aria-hidden="true"
    className={`grid size-6 flex-none place-items-center rounded-full ${markOf(index, at)}`}
  >
    {index < at ? <Check size={14} strokeWidth={3} /> : null}
    {index === at ? <span className="size-2.5 rounded-full bg-surface" /> : null}
  </span>
)

function markOf(index: number, at: number): string {
  if (index < at) return 'bg-success text-surface'
  if (index === at) return 'bg-success'
  return 'shadow-[inset_0_0_0_1.5px_var(--color-line-strong)]'
}
