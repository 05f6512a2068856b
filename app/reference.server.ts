import type { ServerBuild } from '@remix-run/cloudflare'
import { localeOf } from './locale.ts'
import { logFailure } from './log.server.ts'
import { errors } from './messages/errors.ts'
import { refused } from './messages/refused.ts'
import type { Problem } from './problem.server.ts'

type Handler = (args: { request: Request; context: { requestId: string } }) => unknown

/**
 * The build with pages whose own failures say under which request the log knows them, as a refusal of
 * the API does: what a loader or an action throws that is no answer becomes one, and is logged.
 */
export function withReferences(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).flatMap(([id, route]) => {
    if (route === undefined) return []
    const { loader, action } = route.module
    const module = {
      ...route.module,
      ...(loader === undefined ? {} : { loader: telling(loader as Handler) }),
      ...(action === undefined ? {} : { action: telling(action as Handler) }),
    }
    return [[id, { ...route, module }]]
  })
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}

/** Wraps a loader or an action. */
export const telling =
  (handler: Handler): Handler =>
  async (args) => {
    try {
      return await handler(args)
    } catch (thrown) {
      // An answer; or nobody is there any more to be told.
      if (!(thrown instanceof Error) || args.request.signal.aborted) throw thrown
      const { requestId } = args.context
      logFailure(requestId, thrown)
      const problem: Problem = { status: 500, code: 'internal', requestId }
      throw Response.json(problem, { status: problem.status })
    }
  }

/** What the door says of a form that it takes to no page, and under which number it says so. */
export function refusedForm(
  request: Request,
  status: 403 | 413 | 415,
  requestId: string,
): Response {
  const { pathname } = new URL(request.url)
  const locale = localeOf(pathname)
  logFailure(requestId, `a form for ${pathname} was refused: ${status}`)
  const text = `${refused[locale][status]}\n${errors[locale].reference(requestId)}\n`
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
