import type { PagesContext } from '../../load-context.ts'

/** Product pictures, which the API serves from its files. */
export const onRequest = ({ request, env }: PagesContext) => env.API.fetch(request)
