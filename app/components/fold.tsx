import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

/**
 * On a phone, hides what is not chosen of the `.folded` choices that it stands at the end of. It
 * needs no script: the choices are shown while it is open, and always where the page is wide.
 */
export function Fold({ children }: { children: ReactNode }) {
  return (
    <details className="fold lg:hidden">
      <summary className="text-link tap-link list-none">
        <ChevronDown size={18} strokeWidth={1.9} aria-hidden="true" />
        {children}
      </summary>
    </details>
  )
}
