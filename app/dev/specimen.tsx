import type { ReactNode } from 'react'

/** A part of the gallery with a heading that can be linked to. */
export function Section({
  id,
  title,
  children,
}: {
  id: string
  title: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="pt-section">
      <h2 id={id} lang="en" className="mb-3">
        {title}
      </h2>
      <div className="stack gap-4">{children}</div>
    </section>
  )
}

/** One component in its states. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 lang="en" className="mb-2 text-muted text-xs">
        {name}
      </h3>
      {children}
    </div>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>
}
