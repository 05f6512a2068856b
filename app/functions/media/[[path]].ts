import type { StorefrontEnv } from '../../load-context.ts'

/** Product pictures, which the API serves from its files. */
export const onRequest: PagesFunction<StorefrontEnv> = ({ request, env }) => env.API.fetch(request)
