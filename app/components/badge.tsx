import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from './link.tsx'

export type BadgeKind = 'neutral' | 'ok' | 'warn' | 'bad' | 'info' | 'sale' | 'leaf'

type BadgeProps = { kind?: BadgeKind; icon?: LucideIcon; children: ReactNode }

/** A word with its icon; the colour only agrees with them. */
export function Badge({ kind = 'neutral', icon: Icon, children }: BadgeProps) {
  return (
    <span className={`badge ${kind === 'neutral' ? '' : kind}`}>
      {Icon === undefined ? null : <Icon size={14} aria-hidden="true" className="flex-none" />}
      {children}
    </span>
  )
}

type ChipProps = { to: string; current?: boolean; icon?: LucideIcon; children: ReactNode }

/** A round link: a subcategory, a quick filter that is on or off. */
export function Chip({ to, current = false, icon: Icon, children }: ChipProps) {
  return (
    <Link to={to} className="chip" prefetch="intent" aria-current={current ? 'true' : undefined}>
      {children}
      {Icon === undefined ? null : <Icon size={16} aria-hidden="true" />}
    </Link>
  )
}
