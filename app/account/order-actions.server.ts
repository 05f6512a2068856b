import { data } from '@remix-run/cloudflare'
import { keptIdempotencyKey } from '../idempotency.ts'
import type { Storefront } from '../load-context.ts'
import { settle } from '../problem.server.ts'

/** One press on one part of an order. */
export async function actOnOrder({ api }: Storefront, form: FormData) {
  const event = form.get('event') === 'received' ? 'received' : 'cancel'
  const acted = await settle(
    api.orders.act(
      String(form.get('orderId') ?? ''),
      event,
      keptIdempotencyKey(form.get('key')),
      String(form.get('groupId') ?? ''),
    ),
  )
  if (!acted.ok) return data({ problem: acted.problem.code }, { status: acted.problem.status })
  return data({ problem: null })
}
