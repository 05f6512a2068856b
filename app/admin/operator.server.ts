import { accountOf } from '../door.server.ts'
import type { Storefront } from '../load-context.ts'

/** Whoever runs the market: nobody yet signs in first, and to anybody else there is no such page. */
export async function requireOperator(context: Storefront, request: Request): Promise<void> {
  await accountOf(context, request)
  const { roles } = await context.api.me.read()
  if (!roles.includes('operator')) throw new Response(null, { status: 404 })
}
