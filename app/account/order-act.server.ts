import { data } from '@remix-run/cloudflare'
import type { Api } from '../api.server.ts'
import { keptIdempotencyKey } from '../idempotency.ts'
import type { Storefront } from '../load-context.ts'
import { settle } from '../problem.server.ts'
import type { CancelReason } from '../shapes.ts'

type Send = (
  orders: Api['orders'],
  form: FormData,
  ...of: [string, string, string]
) => Promise<unknown>

/** What a buyer does with an order; anything else is giving it up, which asks the most of the API. */
const ACTS: Record<string, Send> = {
  received: async (orders, _, ...of) => await orders.received(...of),
  'more-time': async (orders, _, ...of) => await orders.moreTime(...of),
  // The API says which reasons there are; what a form sends beside them it refuses.
  'cancel-request': async (orders, form, ...of) =>
    await orders.requestCancel(...of, String(form.get('reason') ?? '') as CancelReason),
}
const giveUp: Send = async (orders, _, ...of) => await orders.cancel(...of)

/** What a buyer does with an order: gives it up, asks for it or for time, or says that it has arrived. */
export async function actOnOrder({ api }: Storefront, form: FormData) {
  const act = ACTS[String(form.get('act'))] ?? giveUp
  const acted = await settle(
    act(
      api.orders,
      form,
      String(form.get('orderId') ?? ''),
      keptIdempotencyKey(form.get('key')),
      String(form.get('groupId') ?? ''),
    ),
  )
  if (!acted.ok) return data({ problem: acted.problem.code }, { status: acted.problem.status })
  return data({ problem: null })
}
