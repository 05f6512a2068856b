import type { ReactNode, Ref } from 'react'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'

type PageHeadProps = {
  /** The pages that this one lies below, home aside; without any there is no trail. */
  trail?: Crumb[]
  /** What the trail ends in, where that is not the title. */
  here?: string
  title: string
  /** Beside the title, in small. */
  aside?: string | undefined
  /** Below the title: when, and how it stands. */
  text?: ReactNode
  /** The one thing to do with the page as a whole. */
  action?: ReactNode
  /** For a focus that has nowhere else to go. */
  heading?: Ref<HTMLHeadingElement>
}

/** How a page of the account begins: the way back, its name, and what can be done with all of it. */
export function PageHead({ trail, here, title, aside, text, action, heading }: PageHeadProps) {
  return (
    <>
      {trail === undefined ? null : <Breadcrumb trail={trail} here={here ?? title} />}
      <div
        className={`flex flex-wrap items-center gap-x-3 gap-y-2 ${trail === undefined ? 'pt-4' : ''}`}
      >
        <div className="mr-auto min-w-0">
          <h1 ref={heading} tabIndex={-1} className="focus-visible:outline-none">
            {title}
            {aside === undefined ? null : (
              <span className="block whitespace-nowrap font-normal font-sans text-muted text-sm sm:ml-1 sm:inline">
                {' '}
                {aside}
              </span>
            )}
          </h1>
          {text === undefined ? null : <p className="text-muted text-xs">{text}</p>}
        </div>
        {action}
      </div>
    </>
  )
}
