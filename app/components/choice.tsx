import type { LucideIcon } from 'lucide-react'
import type { InputHTMLAttributes, ReactNode } from 'react'

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'>

/** A box of 22 px in a row of at least 44 that can be pressed anywhere. */
export function Checkbox({ children, ...input }: InputProps & { children: ReactNode }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" {...input} className="size-5.5" />
      <span>{children}</span>
    </label>
  )
}

type RadioCardProps = InputProps & {
  title: ReactNode
  /** One line; of a closed choice the reason why. */
  text?: ReactNode
  /** At the right: a price, as a rule. */
  aside?: ReactNode
  icon?: LucideIcon
}

/** One of several, as a card; what cannot be chosen stays in sight with its reason. */
export function RadioCard({ title, text, aside, icon: Icon, ...input }: RadioCardProps) {
  return (
    <label className={text === undefined ? 'choice items-center' : 'choice'}>
      <input type="radio" {...input} />
      <span className="min-w-0 flex-1">
        <span className="block font-display font-semibold">{title}</span>
        {text === undefined ? null : <span className="block text-muted text-xs">{text}</span>}
      </span>
      {aside === undefined ? null : (
        <span className="flex-none font-display tabular-nums">{aside}</span>
      )}
      {Icon === undefined ? null : (
        <Icon size={20} strokeWidth={1.9} aria-hidden="true" className="flex-none" />
      )}
    </label>
  )
}
