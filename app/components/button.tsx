import type { LinkProps } from '@remix-run/react'
import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from './link.tsx'

/** `forward` is marigold: the one action of a screen that moves an order on. */
export type ButtonKind = 'accent' | 'forward' | 'line' | 'quiet' | 'ghost' | 'bad'

type Look = {
  kind?: ButtonKind | undefined
  size?: 'sm' | 'md' | 'lg' | undefined
  icon?: LucideIcon | undefined
  /** As wide as what it stands in. */
  block?: boolean | undefined
}

export function buttonClass({ kind = 'accent', size = 'md', block = false }: Look): string {
  const sizes = { sm: 'small', md: '', lg: 'large' }
  return ['button', kind === 'accent' ? '' : kind, sizes[size], block ? 'w-full' : '']
    .filter((name) => name !== '')
    .join(' ')
}

type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** What is being done while it lasts: said aloud, and a further press does nothing. */
    busy?: string | false
  }

export function Button({
  kind,
  size,
  icon: Icon,
  block,
  busy = false,
  children,
  ...rest
}: ButtonProps) {
  const isBusy = busy !== false
  return (
    <>
      <button
        type="button"
        {...rest}
        className={`${buttonClass({ kind, size, block })} ${rest.className ?? ''}`}
        aria-disabled={isBusy || rest['aria-disabled'] === true ? true : undefined}
        data-busy={isBusy ? (Icon === undefined ? 'plain' : 'icon') : undefined}
        onClick={(press) => (isBusy ? press.preventDefault() : rest.onClick?.(press))}
      >
        {isBusy ? <span className="spinner" aria-hidden="true" /> : <IconOf icon={Icon} />}
        {children}
      </button>
      <span role="status" className="sr-only">
        {isBusy ? busy : ''}
      </span>
    </>
  )
}

type LinkButtonProps = Look & Omit<LinkProps, 'to'> & { to: string; children: ReactNode }

/** Looks like a button and goes somewhere: a link to whoever cannot see it. */
export function LinkButton({ kind, size, icon, block, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={`${buttonClass({ kind, size, block })} ${rest.className ?? ''}`}>
      <IconOf icon={icon} />
      {children}
    </Link>
  )
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  label: string
  icon: LucideIcon
}

/** 44 × 44, named for whoever does not see the icon. */
export function IconButton({ label, icon: Icon, className = '', ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} aria-label={label} className={`icon-button ${className}`}>
      <Icon size={20} strokeWidth={1.9} aria-hidden="true" />
    </button>
  )
}

function IconOf({ icon: Icon }: Pick<Look, 'icon'>) {
  return Icon === undefined ? null : <Icon size={20} strokeWidth={1.9} aria-hidden="true" />
}
