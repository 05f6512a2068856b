import type { PagesContext } from '../../load-context.ts'

/** Pages of addresses, which the API writes. */
export const onRequest = ({ request, env }: PagesContext) => env.API.fetch(request)
