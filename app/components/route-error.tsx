import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { useEffect } from 'react'
import { errors as errorsTexts } from '../messages/errors.ts'
import type { Messages } from '../messages/index.ts'
import { site as siteTexts } from '../messages/site.ts'
import { LinkButton } from './button.tsx'
import { ErrorState } from './error-state.tsx'
import { useTexts } from './use-locale.ts'

/** What went wrong, by status, in a calm voice: what it means for money and goods, and what to press. */
export function RouteError() {
  const error = useRouteError()
  const errors = useTexts(errorsTexts)
  const site = useTexts(siteTexts)
  const { pathname, search } = useLocation()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const { title, text: general } = wording(status, errors)
  // Where money may be on its way, "nothing was charged" would be a guess.
  const paying = status >= 429 && pathname.includes('/checkout/pay/')
  const text = paying ? errors.payingText : general
  const requestId = referenceOf(error)

  useEffect(() => {
    document.title = site.titled(title)
  }, [site, title])

  return (
    <ErrorState title={title} text={text} requestId={requestId}>
      {status >= 500 || status === 429 ? (
        <a href={pathname + search} className="button">
          {errors.again}
        </a>
      ) : null}
      {status === 401 ? (
        <LinkButton to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
          {site.signIn}
        </LinkButton>
      ) : null}
      <LinkButton to="/" kind="line">
        {errors.home}
      </LinkButton>
    </ErrorState>
  )
}

type Texts = Messages['errors']

function wording(status: number, texts: Texts): { title: string; text: string } {
  switch (status) {
    case 400:
    case 404:
    case 405:
    case 410:
      return { title: texts.notFoundTitle, text: texts.notFoundText }
    case 401:
      return { title: texts.signInTitle, text: texts.signInText }
    case 403:
      return { title: texts.forbiddenTitle, text: texts.forbiddenText }
    case 429:
    case 503:
      return { title: texts.busyTitle, text: texts.busyText }
    default:
      return { title: texts.failedTitle, text: texts.failedText }
  }
}

/** The request id that an operator can find in the log; the first part is enough to read out. */
function referenceOf(error: unknown): string | undefined {
  if (!isRouteErrorResponse(error) || error.status === 404) return undefined
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('requestId' in data)) return undefined
  return typeof data.requestId === 'string' && data.requestId !== '' ? data.requestId : undefined
}
