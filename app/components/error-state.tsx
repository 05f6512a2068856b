import type { ReactNode } from 'react'
import { errors as errorsTexts } from '../messages/errors.ts'
import { useTexts } from './use-locale.ts'

type ErrorStateProps = {
  title: string
  /** What it means for money and goods. */
  text: string
  /** The request, as the log knows it; whoever calls for help reads it out. */
  requestId?: string | undefined
  /** What to press. */
  children?: ReactNode
}

/** A page that failed, under the market's own awning. */
export function ErrorState({ title, text, requestId, children }: ErrorStateProps) {
  const errors = useTexts(errorsTexts)
  return (
    <div className="card mx-auto w-full max-w-form overflow-hidden">
      <div className="awning-brand" aria-hidden="true" />
      <div className="grid justify-items-start gap-3 p-5 lg:p-6">
        <h1>{title}</h1>
        <p className="text-balance text-base">{text}</p>
        {requestId === undefined ? null : (
          <p className="text-muted text-xs">{errors.reference(requestId)}</p>
        )}
        <div className="flex flex-wrap gap-2 pt-2">{children}</div>
      </div>
    </div>
  )
}
