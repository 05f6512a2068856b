import { Scripts } from '@remix-run/react'
import { cloneElement, createElement, Fragment, isValidElement, type ReactNode } from 'react'

/**
 * Remix's scripts of a page, fetched after what its first picture needs: a page is whole without them,
 * and on a slow line 125 kB of preloads would otherwise come before its styles, letters and goods.
 */
export function PageScripts(props: { nonce?: string }) {
  // Remix has no option for the links' priority; the component is called so that they can be given one.
  const scripts = Scripts(props)
  if (scripts === null) return null
  const parts: ReactNode[] = scripts.props.children
  return createElement(Fragment, null, ...parts.map(withLowPriority))
}

function withLowPriority(part: ReactNode): ReactNode {
  if (Array.isArray(part)) return part.map(withLowPriority)
  if (!isValidElement(part) || part.type !== 'link') return part
  // React 18 knows the attribute by its name in HTML only.
  return cloneElement(part, { fetchpriority: 'low' } as object)
}
