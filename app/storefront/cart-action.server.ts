import type { Api } from '../api.server.ts'
import { type Outcome, type Problem, settle } from '../problem.server.ts'
import type { Cart } from '../shapes.ts'
import type { CartAnswer } from './cart-answer.ts'

/** As many things as a basket holds: the page's own forms ask for no more. */
const MOST = 100

/** What a form of the basket asks for: more or fewer of a line, several out, things put (back) in. */
export async function changeCart(api: Api['cart'], form: FormData): Promise<Outcome<null>> {
  const lineIds = form.getAll('lineId').map(String)
  const variantIds = form.getAll('variantId').map(String)
  if (lineIds.length + variantIds.length > MOST) return tooMuch
  const quantities = form.getAll('quantity').map((value) => Number.parseInt(String(value), 10))
  const remove = form.get('intent') === 'remove' || quantities[0] === 0
  const calls: (() => Promise<Cart>)[] = [
    ...variantIds.map((id, index) => () => api.add(id, quantities[index] || 1)),
    ...lineIds.map(
      (id) => () => (remove ? api.remove(id) : api.setQuantity(id, quantities[0] || 1)),
    ),
  ]
  let first: Problem | null = null
  // One after the other: each is a new version of the same basket.
  for (const call of calls) {
    const done = await settle(call())
    // A line that is gone already is what the shopper wanted; the page shows the basket as it is.
    const moot = !done.ok && remove && done.problem.code === 'not_found'
    if (!done.ok && !moot) first ??= done.problem
    if (first?.code === 'rate_limited') break
  }
  return first === null ? { ok: true, value: null } : { ok: false, problem: first }
}

const tooMuch: Outcome<null> = {
  ok: false,
  problem: { status: 400, code: 'validation_failed', requestId: '' },
}

export function answerOf(outcome: Outcome<null>, form: FormData): CartAnswer {
  const lineIds = form.getAll('lineId').map(String)
  const stamp = String(form.get('stamp') ?? '')
  if (outcome.ok) return { problem: null, stamp, lineIds }
  const { code, requestId, items } = outcome.problem
  const [item] = Array.isArray(items) ? (items as { available?: unknown }[]) : []
  return {
    problem: code,
    stamp,
    lineIds,
    requestId,
    ...(typeof item?.available === 'number' ? { available: item.available } : {}),
  }
}
