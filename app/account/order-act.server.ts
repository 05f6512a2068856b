import { data } from '@remix-run/cloudflare'
import { keptIdempotencyKey } from '../idempotency.ts'
import type { Storefront } from '../load-context.ts'
import { settle } from '../problem.server.ts'

/** What a buyer does with an order: gives it up, or says that it has arrived. */
export async function actOnOrder({ api }: Storefront, form: FormData) {
  const act = form.get('act') === 'received' ? api.orders.received : api.orders.cancel
  const acted = await settle(
    act(
      String(form.get('orderId') ?? ''),
      keptIdempotencyKey(form.get('key')),
      String(form.get('groupId') ?? ''),
    ),
  )
  if (!acted.ok) return data({ problem: acted.problem.code }, { status: acted.problem.status })
  return data({ problem: null })
}
