import type { ReactNode } from 'react'

export type Fact = readonly [name: string, value: ReactNode]

/** What is known of a thing or a shop, a line each. */
export function Facts({
  rows,
  label,
  className,
}: {
  rows: Fact[]
  label?: string
  className: string
}) {
  return (
    <dl aria-label={label} className={className}>
      {rows.map(([name, value]) => (
        <div
          key={name}
          className="flex min-h-11 items-center justify-between gap-4 border-line border-t"
        >
          <dt className="flex-none text-muted">{name}</dt>
          <dd className="min-w-0 text-right [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
