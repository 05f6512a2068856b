import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type EmptyStateProps = {
  icon: LucideIcon
  /** What is not there yet, and what one could do, in a sentence. */
  children: ReactNode
  /** The one way on. */
  action?: ReactNode
}

/** Nothing here: one drawn thing on a stall's counter, one sentence, one action. */
export function EmptyState({ icon: Icon, children, action }: EmptyStateProps) {
  return (
    <div className="card overflow-hidden">
      <div className="awning-brand" aria-hidden="true" />
      <div className="grid justify-items-center gap-4 px-4 pt-8 pb-12 text-center">
        <span className="empty-drawing" aria-hidden="true">
          <Icon size={44} strokeWidth={1.5} />
        </span>
        <p className="max-w-read text-balance text-base">{children}</p>
        {action}
      </div>
    </div>
  )
}
