import type { ReactNode } from 'react'
import { useTexts } from '../components/use-locale.ts'
import { Wordmark } from '../components/wordmark.tsx'
import { site as siteTexts } from '../messages/site.ts'

/** The narrow card of sign-in and register: the market's name under its own awning. */
export function AccountCard({ title, children }: { title: string; children: ReactNode }) {
  const site = useTexts(siteTexts)
  return (
    <div className="page pt-6">
      <div className="card mx-auto max-w-form overflow-hidden">
        <div className="grid justify-items-center bg-brand pt-5 pb-3" data-surface="brand">
          <Wordmark label={site.name} className="h-12 w-auto" />
        </div>
        <div className="awning-brand" aria-hidden="true" />
        <div className="grid gap-4 p-5 lg:p-6">
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </div>
  )
}
