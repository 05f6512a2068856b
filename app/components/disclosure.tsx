import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

type DisclosureProps = {
  title: ReactNode
  /** Those of one name are an accordion: opening one closes the others. */
  name?: string
  open?: boolean
  children: ReactNode
}

/** The browser's own details: opens without scripts, and the page's search finds what is inside. */
export function Disclosure({ title, name, open, children }: DisclosureProps) {
  return (
    <details className="group border-line border-b last:border-b-0" name={name} open={open}>
      <summary className="flex min-h-12 items-center gap-3 py-2 font-display font-semibold [&::-webkit-details-marker]:hidden">
        <span className="flex-1">{title}</span>
        <ChevronDown
          size={20}
          aria-hidden="true"
          className="flex-none text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  )
}
