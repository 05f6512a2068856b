import type { ReactNode } from 'react'

type StepCardProps = {
  id: string
  number: number
  title: string
  aside?: ReactNode
  children: ReactNode
}

/** One numbered step of the checkout. */
export function StepCard({ id, number, title, aside, children }: StepCardProps) {
  return (
    <section className="card p-4" aria-labelledby={id}>
      <div className="mb-3 flex items-center gap-3">
        <span
          aria-hidden="true"
          className="grid size-7 flex-none place-items-center rounded-full bg-ink font-bold font-display text-surface text-sm"
        >
          {number}
        </span>
        <h2 id={id} className="flex-1">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
