import { data } from '@remix-run/cloudflare'
import type { Api } from '../api.server.ts'
import { flashLines } from '../components/cart-counts.ts'
import { newIdempotencyKey } from '../idempotency.ts'
import { type Problem, settle } from '../problem.server.ts'
import { type CheckoutForm, fieldOf } from './checkout-form.server.ts'
import type { Left, Refused } from './checkout-refused.ts'
import type { ToldVouchers } from './voucher-sums.ts'

export type Refusal = Pick<Problem, 'status' | 'code' | 'errors'> & Record<string, unknown>

type More = {
  left?: Left[]
  /** A line for each voucher that stood in the way. */
  vouchers?: string[]
  /** What vouchers take off with the choices that were typed. */
  told?: ToldVouchers | null
}

/** The page again, as it was filled in, with what stands in the way. */
export function refused(
  { typed, wrong }: CheckoutForm,
  key: string,
  problem: Refusal,
  { left = [], vouchers = [], told = null }: More = {},
) {
  const fields = problem.errors?.map(({ path }) => fieldOf(path)) ?? []
  const unknown = problem.code === 'address_unknown' ? ['postcode'] : []
  // A key that belongs to another order must not be offered again.
  const nextKey = problem.code === 'idempotency_key_reused' ? newIdempotencyKey() : key
  return data(
    {
      typed,
      key: nextKey,
      wrong: inOrder([...wrong, ...fields, ...unknown]),
      ...tellingOf(problem),
      left,
      vouchers,
      told,
    },
    { status: problem.status },
  )
}

const ORDER = 'email recipient phone province district subdistrict postcode line1 line2'.split(' ')

/** Each field once, as they stand on the page; the ways to send and to pay come last. */
function inOrder(fields: string[]): string[] {
  const place = (field: string) => ORDER.indexOf(field) + 1 || ORDER.length + 1
  return [...new Set(fields)].sort((a, b) => place(a) - place(b))
}

/** What else a refusal says: how much of a thing one may order, the new total, the request. */
function tellingOf({ code, items, ...problem }: Refusal): Omit<Refused, 'left' | 'vouchers'> {
  const amount = (value: unknown) => (typeof value === 'number' ? value : null)
  const listed = Array.isArray(items) ? (items as Record<string, unknown>[]) : []
  return {
    code,
    requestId:
      Number(problem.status) >= 500 && typeof problem.requestId === 'string'
        ? problem.requestId
        : null,
    reason: typeof problem.reason === 'string' ? problem.reason : null,
    total: amount(problem.totalSatang),
    cash: cashRefused(problem),
    items: listed.map(({ variantId, available, limit }) => ({
      variantId: String(variantId),
      available: amount(available),
      limit: amount(limit),
    })),
  }
}

const CASH_REASONS = [
  'market_refuses',
  'shop_refuses',
  'province_refused',
  'above_cash_limit',
] as const

/** Why the API refuses cash; null when that is not what it refuses. */
export function cashRefused(problem: Record<string, unknown>) {
  const { reason, maximumSatang, accountMaximumSatang, shopIds } = problem
  const known = CASH_REASONS.find((one) => one === reason)
  if (known === undefined) return null
  return {
    accepted: false,
    reason: known,
    ...(typeof maximumSatang === 'number' ? { maximumSatang } : {}),
    ...(typeof accountMaximumSatang === 'number' ? { accountMaximumSatang } : {}),
    shopIds: Array.isArray(shopIds) ? shopIds.map(String) : [],
  }
}

/**
 * The same refusal; but a price that is another because a flash sale has ended is told as that. `shown`
 * is how many lines had a flash price on the page.
 */
export async function asFlashOver(
  api: Pick<Api['cart'], 'read'>,
  problem: Problem,
  shown: number,
): Promise<Problem> {
  if (problem.code !== 'cart_changed' || !(shown > 0)) return problem
  return flashLines(await api.read()) < shown ? { ...problem, code: 'flash_over' } : problem
}

/**
 * Lowers the basket to what is left of each thing, so that the next press orders what the page shows.
 * Nothing is touched when nothing would be left: then the basket itself says so.
 */
export async function takeWhatIsLeft(api: Api['cart'], problem: Problem): Promise<Left[]> {
  if (problem.code !== 'out_of_stock' || !Array.isArray(problem.items)) return []
  const short = new Map(
    (problem.items as { variantId: string; available: number }[]).map((item) => [
      item.variantId,
      item.available,
    ]),
  )
  const lines = (await api.read()).groups.flatMap((group) => group.lines)
  if (lines.every(({ variantId }) => short.get(variantId) === 0)) return []
  const left: Left[] = []
  // One after the other: each is a new version of the same basket.
  for (const { id, variantId, title } of lines) {
    const available = short.get(variantId)
    if (available === undefined) continue
    const done = await settle(available === 0 ? api.remove(id) : api.setQuantity(id, available))
    if (done.ok) left.push({ variantId, title, available })
  }
  return left
}
