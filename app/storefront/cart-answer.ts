import { isRouteErrorResponse } from '@remix-run/react'

/** How a change of the basket went, for whoever pressed. */
export type CartAnswer = {
  /** A code of the API, or null when all is well. */
  problem: string | null
  /** Which press this answers. */
  stamp: string
  /** The lines it was about. */
  lineIds: string[]
  /** How many of the thing there are, where that is why. */
  available?: number
  /** The request, as the log knows it. */
  requestId?: string
  /** The API failed or was never reached: nothing is known to have changed. */
  unreached?: true
}

/** What stands in `problem` where there was no network. */
export const OFFLINE = 'offline'

/** A failure in the place of an answer. What is no failure, such as a way elsewhere, goes on. */
export function unreached(failure: unknown, form: FormData): CartAnswer {
  if (failure instanceof Response) throw failure
  const failed = isRouteErrorResponse(failure)
  const { code, requestId } = (failed ? (failure.data ?? {}) : {}) as Record<string, unknown>
  return {
    problem: failed ? (typeof code === 'string' ? code : 'internal') : OFFLINE,
    stamp: String(form.get('stamp') ?? ''),
    lineIds: form.getAll('lineId').map(String),
    unreached: true,
    ...(typeof requestId === 'string' && requestId !== '' ? { requestId } : {}),
  }
}
