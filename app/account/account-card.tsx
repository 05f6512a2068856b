import type { ReactNode } from 'react'

/** The narrow card of sign-in and register, under the market's own awning. */
export function AccountCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="page pt-6">
      <div className="card mx-auto max-w-form overflow-hidden">
        <div className="awning-brand" aria-hidden="true" />
        <div className="grid gap-4 p-5 lg:p-6">
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </div>
  )
}
