import type { PagesContext } from '../load-context.ts'

/** For crawlers: the API knows every page, and whether this is the market itself. */
export const onRequest = ({ request, env }: PagesContext) => env.API.fetch(request)
