import type { PagesContext } from '../../load-context.ts'

/** The API at the storefront's own address, so cookies stay same-origin; WebSocket upgrades pass too. */
export const onRequest = ({ request, env }: PagesContext) => env.API.fetch(request)
