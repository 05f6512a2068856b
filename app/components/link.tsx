import { type LinkProps, Link as RemixLink } from '@remix-run/react'
import { usePath } from './use-locale.ts'

/** A link that stays in the page's language. */
export function Link({ to, ...rest }: Omit<LinkProps, 'to'> & { to: string }) {
  const path = usePath()
  return <RemixLink to={to.startsWith('/') ? path(to) : to} {...rest} />
}
