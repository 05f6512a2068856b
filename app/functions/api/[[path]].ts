import type { StorefrontEnv } from '../../load-context.ts'

/** The API at the storefront's own address, so cookies stay same-origin; WebSocket upgrades pass too. */
export const onRequest: PagesFunction<StorefrontEnv> = ({ request, env }) => env.API.fetch(request)
