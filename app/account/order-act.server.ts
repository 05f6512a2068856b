import { data } from '@remix-run/cloudflare'
import { keptIdempotencyKey } from '../idempotency.ts'
import type { Storefront } from '../load-context.ts'
import { settle } from '../problem.server.ts'

/** Cancels what is not paid yet, with everything it is paid with. */
export async function cancelOrder({ api }: Storefront, form: FormData) {
  const acted = await settle(
    api.orders.cancel(
      String(form.get('orderId') ?? ''),
      keptIdempotencyKey(form.get('key')),
      String(form.get('groupId') ?? ''),
    ),
  )
  if (!acted.ok) return data({ problem: acted.problem.code }, { status: acted.problem.status })
  return data({ problem: null })
}
