import { Minus, Plus } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

const ICONS = { less: Minus, more: Plus }

type StepButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind: keyof typeof ICONS
  label: string
}

export function StepButton({ kind, label, ...rest }: StepButtonProps) {
  const Icon = ICONS[kind]
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className="grid size-11 flex-none place-items-center rounded-sm hover:bg-sunken disabled:text-line-strong aria-disabled:text-line-strong"
    >
      <Icon size={18} strokeWidth={1.9} aria-hidden="true" />
    </button>
  )
}

type StepNumberProps = {
  id?: string
  name: string
  label: string
  value: string
  /** Ids of what is said about it. */
  describedBy: string
  onType: (text: string) => void
  onLeave: () => void
}

/** The number itself, which can be typed. */
export function StepNumber({ label, describedBy, onType, onLeave, ...field }: StepNumberProps) {
  return (
    <input
      {...field}
      onChange={(event) => onType(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={onLeave}
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-describedby={describedBy}
      className="h-11 w-11 rounded-xs text-center font-display font-semibold text-base tabular-nums"
    />
  )
}

/** − n +, each 44 px, in one frame; `children` are the two buttons and what stands between them. */
export function Stepper({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset
      aria-label={label}
      className="inline-flex h-11 items-center rounded-sm bg-surface shadow-[inset_0_0_0_1px_var(--color-line-strong)]"
    >
      {children}
    </fieldset>
  )
}
