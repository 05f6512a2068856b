import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { useTexts } from './use-locale.ts'

type StepCardProps = {
  id: string
  number: number
  title: string
  aside?: ReactNode
  /** All that is needed is there: a tick in the place of the number. */
  done?: boolean
  children: ReactNode
}

/** One numbered step of the checkout. */
export function StepCard({ id, number, title, aside, done = false, children }: StepCardProps) {
  const checkout = useTexts(checkoutTexts)
  return (
    <section className="card p-4" aria-labelledby={id}>
      <div className="mb-3 flex items-center gap-3">
        <span
          aria-hidden="true"
          className={`grid size-7 flex-none place-items-center rounded-full font-bold font-display text-surface text-sm ${done ? 'bg-success' : 'bg-ink'}`}
        >
          {done ? <Check size={16} strokeWidth={3} /> : number}
        </span>
        <h2 id={id} className="flex-1">
          {title}
          {done ? <span className="sr-only"> ({checkout.stepDone})</span> : null}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
