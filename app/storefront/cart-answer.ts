import { isRouteErrorResponse } from '@remix-run/react'

/** How a change of the basket went, for whoever pressed. */
export type CartAnswer = {
  /** A code of the API, or null when all is well. */
  problem: string | null
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
export function unreached(failure: unknown, lineIds: string[] = []): CartAnswer {
  if (failure instanceof Response) throw failure
  const failed = isRouteErrorResponse(failure)
  const { code, requestId } = (failed ? (failure.data ?? {}) : {}) as Record<string, unknown>
  const problem = typeof code === 'string' ? code : 'internal'
  return {
    problem: isNoNetwork(failure) ? OFFLINE : problem,
    lineIds,
    unreached: true,
    ...(typeof requestId === 'string' && requestId !== '' ? { requestId } : {}),
  }
}

/** A call that never came through; whatever else goes wrong, our side answered something. */
export const isNoNetwork = (failure: unknown): boolean => failure instanceof TypeError
