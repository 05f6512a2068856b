import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const ICONS = { info: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert }

type NoteProps = {
  kind?: keyof typeof ICONS
  /** Announced when it appears: `status` politely, `alert` at once. */
  role?: 'status' | 'alert'
  children: ReactNode
}

/** Icon and sentence on a soft ground; never colour alone. */
export function Note({ kind = 'info', role, children }: NoteProps) {
  const Icon = ICONS[kind]
  return (
    <div className={`note ${kind}`} role={role}>
      <Icon size={20} strokeWidth={1.9} aria-hidden="true" />
      <div className="min-w-0 flex-1 text-balance [&_p]:text-balance">{children}</div>
    </div>
  )
}
